import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { addMonths, monthOf, parseYearMonth } from '../../kernel/year-month.ts'
import { everyone, get, type RequestContext, type Route, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { institutionByCode, institutionPaths, institutionsByIds } from '../institutions/index.ts'
import { FiguresPage, institutionsOnPage } from './pages.tsx'
import { figuresPath } from './paths.ts'
import { institutionsWithFigures } from './store.ts'
import { readFigures } from './view.ts'

export const planRoutes = (world: World, site: Site): Route[] => [
  get(figuresPath, everyone, c => showFigures(world, site, c)),
]

const monthsOffered = 24

/** GET /so-lieu: `thang` = 2026-11, `noi` = code of an institution, `trang` from 1. What cannot be read is left out. */
async function showFigures({ database }: World, site: Site, c: RequestContext) {
  const query = readQuery(c)
  const { lang } = c.var
  const current = monthOf(localDateAt(c.var.now))
  const asked = parseYearMonth(query.text('thang'))
  const month = asked !== null && asked <= current ? asked : current
  const code = query.text('noi')
  const chosen = code === '' ? null : await institutionByCode(database, code)
  const view = await readFigures(database, chosen?.id ?? null, month)
  const known = await institutionsByIds(database, await institutionsWithFigures(database))
  const named = known
    .map(one => ({ id: one.id, code: one.code, name: textIn(one.name, lang).text }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  const byId = new Map(named.map(one => [one.id, one]))
  const pages = Math.max(1, Math.ceil(named.length / institutionsOnPage))
  return c.html(
    <FiguresPage
      frame={site.frame(c)}
      view={view}
      month={month}
      months={Array.from({ length: monthsOffered }, (_, index) => addMonths(current, -index))}
      institution={chosen && { code: chosen.code, name: textIn(chosen.name, lang).text }}
      choices={named}
      nameOf={id => {
        const one = byId.get(id)
        return { name: one?.name ?? '', href: one === undefined ? '' : institutionPaths.institution(one.code) }
      }}
      page={Math.min(pages, Math.max(1, Number(query.text('trang')) || 1))}
    />,
  )
}
