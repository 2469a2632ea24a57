import {
  ActForm,
  Actions,
  Choices,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Page,
  Section,
  TextField,
  UndoBar,
} from '../../site/index.ts'
import { cataloguingWords } from './cataloguing-words.ts'
import { shownTitle } from './describe.ts'
import type { Edition } from './edition.ts'
import type { Work } from './edition-store.ts'
import type { KeptEdition } from './grouping-store.ts'
import type { GroupedBy } from './grouping-view.ts'
import { cataloguingPaths, workPath } from './paths.ts'

interface GroupingPageProps {
  readonly frame: Frame
  readonly edition: KeptEdition
  /** All editions of its work, itself among them. */
  readonly together: readonly Edition[]
  readonly groupedBy: GroupedBy | null
  /** Works that it may be a printing of. */
  readonly candidates: readonly Work[]
  readonly form: FormState
  readonly acts: { readonly split: string; readonly join: string; readonly undo: string }
  /** What was just done, and the work it came out of or left. */
  readonly done: { readonly what: 'tach' | 'ghep'; readonly from: string | null } | null
}

const lineOf = ({ facts }: Edition): string =>
  [facts.volume, facts.publicationPlace, facts.publisher, facts.date ?? facts.year].filter(Boolean).join(', ')

const Together = ({ frame: { lang }, edition, together, groupedBy }: GroupingPageProps) => {
  const say = cataloguingWords(lang)
  return (
    <Section title={say.standing} class="flow">
      {groupedBy !== null && <p>{say.groupedBy[groupedBy]}</p>}
      <ul>
        {together.map(one => (
          <li>
            {[shownTitle(one.facts.title, null, lang), lineOf(one)].filter(Boolean).join(' · ')}
            {one.id === edition.id && <strong>{` (${say.thisOne})`}</strong>}
          </li>
        ))}
      </ul>
      <p>
        <a href={workPath(edition.work)}>{say.backToBook}</a>
      </p>
    </Section>
  )
}

const JoinForm = ({ frame: { lang }, edition, candidates, form, acts }: GroupingPageProps) => {
  const say = cataloguingWords(lang)
  return (
    <Section title={say.joinTitle} class="flow">
      <p>{say.joinText}</p>
      <ActForm action={cataloguingPaths.join(edition.id)} act={acts.join} label={say.joinTitle}>
        {candidates.length > 0 && (
          <Choices
            legend={say.joinWith}
            name="vao"
            pick="one"
            choices={candidates.map(({ id, title }) => ({ value: id, label: shownTitle(title, null, lang) }))}
            chosen={[form.typed['vao'] ?? '']}
          />
        )}
        <TextField
          name="dia-chi"
          label={candidates.length > 0 ? say.orJoinAddress : say.joinAddress}
          help={say.joinAddressHelp}
          form={form}
        />
        <Actions submit={say.join} />
      </ActForm>
    </Section>
  )
}

const Undo = ({ frame: { lang }, edition, acts, done }: GroupingPageProps) => {
  const say = cataloguingWords(lang)
  if (done === null) return null
  if (done.what === 'ghep') {
    const undo = { action: cataloguingPaths.split(edition.id), act: acts.undo, label: say.undoJoin }
    return <UndoBar lang={lang} done={say.didJoin} undo={undo} />
  }
  const action = `${cataloguingPaths.join(edition.id)}?vao=${done.from}`
  const undo = done.from === null ? {} : { undo: { action, act: acts.undo, label: say.undoSplit } }
  return <UndoBar lang={lang} done={say.didSplit} {...undo} />
}

/** Whether this edition stands with the right others: why it does, and the two ways to change it. */
export const GroupingPage = (props: GroupingPageProps) => {
  const { frame, edition, together, form, acts } = props
  const { lang } = frame
  const say = cataloguingWords(lang)
  const title = say.groupingTitle(shownTitle(edition.facts.title, edition.facts.volume, lang))
  return (
    <Page frame={frame} title={title} staff>
      <ErrorSummary lang={lang} title={say.refusedForm(formatCount(form.errors.length, lang))} form={form} />
      <h1>{title}</h1>
      <Together {...props} />
      {together.length > 1 && (
        <Section title={say.split} class="flow">
          <p>{say.splitText}</p>
          <ActForm action={cataloguingPaths.split(edition.id)} act={acts.split} label={say.split}>
            <Actions submit={say.split} quiet />
          </ActForm>
        </Section>
      )}
      <JoinForm {...props} />
      <Undo {...props} />
    </Page>
  )
}
