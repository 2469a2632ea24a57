import { addDays, dayOfMonth, type LocalDate, monthNumberOf, yearOf } from '../../kernel/local-date.ts'
import { monthOf } from '../../kernel/year-month.ts'
import { DataTable, type Frame, formatCount, Page, Refusal } from '../../site/index.ts'
import { dayAt, dayPath, monthAt } from './paths.ts'
import { type Served, type SheetCell, totalsOf } from './sheet.ts'
import { type Breakdown, BreakdownTable, Signatures, totalLines } from './sheet-parts.tsx'
import { sheetWords } from './sheet-words.ts'

export interface DaySheet {
  readonly day: LocalDate
  readonly cells: readonly SheetCell[]
  readonly served: Served
  readonly breakdowns: readonly Breakdown[]
}

interface DayPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  /** What was typed, and the sheet; null when it is no day. */
  readonly typed: string
  readonly sheet: DaySheet | null
}

/** What an institution's desk did on a day, as the paper register has it: to be printed and signed. */
export const DayPage = ({ frame, institution, typed, sheet }: DayPageProps) => {
  const { lang } = frame
  const { code, name } = institution
  const say = sheetWords(lang)
  return (
    <Page frame={frame} title={`${say.daySheet} · ${name}`} staff paper>
      <form method="get" action={dayPath(code)} class="row no-print choose" aria-label={say.day}>
        <label for="ngay">{say.day}</label>
        <input id="ngay" name="ngay" type="date" value={typed} />
        <button type="submit" class="quiet">
          {say.see}
        </button>
        {sheet && (
          <>
            <a href={dayAt(code, addDays(sheet.day, -1))}>{say.previousDay}</a>
            <a href={dayAt(code, addDays(sheet.day, 1))}>{say.nextDay}</a>
            <a href={monthAt(code, monthOf(sheet.day))}>{say.monthOfDay}</a>
            <a href={dayAt(code, sheet.day, 'csv')} download>
              {say.asFile}
            </a>
          </>
        )}
      </form>
      {sheet === null ? (
        <>
          <h1>{`${say.daySheet} · ${name}`}</h1>
          <Refusal title={say.notShown} reasons={[say.wrongDay]} />
        </>
      ) : (
        <article class="sheet">
          <p>{name}</p>
          <h1>{say.dayTitle}</h1>
          <p>
            {say.dayLong(String(dayOfMonth(sheet.day)), String(monthNumberOf(sheet.day)), String(yearOf(sheet.day)))}
          </p>
          <DataTable
            lang={lang}
            caption={say.totals}
            rows={totalLines(totalsOf(sheet.cells), sheet.served, lang)}
            empty=""
            narrow="scroll"
            columns={[
              { label: say.line, head: true, cell: ([line]) => line },
              { label: say.count, numeric: true, cell: ([, count]) => formatCount(count, lang) },
            ]}
          />
          {sheet.breakdowns.map(of => (
            <BreakdownTable lang={lang} of={of} cells={sheet.cells} />
          ))}
          <Signatures lang={lang} />
        </article>
      )}
    </Page>
  )
}
