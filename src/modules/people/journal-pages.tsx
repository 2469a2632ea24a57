import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDate, localTimeAt } from '../../kernel/local-date.ts'
import type { JournalEntry } from '../../platform/journal/index.ts'
import { formatCount } from '../../site/count.ts'
import { DataTable } from '../../site/data-table.tsx'
import { type Choice, SelectField, TextField } from '../../site/field.tsx'
import { ErrorSummary, type FormState } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import type { LookLine } from './look-store.ts'
import { words } from './messages.ts'
import { journalPath, looksPath } from './paths.ts'

/** What both lists of the journal share. */
interface ListProps {
  readonly frame: Frame
  readonly form: FormState
  /** The institutions whose journal may be read, where there is a choice. */
  readonly places: readonly Choice[]
  readonly whoIs: (person: string | null) => string
  readonly whereIs: (institution: string | null) => string
  /** What comes after this page; null on the last one. */
  readonly older: string | null
}

interface FilterProps extends Pick<ListProps, 'frame' | 'form' | 'places'> {
  readonly path: string
  readonly acts?: readonly Choice[]
}

const Filter = ({ frame, form, places, path, acts }: FilterProps) => {
  const say = words(frame.lang)
  const any = { value: '', label: say.any }
  return (
    <form action={path} role="search" class="row filters">
      {acts && <SelectField name="viec" label={say.act} form={form} choices={[any, ...acts]} />}
      {places.length > 1 && <SelectField name="noi" label={say.where} form={form} choices={[any, ...places]} />}
      <TextField name="tu" label={say.fromDay} form={form} inputmode="numeric" help={say.dayHelp} />
      <TextField name="den" label={say.toDay} form={form} inputmode="numeric" help={say.dayHelp} />
      <p class="row actions">
        <button type="submit">{say.filter}</button>
      </p>
    </form>
  )
}

const Both = ({ lang, current }: { lang: Language; current: 'acts' | 'looks' }) => {
  const say = words(lang)
  const mark = (here: boolean) => (here ? 'page' : undefined)
  return (
    <nav class="row tabs" aria-label={say.journal}>
      <a href={journalPath} aria-current={mark(current === 'acts')}>
        {say.actsDone}
      </a>
      <a href={looksPath} aria-current={mark(current === 'looks')}>
        {say.recordsRead}
      </a>
    </nav>
  )
}

const Older = ({ lang, href }: { lang: Language; href: string | null }) =>
  href === null ? null : (
    <p>
      <a href={href}>{words(lang).older}</a>
    </p>
  )

interface JournalPageProps extends ListProps {
  readonly entries: readonly JournalEntry[]
  readonly acts: readonly Choice[]
  readonly actName: (type: string) => string
}

/** Who did what, where and when, newest first. */
export const JournalPage = (props: JournalPageProps) => {
  const { frame, entries } = props
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={say.journal} staff>
      <ErrorSummary lang={lang} title={say.notFiltered} form={props.form} />
      <h1>{say.journal}</h1>
      <div class="flow">
        <Both lang={lang} current="acts" />
        <p class="muted">{say.journalLead}</p>
        <Filter {...props} path={journalPath} />
        <DataTable<JournalEntry>
          lang={lang}
          caption={say.journal}
          captionHidden
          rows={entries}
          empty={say.noActs}
          columns={[
            { label: say.when, cell: entry => <span class="digits">{formatInstant(entry.recordedAt, lang)}</span> },
            { label: say.act, head: true, cell: entry => props.actName(entry.type) },
            { label: say.who, cell: entry => props.whoIs(entry.actor) },
            { label: say.where, cell: entry => props.whereIs(entry.institution) },
          ]}
        />
        <Older lang={lang} href={props.older} />
      </div>
    </Page>
  )
}

interface LooksPageProps extends ListProps {
  readonly looks: readonly LookLine[]
}

/** Which member of staff had how many readers' records before them, for what; by days, newest first. */
export const LooksPage = (props: LooksPageProps) => {
  const { frame, looks } = props
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={say.recordsRead} staff>
      <ErrorSummary lang={lang} title={say.notFiltered} form={props.form} />
      <h1>{say.recordsRead}</h1>
      <div class="flow">
        <Both lang={lang} current="looks" />
        <p class="muted">{say.looksLead}</p>
        <Filter {...props} path={looksPath} />
        <DataTable<LookLine>
          lang={lang}
          caption={say.recordsRead}
          captionHidden
          rows={looks}
          empty={say.noLooks}
          columns={[
            {
              label: say.day,
              cell: look => (
                <span class="digits">{`${formatDate(look.on, lang)}, ${say.fromTime(localTimeAt(look.firstAt))}`}</span>
              ),
            },
            { label: say.lookedFor, head: true, cell: look => say.lookPurposes[look.purpose] },
            { label: say.readers, numeric: true, cell: look => formatCount(look.readers, lang) },
            { label: say.who, cell: look => props.whoIs(look.by) },
            { label: say.where, cell: look => props.whereIs(look.institution) },
          ]}
        />
        <Older lang={lang} href={props.older} />
      </div>
    </Page>
  )
}
