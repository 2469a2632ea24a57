import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { DataTable, formatCount } from '../../site/index.ts'
import { words } from './messages.ts'
import { linesBy, type Served, type SheetCell, type SheetLine, type SheetTotals, totalsOf } from './sheet.ts'
import { sheetWords } from './sheet-words.ts'

/** Two lines of a sheet's name and value. */
type Line = readonly [name: string, count: number]

/** The lines of the whole, in the order in which libraries keep them. */
export function totalLines(totals: SheetTotals, served: Served, lang: Language): Line[] {
  const say = sheetWords(lang)
  return [
    [say.visits, totals.visits],
    [say.readers, served.known],
    [say.unnamed, served.unnamed],
    [say.lent, totals.lent],
    [say.returned, totals.returned],
    [say.read, totals.read.book + totals.read.periodical],
    [say.readBooks, totals.read.book],
    [say.readPapers, totals.read.periodical],
    [say.circulated, totals.circulated],
  ]
}

export interface Breakdown {
  readonly title: string
  readonly label: string
  readonly lines: readonly SheetLine<string>[]
}

/** The copies by class, language and kind, with the name of each key; classes by number alone, whose captions are OCLC's. */
export function breakdowns(
  cells: readonly SheetCell[],
  lang: Language,
  languageName: (tag: string) => string,
): Breakdown[] {
  const say = sheetWords(lang)
  const named = <Key extends string>(
    lines: readonly SheetLine<Key | null>[],
    nameOf: (key: Key | null) => string,
  ): SheetLine<string>[] => lines.map(line => ({ ...line, key: nameOf(line.key) }))
  return [
    {
      title: say.byClass,
      label: say.mainClass,
      lines: named(
        linesBy(cells, ({ mainClass }) => mainClass),
        key => (key === null ? say.noClass : `${key}00`),
      ),
    },
    {
      title: say.byLanguage,
      label: say.language,
      lines: named(
        linesBy(cells, ({ language }) => language),
        key => (key === null ? say.noLanguage : languageName(key)),
      ),
    },
    {
      title: say.byKind,
      label: say.kind,
      lines: named(
        linesBy(cells, ({ kind }) => kind),
        key => words(lang).kinds[key ?? 'book'],
      ),
    },
  ]
}

/** One breakdown with its sums, which are those of the whole. */
export const BreakdownTable = ({ lang, of, cells }: { lang: Language; of: Breakdown; cells: readonly SheetCell[] }) => {
  const say = sheetWords(lang)
  const totals = totalsOf(cells)
  const read = totals.read.book + totals.read.periodical
  const rows = [...of.lines, { key: say.sum, lent: totals.lent, read, returned: totals.returned }]
  const count = (value: number): Child => formatCount(value, lang)
  return (
    <DataTable
      lang={lang}
      caption={of.title}
      rows={of.lines.length === 0 ? [] : rows}
      empty=""
      narrow="scroll"
      columns={[
        { label: of.label, head: true, cell: row => row.key },
        { label: say.lent, numeric: true, cell: row => count(row.lent) },
        { label: say.read, numeric: true, cell: row => count(row.read) },
        { label: say.returned, numeric: true, cell: row => count(row.returned) },
      ]}
    />
  )
}

/** Where the two who answer for a sheet sign it. */
export const Signatures = ({ lang }: { lang: Language }) => {
  const say = sheetWords(lang)
  return (
    <div class="signatures">
      {[say.maker, say.head].map(who => (
        <p>
          {who}
          <br />
          <small>{say.signed}</small>
        </p>
      ))}
    </div>
  )
}
