import {
  ActForm,
  Actions,
  DataTable,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Notice,
  Page,
  Section,
  State,
  type StateKind,
} from '../../site/index.ts'
import { CopyFields, PlaceField } from './book-fields.tsx'
import type { CataloguingPlace } from './cataloguing-places.ts'
import { cataloguingWords } from './cataloguing-words.ts'
import { shownTitle } from './describe.ts'
import type { Item, ItemStatus } from './edition.ts'
import type { KeptEdition } from './grouping-store.ts'
import { cataloguingPaths, workPath } from './paths.ts'

export const statusKinds: Readonly<Record<ItemStatus, StateKind>> = {
  available: 'there',
  'on-loan': 'few',
  'on-hold': 'few',
  'in-repair': 'none',
  missing: 'late',
  withdrawn: 'none',
}

/** What was just done, by the word in the address. */
export const doneWords = {
  ghi: 'written',
  ban: 'copiesAdded',
  sua: 'corrected',
  rut: 'copyWithdrawn',
  luu: 'copyChanged',
} as const
export type Done = keyof typeof doneWords
export const isDone = (text: string): text is Done => Object.hasOwn(doneWords, text)

interface CopiesPageProps {
  readonly frame: Frame
  readonly edition: KeptEdition
  /** Those at institutions where the viewer catalogues. */
  readonly copies: readonly Item[]
  readonly nameOf: ReadonlyMap<string, string>
  readonly places: readonly CataloguingPlace[]
  /** Whether the viewer may correct the record too. */
  readonly correctable: boolean
  readonly form: FormState
  readonly act: string
  readonly done: Done | null
}

/** More than this on one page help nobody; the desk finds a copy by its number. */
const copiesShown = 200

const Copies = ({ frame: { lang }, copies, nameOf }: CopiesPageProps) => {
  const say = cataloguingWords(lang)
  return (
    <Section title={say.ownCopies} class="flow">
      <DataTable
        lang={lang}
        caption={say.ownCopies}
        captionHidden
        rows={copies.slice(0, copiesShown)}
        empty={say.noOwnCopies}
        columns={[
          {
            label: say.number,
            head: true,
            cell: item => <span class="code">{item.barcode ?? item.accessionNumber ?? say.noNumber}</span>,
          },
          { label: say.place, cell: item => nameOf.get(item.owner) ?? '' },
          { label: say.callNumber, cell: item => [item.callNumber, item.location].filter(Boolean).join(' · ') },
          {
            label: say.state,
            cell: item => <State kind={statusKinds[item.status]}>{say.statuses[item.status]}</State>,
          },
          {
            label: '',
            cell: item => (
              <a
                href={cataloguingPaths.copy(item.id)}
                aria-label={`${say.changeCopy}: ${item.barcode ?? item.accessionNumber ?? say.noNumber}`}
              >
                {say.changeCopy}
              </a>
            ),
          },
        ]}
      />
      {copies.length > copiesShown && <p>{say.moreCopies(formatCount(copiesShown, lang))}</p>}
    </Section>
  )
}

/** The copies of one edition where somebody works, and the form for more of them. */
export const CopiesPage = (props: CopiesPageProps) => {
  const { frame, edition, places, form, act, done, correctable } = props
  const { lang } = frame
  const say = cataloguingWords(lang)
  const title = say.copiesTitle(shownTitle(edition.facts.title, edition.facts.volume, lang))
  return (
    <Page frame={frame} title={title} staff>
      <ErrorSummary lang={lang} title={say.refusedForm(formatCount(form.errors.length, lang))} form={form} />
      <div class="flow">
        <h1>{title}</h1>
        {done !== null && (
          <Notice kind="done" role="status">
            <p>{say[doneWords[done]]}</p>
          </Notice>
        )}
        <p class="row">
          <a href={workPath(edition.work)}>{say.seeThere}</a>
          {correctable && <a href={cataloguingPaths.correct(edition.id)}>{say.correct}</a>}
          {correctable && <a href={cataloguingPaths.grouping(edition.id)}>{say.group}</a>}
          <a href={cataloguingPaths.describe}>{say.describeNext}</a>
        </p>
      </div>
      <Copies {...props} />
      <Section title={say.addCopies}>
        <ActForm action={cataloguingPaths.copiesOf(edition.id)} act={act} label={say.addCopies}>
          <input type="hidden" name="an-pham" value={edition.id} />
          <PlaceField lang={lang} form={form} places={places} />
          <CopyFields lang={lang} form={form} />
          <Actions submit={say.addCopies} />
        </ActForm>
      </Section>
    </Page>
  )
}
