import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { Choices } from '../../site/choices.tsx'
import { formatCount } from '../../site/count.ts'
import { DataTable } from '../../site/data-table.tsx'
import { SelectField, TextField } from '../../site/field.tsx'
import { ActForm, Actions, ErrorSummary, emptyForm, type FormState } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Notice, Refusal } from '../../site/notice.tsx'
import { Pager } from '../../site/pager.tsx'
import { State } from '../../site/state.tsx'
import type { Card } from './card.ts'
import type { Reader } from './card-store.ts'
import { words } from './messages.ts'
import { eraseReaderPath, newReaderPath, readersPath, renewCardPath } from './paths.ts'

interface Place {
  readonly code: string
  readonly name: string
}

interface ReadersPageProps {
  readonly frame: Frame
  readonly institution: Place
  readonly query: string
  readonly readers: readonly Reader[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly today: LocalDate
  readonly deskPath: (card: string) => string
  readonly contactPath: (card: string) => string
  /** What was just done, in a sentence. */
  readonly done?: string
  /** Why it was not done. */
  readonly refused?: { readonly title: string; readonly reasons: readonly string[] }
  readonly newAct: () => string
}

const CardState = ({ card, today, lang }: { card: Card; today: LocalDate; lang: Language }) => {
  const say = words(lang)
  if (card.state !== 'valid') return <State kind="late">{say.cardStates[card.state]}</State>
  return card.expiresOn < today ? (
    <State kind="late">{say.expired}</State>
  ) : (
    <State kind="there">{say.cardStates.valid}</State>
  )
}

/** The desk, and for a card that may be renewed the one act that does it. */
const CardActs = ({ card, props }: { card: Card; props: ReadersPageProps }) => {
  const say = words(props.frame.lang)
  return (
    <span class="row">
      <a href={props.deskPath(card.number)}>{say.toDesk}</a>
      <a href={props.contactPath(card.id)}>{say.contact}</a>
      {card.state === 'valid' && (
        <ActForm action={renewCardPath(card.id)} act={props.newAct()} label={`${say.renew} ${card.number}`}>
          <button type="submit" class="quiet">
            {say.renew}
          </button>
        </ActForm>
      )}
      <a href={eraseReaderPath(card.id)} aria-label={`${say.eraseLink} ${card.number}`}>
        {say.eraseLink}
      </a>
    </span>
  )
}

export const ReadersPage = (props: ReadersPageProps) => {
  const { frame, institution, today } = props
  const { lang } = frame
  const say = words(lang)
  const path = readersPath(institution.code)
  return (
    <Page frame={frame} title={say.readersAt(institution.name)} staff>
      {props.done !== undefined && (
        <Notice kind="done" role="status">
          <p>{props.done}</p>
        </Notice>
      )}
      {props.refused && <Refusal title={props.refused.title} reasons={props.refused.reasons} />}
      <h1>{say.readersAt(institution.name)}</h1>
      <div class="flow">
        <form action={path} role="search">
          <TextField name="q" label={say.findReader} type="search" value={props.query} autofocus />
          <p class="row actions">
            <button type="submit">{say.find}</button>
            <a class="button quiet" href={newReaderPath(institution.code)}>
              {say.newReader}
            </a>
          </p>
        </form>
        <p class="muted">{say.found(formatCount(props.total, lang))}</p>
        <DataTable<Reader>
          lang={lang}
          caption={say.readers}
          captionHidden
          rows={props.readers}
          empty={say.noReaders}
          columns={[
            { label: say.name, head: true, cell: reader => <bdi>{reader.person.displayName}</bdi> },
            { label: say.card, cell: reader => <span class="digits">{reader.card.number}</span> },
            { label: say.kind, cell: reader => say.kinds[reader.person.kind] },
            { label: say.cardUntil, cell: reader => formatDate(reader.card.expiresOn, lang) },
            { label: say.state, cell: reader => <CardState card={reader.card} today={today} lang={lang} /> },
            { label: '', cell: reader => <CardActs card={reader.card} props={props} /> },
          ]}
        />
        <Pager
          lang={lang}
          page={props.page}
          pages={Math.ceil(props.total / props.pageSize)}
          href={page => `${path}?${new URLSearchParams({ q: props.query, trang: String(page) })}`}
        />
      </div>
    </Page>
  )
}

interface NewReaderPageProps {
  readonly frame: Frame
  readonly institution: Place
  readonly form?: FormState
  readonly act: string
  /** Readers who are called the same; shown before a second card is given to one person. */
  readonly same?: readonly Reader[]
  readonly deskPath: (card: string) => string
}

const SameName = ({ same, props }: { same: readonly Reader[]; props: NewReaderPageProps }) => {
  const { lang } = props.frame
  const say = words(lang)
  return (
    <>
      <DataTable<Reader>
        lang={lang}
        caption={say.sameName}
        rows={same}
        empty=""
        columns={[
          { label: say.name, head: true, cell: reader => <bdi>{reader.person.displayName}</bdi> },
          {
            label: say.card,
            cell: reader => <a href={props.deskPath(reader.card.number)}>{reader.card.number}</a>,
          },
          { label: say.kind, cell: reader => say.kinds[reader.person.kind] },
          { label: say.cardUntil, cell: reader => formatDate(reader.card.expiresOn, lang) },
        ]}
      />
      <Choices
        legend={say.sameNameQuestion}
        name="nguoi-khac"
        pick="many"
        choices={[{ value: 'co', label: say.somebodyElse }]}
        chosen={[]}
        {...(props.form === undefined ? {} : { form: props.form })}
      />
    </>
  )
}

export const NewReaderPage = (props: NewReaderPageProps) => {
  const { frame, institution, form = emptyForm, act, same = [] } = props
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.newReader} staff>
      <ErrorSummary lang={frame.lang} title={say.notIssued} form={form} />
      <h1>{`${say.newReader} · ${institution.name}`}</h1>
      <ActForm action={newReaderPath(institution.code)} act={act}>
        <TextField name="ho-ten" label={say.name} help={say.nameHelp} form={form} autofocus />
        <SelectField
          name="nhom"
          label={say.kind}
          form={form}
          value="adult"
          choices={(['adult', 'student', 'child'] as const).map(kind => ({ value: kind, label: say.kinds[kind] }))}
        />
        <Choices
          legend={say.consent}
          help={say.consentHelp}
          name="dong-y"
          pick="many"
          choices={[{ value: 'co', label: say.consentGiven }]}
          chosen={form.typed['dong-y'] === 'co' ? ['co'] : []}
          form={form}
        />
        {same.length > 0 && <SameName same={same} props={props} />}
        <Actions submit={say.issue} back={{ href: readersPath(institution.code), label: say.backToReaders }} />
      </ActForm>
    </Page>
  )
}
