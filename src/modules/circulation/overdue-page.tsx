import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { DataTable, type Frame, formatCount, Page, State } from '../../site/index.ts'
import { callWords } from './call-words.ts'
import type { LoanLine } from './desk.ts'
import { words } from './messages.ts'
import { callListPath, overduePath, remindersAt, remindersPath } from './paths.ts'
import { sheetWords } from './sheet-words.ts'

/** A reader who is late, and with what; a loan that knows its reader no more stands under no name. */
export interface LateReader {
  readonly name: string
  readonly card: string
  readonly loans: readonly LoanLine[]
}

interface OverduePageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly today: LocalDate
  readonly readers: readonly LateReader[]
  /** How many loans are listed, and how many there are; the list may be cut. */
  readonly listed: number
  readonly total: number
}

const LateLoans = ({ lang, reader }: { lang: Language; reader: LateReader }) => {
  const say = words(lang)
  const sheet = sheetWords(lang)
  return (
    <DataTable<LoanLine>
      lang={lang}
      caption={reader.name}
      captionHidden
      rows={reader.loans}
      empty=""
      columns={[
        { label: say.item, head: true, cell: line => line.title },
        { label: sheet.barcode, cell: line => <span class="digits">{line.barcode}</span> },
        { label: say.due, cell: line => <span class="digits">{formatDate(line.dueOn, lang)}</span> },
        {
          label: sheet.daysLate,
          cell: line => <State kind="late">{sheet.days(formatCount(-line.daysLeft, lang))}</State>,
        },
      ]}
    />
  )
}

/** Made to be printed and taken along on the rounds. */
export const OverduePage = ({ frame, institution, today, readers, listed, total }: OverduePageProps) => {
  const { lang } = frame
  const say = words(lang)
  const sheet = sheetWords(lang)
  return (
    <Page frame={frame} title={`${say.overdueList} · ${institution.name}`} staff>
      <h1>{`${say.overdueList} · ${institution.name}`}</h1>
      <p class="muted">
        {`${sheet.onDay(formatDate(today, lang))} · ${sheet.lateReaders(formatCount(readers.length, lang), formatCount(total, lang))}`}
      </p>
      {total > listed && <p class="muted">{say.overdueCut(formatCount(listed, lang), formatCount(total, lang))}</p>}
      {readers.length === 0 ? (
        <p>{say.noOverdue}</p>
      ) : (
        <p class="row no-print">
          <a href={remindersPath(institution.code)}>{sheet.reminders}</a>
          <a href={callListPath(institution.code)}>{callWords(lang).title}</a>
        </p>
      )}
      {readers.map(reader => (
        <section class="late">
          <h2>
            {reader.name || sheet.noReader} <span class="digits muted">{reader.card}</span>
          </h2>
          <LateLoans lang={lang} reader={reader} />
          {reader.card !== '' && (
            <p class="no-print small">
              <a href={remindersAt(institution.code, reader.card)} aria-label={`${sheet.reminder}, ${reader.name}`}>
                {sheet.reminder}
              </a>
            </p>
          )}
        </section>
      ))}
    </Page>
  )
}

interface RemindersPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly today: LocalDate
  readonly readers: readonly LateReader[]
}

/** A page for each reader who is late: to be handed over, or put into the letter-box. */
export const RemindersPage = ({ frame, institution, today, readers }: RemindersPageProps) => {
  const { lang } = frame
  const sheet = sheetWords(lang)
  return (
    <Page frame={frame} title={`${sheet.reminder} · ${institution.name}`} staff paper>
      <h1 class="hidden">{`${sheet.reminder} · ${institution.name}`}</h1>
      {readers.length === 0 && <p>{sheet.nobodyLate}</p>}
      {readers.map(reader => (
        <article class="sheet">
          <p>{institution.name}</p>
          <h2 class="sheet-title">{sheet.reminderTitle}</h2>
          <p>
            <strong>{sheet.dear(reader.name, reader.card)}</strong>
          </p>
          <p>{sheet.reminderText}</p>
          <LateLoans lang={lang} reader={reader} />
          <p>{sheet.thanks}</p>
          <div class="signatures">
            <p>
              {formatDate(today, lang)}
              <br />
              {sheet.librarian}
            </p>
          </div>
        </article>
      ))}
      <p class="no-print">
        {readers.length > 0 && `${sheet.printHelp} `}
        <a href={overduePath(institution.code)}>{sheet.backToOverdue}</a>
      </p>
    </Page>
  )
}
