import { compareVietnamese } from '../../kernel/vietnamese.ts'
import { everyone, get, type Handler, pageAsked, type Route, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { type Institution, institutionByCode, institutionsByIds } from '../institutions/index.ts'
import { arrivalsFeed } from './arrivals-feed.ts'
import { ArrivalsPage } from './arrivals-page.tsx'
import { institutionsWithArrivals, newestAt, newestInProvince } from './arrivals-store.ts'
import { describeArrivals, namedPlace } from './arrivals-view.ts'
import { arrivalsPath, feedPath } from './paths.ts'

const onPage = 20
const inFeed = 50
const longestQuoted = 40

/** What came in last: `noi` = code of an institution, `trang` from 1. */
export function arrivalsRoutes({ database: db }: World, site: Site): Route[] {
  const newestOf = (place: Institution | null) => (place === null ? newestInProvince(db) : newestAt(db, place.id))
  const show: Handler = async c => {
    const { lang, origin } = c.var
    const query = readQuery(c)
    const code = query.text('noi')
    const place = code === '' ? null : await institutionByCode(db, code)
    const all = await newestOf(place)
    const pages = Math.max(1, Math.ceil(all.length / onPage))
    const page = Math.min(pages, pageAsked(query))
    const offered = new Set([...(await institutionsWithArrivals(db)), ...(place === null ? [] : [place.id])])
    const places = await institutionsByIds(db, [...offered])
    const view = {
      place: place && namedPlace(place, lang),
      places: places.map(one => namedPlace(one, lang)).sort((a, b) => compareVietnamese(a.name, b.name)),
      unknownCode: code !== '' && place === null ? [...code].slice(0, longestQuoted).join('') : null,
      arrivals: await describeArrivals(db, all.slice((page - 1) * onPage, page * onPage), lang),
      page,
      pages,
    }
    return c.html(ArrivalsPage({ frame: site.frame(c), view, origin }))
  }
  /** A code that names no place gives no feed: nobody reads a notice in one. */
  const feed: Handler = async c => {
    const { lang, origin } = c.var
    const code = readQuery(c).text('noi')
    const place = code === '' ? null : await institutionByCode(db, code)
    if (code !== '' && place === null) return c.notFound()
    const arrivals = await describeArrivals(db, (await newestOf(place)).slice(0, inFeed), lang)
    c.header('Content-Type', 'application/rss+xml; charset=utf-8')
    return c.body(arrivalsFeed({ place: place && namedPlace(place, lang), arrivals }, origin, lang))
  }
  return [get(arrivalsPath, everyone, show), get(feedPath, everyone, feed)]
}
