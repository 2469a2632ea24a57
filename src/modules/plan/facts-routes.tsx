import { createHash } from 'node:crypto'
import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { ok } from '../../kernel/result.ts'
import { firstDay, firstDayOfYear, lastDay } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { get, may, type RequestContext, type Route, readQuery } from '../../platform/http/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { facilitiesByIds, institutionsByIds } from '../institutions/index.ts'
import { type BareFact, bareFacts } from '../participation/index.ts'
import { placesByIds, versionNear } from '../places/index.ts'
import { type Asked, readAsked } from './asked.ts'
import { communesOf, unknownCommune } from './breakdown.ts'
import { FactsPage } from './facts-page.tsx'
import { type Indicator, indicatorByCode } from './indicator.ts'
import { factsPattern } from './paths.ts'
import { yearOfPeriod } from './period.ts'
import type { Published24 } from './publications.ts'

const factsOnPage = 50

/** The same for the same officer, figure, institution and day: however often the page is turned, it is one look. */
function lookId(...parts: readonly (string | null)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  // RFC 9562, version 8: made by us.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Which days the figure is the sum of: a stock since the beginning. */
function daysOf({ kind }: Indicator, { period }: Asked) {
  const to = lastDay(period.last)
  if (kind === 'stock') return { from: null, to }
  return { from: period.kind === 'year' ? firstDayOfYear(yearOfPeriod(period)) : firstDay(period.last), to }
}

async function namesFor(db: Db, c: RequestContext, facts: readonly BareFact[]) {
  const { lang } = c.var
  const some = (pick: (fact: BareFact) => string | null) => [...new Set(facts.flatMap(fact => pick(fact) ?? []))]
  const institutions = new Map(
    (
      await institutionsByIds(
        db,
        some(fact => fact.institution),
      )
    ).map(one => [one.id, textIn(one.name, lang).text]),
  )
  const sites = new Map(
    (
      await facilitiesByIds(
        db,
        some(fact => fact.facility),
      )
    ).map(one => [one.id, one.name.length > 0 ? textIn(one.name, lang).text : one.address]),
  )
  const places = new Map(
    (
      await placesByIds(
        db,
        some(fact => fact.place),
      )
    ).map(one => [one.id, one]),
  )
  return (fact: BareFact) => {
    const place = places.get(fact.place ?? '')
    return {
      institution: institutions.get(fact.institution) ?? '',
      site: sites.get(fact.facility ?? '') ?? '',
      commune: place === undefined ? '' : textIn(versionNear(place, fact.occurredOn).name, lang).text,
    }
  }
}

/** What a figure is the sum of, for officers who were trained to read it. */
export function factsRoutes({ database }: World, site: Site, publications: () => Promise<Published24>): Route[] {
  /** What the key of a line narrows the facts to; a key that means nothing here narrows nothing. */
  const partOf = async (published: Published24, indicator: Indicator, asked: Asked, key: string) => {
    const { leaves } = await published.of(indicator, asked.period.last)
    const own = leaves.filter(leaf => asked.institution === null || leaf.institution === asked.institution.id)
    if (asked.way === 'dia-diem') {
      const leaf = own.find(one => `${one.institution} ${one.facility ?? ''}`.trim() === key)
      if (leaf !== undefined) return { line: key, part: { institution: leaf.institution, facility: leaf.facility } }
    }
    if (asked.way === 'xa' && key !== '') {
      const ids = [...new Set(own.map(leaf => leaf.place))]
      const communeOf = await communesOf(database, ids, asked)
      const wanted = key === unknownCommune ? '' : key
      const places = ids.filter(id => communeOf(id, asked.period.last) === wanted)
      if (places.length > 0) return { line: key, part: { places } }
    }
    return { line: null, part: {} }
  }

  const show = async (c: RequestContext) => {
    const indicator = indicatorByCode(c.req.param('indicator') ?? '')
    if (indicator === null) return c.notFound()
    const published = await publications()
    const asked = await readAsked(database, published, c)
    const { now, viewer } = c.var
    const institution = asked.institution?.id ?? null
    await perform<null, never>(
      database,
      {
        id: lookId(viewer.person, indicator.code, institution, localDateAt(now)),
        type: 'plan.read-facts',
        version: 1,
        actor: viewer.person,
        institution,
        occurredAt: now,
        payload: { indicator: indicator.code },
      },
      async () => ok(null),
    )
    const { line, part } = await partOf(published, indicator, asked, readQuery(c).text('dong'))
    const which = { verb: indicator.verb, institution, ...part, ...daysOf(indicator, asked) }
    const read = (page: number) => bareFacts(database, which, { limit: factsOnPage, offset: (page - 1) * factsOnPage })
    const first = await read(asked.page)
    const pages = Math.max(1, Math.ceil(first.count / factsOnPage))
    const page = Math.min(pages, asked.page)
    const { facts, count, sum } = page === asked.page ? first : await read(page)
    const known = await institutionsByIds(database, await published.institutions())
    return c.html(
      <FactsPage
        frame={site.staffFrame(c, null)}
        indicator={indicator}
        asked={{ ...asked, page }}
        line={line}
        choices={known
          .map(one => ({ code: one.code, name: textIn(one.name, c.var.lang).text }))
          .sort((a, b) => (a.code < b.code ? -1 : 1))}
        facts={facts}
        count={count}
        sum={sum}
        pages={pages}
        whereIs={await namesFor(database, c, facts)}
      />,
    )
  }
  return [get(factsPattern, may('read-facts', 'province'), show)]
}
