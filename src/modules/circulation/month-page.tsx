import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { addMonths, formatMonth, type YearMonth } from '../../kernel/year-month.ts'
import { DataTable, type Frame, formatCount, Page, Refusal } from '../../site/index.ts'
import { dayAt, monthAt, monthPath } from './paths.ts'
import { type Served, type SheetTotals } from './sheet.ts'
import { Signatures } from './sheet-parts.tsx'
import { sheetWords } from './sheet-words.ts'

/** A day of the month, or (null) the whole of it. */
export interface MonthLine {
  readonly day: LocalDate | null
  readonly totals: SheetTotals
  readonly served: Served
}

export interface MonthSheet {
  readonly month: YearMonth
  /** Each day up to today, then the sum. */
  readonly lines: readonly MonthLine[]
}

interface MonthPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly typed: string
  readonly sheet: MonthSheet | null
}

/** The values of a line, in the order of the columns; the file has the same. */
export const monthValues = ({ totals, served }: MonthLine) =>
  ({
    visits: totals.visits,
    readers: served.known,
    unnamed: served.unnamed,
    lent: totals.lent,
    returned: totals.returned,
    book: totals.read.book,
    periodical: totals.read.periodical,
    circulated: totals.circulated,
  }) as const

const columns = ['visits', 'readers', 'unnamed', 'lent', 'returned', 'book', 'periodical', 'circulated'] as const

/** The month as a table of its days, which libraries keep for the year's report. */
export const MonthPage = ({ frame, institution, typed, sheet }: MonthPageProps) => {
  const { lang } = frame
  const { code, name } = institution
  const say = sheetWords(lang)
  return (
    <Page frame={frame} title={`${say.daySheet} · ${name}`} staff paper>
      <form method="get" action={monthPath(code)} class="row no-print choose" aria-label={say.month}>
        <label for="thang">{say.month}</label>
        <input id="thang" name="thang" inputmode="numeric" maxlength={7} value={typed} />
        <button type="submit" class="quiet">
          {say.see}
        </button>
        {sheet && (
          <>
            <a href={monthAt(code, addMonths(sheet.month, -1))}>{say.previousMonth}</a>
            <a href={monthAt(code, addMonths(sheet.month, 1))}>{say.nextMonth}</a>
            <a href={monthAt(code, sheet.month, 'csv')} download>
              {say.asFile}
            </a>
          </>
        )}
      </form>
      {sheet === null ? (
        <>
          <h1>{`${say.daySheet} · ${name}`}</h1>
          <Refusal title={say.notShown} reasons={[say.wrongMonth]} />
        </>
      ) : (
        <article class="sheet">
          <p>{name}</p>
          <h1>{say.monthTitle}</h1>
          <p>{formatMonth(sheet.month, lang)}</p>
          <DataTable<MonthLine>
            lang={lang}
            caption={say.monthTitle}
            captionHidden
            rows={sheet.lines}
            empty=""
            narrow="scroll"
            columns={[
              {
                label: say.day,
                head: true,
                cell: ({ day }) => (day === null ? say.sum : <a href={dayAt(code, day)}>{formatDate(day, lang)}</a>),
              },
              ...columns.map(column => ({
                label: say.short[column],
                numeric: true,
                cell: (line: MonthLine) => formatCount(monthValues(line)[column], lang),
              })),
            ]}
          />
          <p class="muted small">{say.monthReaders}</p>
          <Signatures lang={lang} />
        </article>
      )}
    </Page>
  )
}
