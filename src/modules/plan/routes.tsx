import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { formatMonth, monthOf, monthsBetween, parseYearMonth, type YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { everyone, get, pageAsked, type RequestContext, type Route, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { type Institution, institutionByCode, institutionPaths, institutionsByIds } from '../institutions/index.ts'
import { monthsUntil } from './figure.ts'
import { figuresFileText } from './figures-file.ts'
import { words } from './messages.ts'
import { FiguresPage, institutionsOnPage } from './pages.tsx'
import { figuresAt, figuresFile, figuresPath } from './paths.ts'
import { firstMonth, institutionsWithFigures } from './store.ts'
import { readFigures } from './view.ts'

export const planRoutes = (world: World, site: Site): Route[] => [
  get(figuresPath, everyone, c => showFigures(world, site, c)),
  get(figuresFile, everyone, c => sendFigures(world, c)),
]

/** Ten years back are offered at most. */
const mostMonths = 120
const longestQuoted = 40

interface Asked {
  readonly month: YearMonth
  /** The newest first. */
  readonly months: readonly YearMonth[]
  readonly institution: Institution | null
  /** Sentences about what could not be read, and what is shown instead. */
  readonly misread: readonly string[]
}

/** What the address asks for: `thang` = 2026-11, `noi` = code of an institution. */
async function readAsked(db: Db, c: RequestContext): Promise<Asked> {
  const query = readQuery(c)
  const say = words(c.var.lang)
  const current = monthOf(localDateAt(c.var.now))
  const count = monthsBetween((await firstMonth(db)) ?? current, current) + 1
  const months = monthsUntil(current, Math.max(1, Math.min(mostMonths, count))).reverse()
  const [typedMonth, code] = [query.text('thang'), query.text('noi')]
  const month = months.find(one => one === parseYearMonth(typedMonth))
  const institution = code === '' ? null : await institutionByCode(db, code)
  const shown = formatMonth(month ?? current, c.var.lang)
  return {
    month: month ?? current,
    months,
    institution,
    misread: [
      ...(typedMonth === '' || month !== undefined ? [] : [say.unknownMonth(quoted(typedMonth), shown)]),
      ...(code === '' || institution !== null ? [] : [say.unknownInstitution(quoted(code))]),
    ],
  }
}

const quoted = (typed: string): string => {
  const points = [...typed]
  return points.length <= longestQuoted ? typed : `${points.slice(0, longestQuoted).join('')}…`
}

async function namesOf(db: Db, c: RequestContext) {
  const known = await institutionsByIds(db, await institutionsWithFigures(db))
  return known
    .map(one => ({ id: one.id, code: one.code, name: textIn(one.name, c.var.lang).text }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** GET /so-lieu: as asked, and `trang` from 1. */
async function showFigures({ database }: World, site: Site, c: RequestContext) {
  const { month, months, institution, misread } = await readAsked(database, c)
  const view = await readFigures(database, institution?.id ?? null, month)
  const named = await namesOf(database, c)
  const byId = new Map(named.map(one => [one.id, one]))
  const pages = Math.max(1, Math.ceil(named.length / institutionsOnPage))
  const page = pageAsked(readQuery(c))
  return c.html(
    <FiguresPage
      frame={site.frame(c)}
      view={view}
      misread={misread}
      month={month}
      months={months}
      institution={institution && { code: institution.code, name: textIn(institution.name, c.var.lang).text }}
      choices={named}
      nameOf={id => {
        const one = byId.get(id)
        return { name: one?.name ?? '', href: one === undefined ? '' : institutionPaths.institution(one.code) }
      }}
      page={Math.min(pages, page)}
    />,
  )
}

/** GET /so-lieu.csv: as asked; an address that cannot be read leads to the page that says so. */
async function sendFigures({ database }: World, c: RequestContext) {
  const { month, institution, misread } = await readAsked(database, c)
  const query = readQuery(c)
  if (misread.length > 0) return c.redirect(figuresAt(query.text('noi') || null, query.text('thang')), 303)
  const byId = new Map((await namesOf(database, c)).map(one => [one.id, one]))
  const whose = (id: string) => byId.get(id) ?? { code: '', name: '' }
  const text = await figuresFileText(database, { institution: institution?.id ?? null, last: month }, whose, c.var.lang)
  const name = ['so-lieu', ...(institution === null ? [] : [institution.code]), month].join('-')
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return c.body(text)
}
