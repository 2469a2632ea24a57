import type { Language } from '../../kernel/language.ts'
import { Section } from '../../site/index.ts'
import { cataloguingWords } from './cataloguing-words.ts'
import type { Edition } from './edition.ts'
import type { GroupedBy } from './grouping-view.ts'
import { words } from './messages.ts'
import { cataloguingPaths } from './paths.ts'

export interface WorkStaffView {
  readonly groupedBy: GroupedBy | null
  /** `correctable`: its record belongs to an institution where the viewer catalogues. */
  readonly editions: readonly { readonly edition: Edition; readonly correctable: boolean }[]
}

const editionsShown = 30

/** For those who catalogue: why these editions stand together, and what can be done about each. */
export const WorkStaff = ({ staff, lang }: { staff: WorkStaffView; lang: Language }) => {
  const say = cataloguingWords(lang)
  const { year, noYear } = words(lang)
  return (
    <Section title={say.forStaff} class="flow">
      {staff.groupedBy !== null && <p>{say.groupedBy[staff.groupedBy]}</p>}
      <ul>
        {staff.editions.slice(0, editionsShown).map(({ edition: { id, facts }, correctable }) => (
          <li>
            {[facts.year === null ? noYear : year(String(facts.year)), facts.publisher].filter(Boolean).join(', ')}
            {': '}
            {correctable && (
              <>
                <a href={cataloguingPaths.correct(id)}>{say.correct}</a>
                {' · '}
              </>
            )}
            <a href={cataloguingPaths.copiesOf(id)}>{say.add}</a>
            {correctable && (
              <>
                {' · '}
                <a href={cataloguingPaths.grouping(id)}>{say.group}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
