import { everyone, get, type Handler, pageAsked, type Route, readQuery } from '../../platform/http/index.ts'
import type { Site } from '../../site/index.ts'
import { pageNames, readAsked } from './address.ts'
import type { Asking } from './answering.ts'
import { answerPrograms, suggestToPrograms } from './api.ts'
import { type BrowsedFacet, browsedFacets } from './browse.ts'
import { BrowseHome, BrowsePage } from './browse-pages.tsx'
import { pageOf, readBrowseList } from './browse-view.ts'
import { SearchPage } from './pages.tsx'
import { browsePaths, paths } from './paths.ts'
import type { SearchPort } from './port.ts'
import { keepPrivate } from './private.ts'
import { readView } from './view.ts'

/** The one box, for people and for programs. Nothing here writes down what was looked for. */
export function searchRoutes(index: Asking, site: Site, port: SearchPort): Route[] {
  const show: Handler = async c => {
    const asked = readAsked(readQuery(c), pageNames)
    const view = await readView(index, port, asked, c)
    if (asked.text !== '') keepPrivate(c)
    return c.html(SearchPage({ frame: site.frame(c), view }))
  }
  const leaf =
    (facet: BrowsedFacet): Handler =>
    async c => {
      const list = await readBrowseList(index, port, facet, c)
      return c.html(BrowsePage({ frame: site.frame(c), view: pageOf(list, pageAsked(readQuery(c))) }))
    }
  const leafHome: Handler = async c => {
    const lists = await Promise.all(browsedFacets.map(facet => readBrowseList(index, port, facet, c)))
    return c.html(BrowseHome({ frame: site.frame(c), lists }))
  }
  return [
    get(paths.search, everyone, show),
    get(paths.browse, everyone, leafHome),
    ...browsedFacets.map(facet => get(browsePaths[facet], everyone, leaf(facet))),
    get(paths.api, everyone, c => answerPrograms(index, c)),
    get(paths.suggest, everyone, c => suggestToPrograms(index, c)),
  ]
}
