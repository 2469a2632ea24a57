import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { ancestorsOf, nextOf, type Share, sharesOn } from './lineage.ts'
import type { LineageEdge, Place, PlaceOn } from './place.ts'
import { placeOn, versionNear } from './place.ts'
import { edgesFrom, edgesTo, placesByIds } from './store.ts'

/** A part of a place, with the unit in which it lies. */
export interface PlaceShare {
  readonly place: PlaceOn
  /** 0 < share ≤ 1, of the place asked about. */
  readonly share: number
}

/** A unit that a place was made of. */
export interface Ancestor {
  readonly place: PlaceOn
  /** The part of it that came here. */
  readonly share: number
  readonly kind: LineageEdge['kind']
  /** The first day of the new order. */
  readonly on: LocalDate
  readonly legalBasis: string | null
}

/** Reads places and everything after them in time, round by round: mergers make short chains. */
async function readForward(db: Db, ids: readonly string[], on: LocalDate) {
  const places = new Map<string, Place>()
  const edges: LineageEdge[] = []
  for (let front = [...new Set(ids)]; front.length > 0; ) {
    const found = await placesByIds(db, front)
    for (const place of found) places.set(place.id, place)
    const outward = await edgesFrom(db, front)
    edges.push(...outward)
    const graph = { places, edges: outward }
    const next = found.flatMap(place => nextOf(graph, place, on).map(share => share.place))
    front = [...new Set(next)].filter(id => !places.has(id))
  }
  return { places, edges }
}

const named = (places: ReadonlyMap<string, Place>, shares: readonly Share[], on: LocalDate): PlaceShare[] =>
  shares.flatMap(({ place, share }) => {
    const found = places.get(place)
    return found ? [{ place: placeOn(found, versionNear(found, on)), share }] : []
  })

/**
 * For each place, the units of `today` in which it lies and with what share: how a figure of then is read on the map of
 * now. Places that nobody knows are left out.
 */
export async function onTodaysMap(
  db: Db,
  places: readonly string[],
  today: LocalDate,
): Promise<Map<string, PlaceShare[]>> {
  const graph = await readForward(db, places, today)
  const known = places.filter(id => graph.places.has(id))
  return new Map(known.map(id => [id, named(graph.places, sharesOn(graph, id, today), today)]))
}

/** The units that a place became in its next step, with the share of it that each took; empty while it lives. */
export async function successorsOf(db: Db, place: string): Promise<PlaceShare[]> {
  const edges = await edgesFrom(db, [place])
  const places = new Map(
    (
      await placesByIds(
        db,
        edges.map(edge => edge.to),
      )
    ).map(found => [found.id, found]),
  )
  return edges.flatMap(edge => named(places, [{ place: edge.to, share: edge.share }], edge.on))
}

/** For each place, every unit that it was made of, the nearest first. */
export async function lineagesUp(db: Db, ids: readonly string[]): Promise<Map<string, Ancestor[]>> {
  const edges: LineageEdge[] = []
  const seen = new Set(ids)
  for (let front = [...seen]; front.length > 0; ) {
    const inward = await edgesTo(db, front)
    edges.push(...inward)
    front = [...new Set(inward.map(edge => edge.from))].filter(id => !seen.has(id))
    for (const id of front) seen.add(id)
  }
  const places = new Map((await placesByIds(db, [...new Set(edges.map(edge => edge.from))])).map(p => [p.id, p]))
  const ancestors = (id: string): Ancestor[] =>
    ancestorsOf({ places, edges }, id).flatMap(({ from, share, kind, on, legalBasis }) => {
      const place = places.get(from)
      return place ? [{ place: placeOn(place, versionNear(place, on)), share, kind, on, legalBasis }] : []
    })
  return new Map(ids.map(id => [id, ancestors(id)]))
}

/** Every unit that a place was made of, the nearest first. */
export const lineageUp = async (db: Db, place: string): Promise<Ancestor[]> =>
  (await lineagesUp(db, [place])).get(place) ?? []
