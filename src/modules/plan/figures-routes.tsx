import { textIn } from '../../kernel/localized-text.ts'
import { mayAt } from '../../kernel/viewer.ts'
import type { Db } from '../../platform/database/database.ts'
import { everyone, get, type RequestContext, type Route, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { institutionsByIds } from '../institutions/index.ts'
import { type Asked, addressOf, readAsked } from './asked.ts'
import type { Way } from './breakdown.ts'
import { FigurePage, linesOnPage } from './figure-page.tsx'
import { figuresFileText, lineFileText } from './figures-file.ts'
import { lineWorkbook, figuresWorkbook as workbookOf } from './figures-workbook.ts'
import { type Indicator, indicatorByCode } from './indicator.ts'
import { FiguresPage, institutionsOnPage } from './pages.tsx'
import {
  figureAt,
  figureFilePattern,
  figurePattern,
  figuresAt,
  figuresFile,
  figuresPath,
  figuresWorkbook,
} from './paths.ts'
import { periodText } from './period.ts'
import type { Published24 } from './publications.ts'
import { readFigures, readIndicator, readLines, readMatrix, readPlans } from './view.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Which part of so many rows a page shows, and how many pages there are; a page that is none is the last. */
function pageOf<Row>(rows: readonly Row[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const at = Math.min(pages, page)
  return { page: at, pages, rows: rows.slice((at - 1) * size, at * size) }
}

async function institutionsNamed(db: Db, published: Published24, c: RequestContext) {
  const known = await institutionsByIds(db, await published.institutions())
  return known
    .map(one => ({ id: one.id, code: one.code, name: textIn(one.name, c.var.lang).text }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function attach(c: RequestContext, name: string, ending: 'csv' | 'xlsx', body: string | Uint8Array<ArrayBuffer>) {
  c.header('Content-Type', ending === 'csv' ? 'text/csv; charset=utf-8' : workbookType)
  c.header('Content-Disposition', `attachment; filename="${name}.${ending}"`)
  return c.body(body)
}

const fileName = (asked: Asked, ...parts: readonly string[]): string =>
  ['so-lieu', ...parts, ...(asked.institution === null ? [] : [asked.institution.code]), periodText(asked.period)].join(
    '-',
  )

export function figuresRoutes({ database }: World, site: Site, publications: () => Promise<Published24>): Route[] {
  /** GET /so-lieu: as asked. */
  const showFigures = async (c: RequestContext) => {
    const published = await publications()
    const asked = await readAsked(database, published, c)
    const view = await readFigures(database, published, asked)
    const choices = await institutionsNamed(database, published, c)
    const { page, pages, rows } = pageOf(asked.institution === null ? choices : [], asked.page, institutionsOnPage)
    const ids = rows.map(({ id }) => id)
    const standings = await readMatrix(database, published, asked.period, ids)
    return c.html(
      <FiguresPage
        frame={site.frame(c)}
        view={view}
        asked={{ ...asked, page }}
        choices={choices}
        matrix={rows.map(institution => ({ institution, standings: standings.get(institution.id) ?? [] }))}
        pages={pages}
      />,
    )
  }

  /** GET /so-lieu.csv, /so-lieu.xlsx: an address that cannot be read leads to the page that says so. */
  const sendFigures = (ending: 'csv' | 'xlsx') => async (c: RequestContext) => {
    const published = await publications()
    const asked = await readAsked(database, published, c)
    const query = readQuery(c)
    if (asked.misread.length > 0) {
      return c.redirect(figuresAt({ period: query.text('ky'), institution: query.text('noi') }), 303)
    }
    const { lang } = c.var
    if (ending === 'xlsx') {
      return attach(c, fileName(asked), ending, await workbookOf(database, published, asked, lang))
    }
    const byId = new Map((await institutionsNamed(database, published, c)).map(one => [one.id, one]))
    const whose = (id: string) => byId.get(id) ?? { code: '', name: '' }
    return attach(c, fileName(asked), ending, await figuresFileText(published, asked, whose, lang))
  }

  const linesAsked = async (published: Published24, indicator: Indicator, asked: Asked, c: RequestContext) => {
    const plans = await readPlans(database, asked.period)
    const lines = (way: Way) => readLines(database, published, indicator, { ...asked, way }, c.var.lang, plans)
    return { plans, lines }
  }

  /** GET /so-lieu/:indicator: as asked. */
  const showFigure = async (c: RequestContext) => {
    const indicator = indicatorByCode(c.req.param('indicator') ?? '')
    if (indicator === null) return c.notFound()
    const published = await publications()
    const asked = await readAsked(database, published, c)
    const { plans, lines } = await linesAsked(published, indicator, asked, c)
    const offered: readonly Way[] = asked.institution === null ? ['noi', 'dia-diem', 'xa'] : ['dia-diem', 'xa']
    const all = await Promise.all(offered.map(async way => ({ way, lines: await lines(way) })))
    const { page, pages, rows } = pageOf(all.find(one => one.way === asked.way)?.lines ?? [], asked.page, linesOnPage)
    return c.html(
      <FigurePage
        frame={site.frame(c)}
        view={await readIndicator(published, indicator, asked, plans)}
        computedAt={published.computed.at}
        asked={{ ...asked, page }}
        choices={await institutionsNamed(database, published, c)}
        ways={all.map(one => ({ way: one.way, lines: one.lines.length }))}
        lines={rows}
        pages={pages}
        mayReadFacts={mayAt(c.var.viewer, 'read-facts', null)}
      />,
    )
  }

  /** GET /so-lieu/:indicator/bang.csv, bang.xlsx: the breakdown that its page shows. */
  const sendFigure = async (c: RequestContext) => {
    const indicator = indicatorByCode(c.req.param('indicator') ?? '')
    const ending = (['csv', 'xlsx'] as const).find(one => c.req.param('file') === `bang.${one}`)
    if (indicator === null || ending === undefined) return c.notFound()
    const published = await publications()
    const asked = await readAsked(database, published, c)
    if (asked.misread.length > 0) return c.redirect(figureAt(indicator.code, addressOf(asked)), 303)
    const { lines } = await linesAsked(published, indicator, asked, c)
    const all = await lines(asked.way)
    const name = fileName(asked, indicator.code, asked.way)
    if (ending === 'csv') return attach(c, name, ending, lineFileText(indicator, asked, all, c.var.lang))
    return attach(c, name, ending, await lineWorkbook(indicator, asked, all, published.computed.at, c.var.lang))
  }

  return [
    get(figuresPath, everyone, showFigures),
    get(figuresFile, everyone, sendFigures('csv')),
    get(figuresWorkbook, everyone, sendFigures('xlsx')),
    get(figurePattern, everyone, showFigure),
    get(figureFilePattern, everyone, sendFigure),
  ]
}
