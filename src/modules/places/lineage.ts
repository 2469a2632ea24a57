import type { LocalDate } from '../../kernel/local-date.ts'
import { isValidOn, type LineageEdge, type Place, versionNear } from './place.ts'

/** A part of a place that lies in another one. */
export interface Share {
  readonly place: string
  /** 0 < share ≤ 1. */
  readonly share: number
}

/** The places and edges that a question about lineage needs, already read. */
export interface LineageGraph {
  readonly places: ReadonlyMap<string, Place>
  readonly edges: readonly LineageEdge[]
}

/**
 * Where a place lies on the map of `on`, with the share of it in each unit there. A place still in force is itself.
 * A unit abolished without a successor (the districts of 2025) counts for the unit that held it.
 * Empty when the place only begins after `on`.
 */
export function sharesOn(graph: LineageGraph, place: string, on: LocalDate): Share[] {
  const sums = new Map<string, number>()
  const follow = (id: string, share: number, seen: readonly string[]): void => {
    const known = graph.places.get(id)
    if (known === undefined || seen.includes(id)) return
    if (known.versions.some(version => isValidOn(version, on))) {
      sums.set(id, (sums.get(id) ?? 0) + share)
      return
    }
    for (const next of nextOf(graph, known, on)) follow(next.place, share * next.share, [...seen, id])
  }
  follow(place, 1, [])
  return [...sums].map(([id, share]) => ({ place: id, share }))
}

/** One step forward in time: the successors by `on`, or the unit that held an abolished one. */
export function nextOf(graph: LineageGraph, place: Place, on: LocalDate): Share[] {
  const successors = graph.edges.filter(edge => edge.from === place.id && edge.on <= on)
  if (successors.length > 0) return successors.map(edge => ({ place: edge.to, share: edge.share }))
  const last = place.versions.at(-1)
  const ended = last !== undefined && last.validTo !== null && last.validTo < on
  const holder = ended ? versionNear(place, on).parent : null
  return holder === null ? [] : [{ place: holder, share: 1 }]
}

/** Every unit that a place was made of, the nearest first, with the share of each that came here. */
export function ancestorsOf(graph: LineageGraph, place: string): (LineageEdge & { readonly steps: number })[] {
  const found: (LineageEdge & { readonly steps: number })[] = []
  let front = [{ id: place, share: 1 }]
  const seen = new Set([place])
  for (let steps = 1; front.length > 0; steps++) {
    const edges = front.flatMap(({ id, share }) =>
      graph.edges.filter(edge => edge.to === id).map(edge => ({ ...edge, share: edge.share * share, steps })),
    )
    found.push(...edges)
    front = edges.filter(edge => !seen.has(edge.from)).map(edge => ({ id: edge.from, share: edge.share }))
    for (const { id } of front) seen.add(id)
  }
  return found
}
