import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { formatMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { type WrittenCell, type WrittenSheet, writeXlsx } from '../../standards/table/index.ts'
import type { Asked } from './asked.ts'
import { columnsOf, type Value } from './figure-table.ts'
import { freshness, nameOf, shown, unitOf } from './figure-words.ts'
import { type Indicator, indicators } from './indicator.ts'
import { words } from './messages.ts'
import { formatPeriod, monthsShown } from './period.ts'
import type { Published24 } from './publications.ts'
import type { Published } from './publish.ts'
import { type LineView, readLines, readPlans, standingOf } from './view.ts'

const heading = (text: string): WrittenCell => ({ heading: text })
const count = (value: Published, lang: Language): WrittenCell =>
  typeof value === 'number' ? value : shown(value, lang)

/** As the page shows it: a number with its format, else the words. */
function cellOf(value: Value, lang: Language): WrittenCell {
  if (value.kind === 'text') return value.text === '' ? null : value.text
  if (value.kind === 'count') return count(value.value, lang)
  if (value.value === null) return null
  return value.kind === 'share' ? { share: value.value } : value.value
}

/** What somebody must know who reads the numbers away from their page. */
function notesSheet(of: readonly Indicator[], asked: Asked, computedAt: Date | null, lang: Language): WrittenSheet {
  const say = words(lang)
  const where = asked.institution === null ? say.wholeProvince : textIn(asked.institution.name, lang).text
  const borders = asked.way === 'xa' ? say.bordersLead[asked.borders] : say.notes.bordersOfInstitutions
  const day = computedAt === null ? '' : ` (${formatDate(asked.today, lang)})`
  return {
    name: say.notesSheet,
    widths: [28, 110],
    rows: [
      [heading(say.notes.period), formatPeriod(asked.period, lang)],
      [heading(say.notes.where), where],
      [heading(say.notes.computed), `${freshness(computedAt, asked.today, lang)}${day}`],
      [heading(say.notes.borders), borders],
      [heading(say.notes.hidden), say.suppression],
      [heading(say.notes.silence), say.notes.silenceMeans],
      ...of.flatMap(indicator => [
        [null],
        [heading(nameOf(indicator, lang)), textIn(indicator.definition, lang).text],
        [say.unit, unitOf(indicator, lang)],
        [say.source, textIn(indicator.source, lang).text],
        [say.rule, textIn(indicator.rule, lang).text],
      ]),
    ],
  }
}

function sheetOf(
  indicator: Indicator,
  asked: Asked,
  lines: readonly LineView[],
  lang: Language,
  months: readonly string[],
): WrittenSheet {
  const say = words(lang)
  const columns = columnsOf(indicator, asked, lang)
  const head = [say.code, say.heads[asked.way], ...columns.map(({ label }) => label), ...months]
  return {
    name: nameOf(indicator, lang),
    widths: [12, 44, ...columns.map(() => 18), ...months.map(() => 14)],
    frozenRows: 1,
    rows: [
      head.map(heading),
      ...lines.map(line => [
        line.code,
        line.name,
        ...columns.map(({ of }) => cellOf(of(line), lang)),
        ...(months.length > 0 ? line.figures.slice(-monthsShown).map(figure => count(figure, lang)) : []),
      ]),
    ],
  }
}

/** A breakdown as its page shows it, all pages of it, and a sheet that says what it is. */
export const lineWorkbook = (
  indicator: Indicator,
  asked: Asked,
  lines: readonly LineView[],
  computedAt: Date | null,
  lang: Language,
): Promise<Uint8Array<ArrayBuffer>> =>
  writeXlsx([sheetOf(indicator, asked, lines, lang, []), notesSheet([indicator], asked, computedAt, lang)])

/** A sheet for every indicator, the province first, with the twelve months up to the period's end; and the notes. */
export async function figuresWorkbook(
  db: Db,
  published: Published24,
  given: Asked,
  lang: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const say = words(lang)
  const asked: Asked = { ...given, way: 'noi' }
  const plans = await readPlans(db, asked.period)
  const sheets: WrittenSheet[] = []
  for (const indicator of indicators) {
    const { province, months } = await published.of(indicator, asked.period.last)
    const lines = await readLines(db, published, indicator, asked, lang, plans)
    const whole: LineView = {
      key: '',
      code: '',
      name: say.wholeProvince,
      href: null,
      figures: province,
      standing: standingOf(asked.period, indicator, province, plans, null),
    }
    const shownMonths = months.slice(-monthsShown).map(month => formatMonth(month, lang))
    sheets.push(sheetOf(indicator, asked, asked.institution === null ? [whole, ...lines] : lines, lang, shownMonths))
  }
  return writeXlsx([...sheets, notesSheet(indicators, asked, published.computed.at, lang)])
}
