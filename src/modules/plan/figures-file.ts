import { byteOrderMark, csvLine } from '../../kernel/csv.ts'
import type { Language } from '../../kernel/language.ts'
import type { Asked } from './asked.ts'
import { columnsOf, readable, type Value } from './figure-table.ts'
import { nameOf, unitOf } from './figure-words.ts'
import { type Indicator, indicators } from './indicator.ts'
import { words } from './messages.ts'
import { monthsShown } from './period.ts'
import type { Published24 } from './publications.ts'
import type { Published } from './publish.ts'
import type { LineView } from './view.ts'

/** Whose figures a line gives; the province has no code. */
export interface Whose {
  readonly code: string
  readonly name: string
}

/**
 * The twelve months up to the period's end as CSV: a line for each indicator, institution and month, the province
 * first, with just what the pages publish. Of one institution, when one is asked for.
 */
export async function figuresFileText(
  published: Published24,
  { institution, period }: Pick<Asked, 'institution' | 'period'>,
  whose: (institution: string) => Whose,
  lang: Language,
): Promise<string> {
  const say = words(lang)
  const notes = (value: Published): string =>
    value === null ? say.silent : value === 'not-published' ? say.notPublished : ''
  const lines: string[] = []
  for (const indicator of indicators) {
    const { months, province, institutions } = await published.of(indicator, period.last)
    const own = [...institutions].filter(([id]) => institution === null || institution.id === id)
    const rows: [Whose, readonly Published[]][] = own.map(([id, figures]) => [whose(id), figures])
    if (institution === null) rows.unshift([{ code: '', name: say.wholeProvince }, province])
    const about = [indicator.code, nameOf(indicator, lang), unitOf(indicator, lang)]
    for (const [{ code, name }, figures] of rows) {
      for (const [at, month] of [...months.entries()].slice(-monthsShown)) {
        const value = figures[at] ?? null
        lines.push(csvLine([...about, code, name, month, typeof value === 'number' ? value : null, notes(value)]))
      }
    }
  }
  return [byteOrderMark, csvLine(say.csv), ...lines].join('')
}

/** A number where there is one, so that a spreadsheet can reckon with it; else what the page says. */
function plain(value: Value, lang: Language): string | number | null {
  if (value.kind === 'count' && typeof value.value === 'number') return value.value
  if (value.kind === 'change') return value.value
  if (value.kind === 'share') return value.value === null ? null : Math.round(value.value * 1000) / 10
  return readable(value, lang)
}

/** A breakdown as its page shows it, all pages of it. */
export function lineFileText(
  indicator: Indicator,
  asked: Pick<Asked, 'period' | 'way'>,
  lines: readonly LineView[],
  lang: Language,
): string {
  const say = words(lang)
  const columns = columnsOf(indicator, asked, lang)
  const head = csvLine([
    say.code,
    say.heads[asked.way],
    ...columns.map(({ label, percent }) => (percent ? `${label} (%)` : label)),
  ])
  const rows = lines.map(line => csvLine([line.code, line.name, ...columns.map(({ of }) => plain(of(line), lang))]))
  return [byteOrderMark, head, ...rows].join('')
}
