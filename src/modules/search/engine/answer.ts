import type { Hit, Matching, SearchQuery, Sort } from '../query.ts'
import { hasBit } from './bitmap.ts'
import { type Candidates, candidatesOf, seek } from './candidates.ts'
import type { ColumnName, Dictionaries } from './columns.ts'
import { choiceOf, countAndFilter, emptyTally, facetsOf } from './facet-count.ts'
import { addPairs, everything, matchAll, matchSome, matchTerm } from './match.ts'
import { storedOf } from './part.ts'
import { makePlan, type Plan, postingsIn, type QueryTerms, type Source, type Weighed } from './plan.ts'
import { compareDocuments } from './segment.ts'
import { textAt } from './text-pool.ts'
import { topOf } from './top.ts'

export interface Found {
  readonly matching: Matching
  readonly unknown: readonly string[]
  readonly total: number
  readonly complete: number
  readonly hits: readonly Omit<Hit, 'highlights'>[]
  readonly facets: ReturnType<typeof facetsOf>
}

/** Least share of the query, by worth of its words, that a document must have when none has all. */
const leastShare = 0.3
/** A question is many words: when hardly a document has them all, those that have most of them may be the better ones. */
const wordsOfQuestion = 4
const fewComplete = 20
/** Above every score: an identifier typed whole comes first. */
const identifierBonus = 1000

/** Answers one query over all sources of a viewer. */
export function findIn(
  sources: readonly Source[],
  numbers: Dictionaries,
  terms: QueryTerms,
  query: SearchQuery,
): Found {
  const plan = makePlan(terms, sources)
  const { matching, matches, complete } = match(plan, sources)
  const choice = choiceOf(query, numbers)
  const tally = emptyTally(numbers)
  matches.forEach((candidates, at) => {
    countAndFilter(candidates, (sources[at] as Source).part, choice, tally)
  })
  const total = matches.reduce((sum, candidates) => sum + candidates.length, 0)
  const best = bestOf(matches, sources, query.sort ?? 'relevance', query.page * query.pageSize)
  const page = best.slice((query.page - 1) * query.pageSize)
  return {
    matching,
    unknown: plan.unknown,
    total,
    complete,
    hits: page.map(({ at, ordinal }) => hitOf(sources[at] as Source, ordinal, numbers)),
    facets: facetsOf(tally, choice, numbers),
  }
}

/** The first documents that have every word of a query; nothing is counted. */
export function firstIn(
  sources: readonly Source[],
  numbers: Dictionaries,
  terms: QueryTerms,
  limit: number,
): (Omit<Hit, 'highlights'> & { people: string[]; subjects: string[] })[] {
  const plan = makePlan(terms, sources)
  const matches = sources.map((source, at) => scored(matchAll(plan, source, at), plan, source, at))
  const best = bestOf(matches, sources, 'relevance', limit)
  return best.map(({ at, ordinal }) => {
    const source = sources[at] as Source
    const valuesIn = (name: 'person' | 'subject') => valuesAt(source, ordinal, name, numbers)
    return { ...hitOf(source, ordinal, numbers), people: valuesIn('person'), subjects: valuesIn('subject') }
  })
}

function valuesAt({ part }: Source, ordinal: number, name: ColumnName, numbers: Dictionaries): string[] {
  const { starts, values } = part.segment.columns[name]
  return Array.from(values.subarray(starts[ordinal], starts[ordinal + 1]), id => numbers[name].textOf(id))
}

interface Matched {
  readonly matching: Matching
  /** Of each source. */
  readonly matches: Candidates[]
  /** Documents with every word, before any filter. */
  readonly complete: number
}

/** Decides how far to go, over all sources alike, and scores what matches. */
function match(plan: Plan, sources: readonly Source[]): Matched {
  if (plan.positions.length === 0 && plan.identifier === null)
    return { matching: 'everything', matches: sources.map(everything), complete: 0 }
  const all = sources.map((source, at) => scored(matchAll(plan, source, at), plan, source, at))
  const complete = all.reduce((sum, candidates) => sum + candidates.length, 0)
  const { identifier } = plan
  if (identifier !== null) {
    return {
      matching: 'identifier',
      complete,
      matches: sources.map((source, at) => withIdentified(all[at], identifier, source, at)),
    }
  }
  if (
    complete > 0 &&
    (plan.sameTitle.length > 0 || plan.positions.length < wordsOfQuestion || complete >= fewComplete)
  ) {
    return { matching: 'all', matches: all, complete }
  }
  const total = sources.reduce((sum, { view }) => sum + view.count, 0)
  const some = (source: Source, at: number) => scored(matchSome(plan, source, at, total, leastShare), plan, source, at)
  return { matching: 'some', matches: sources.map(some), complete }
}

function scored(candidates: Candidates, plan: Plan, source: Source, at: number): Candidates {
  addPairs(candidates, plan, source, at)
  raiseSameTitle(candidates, plan.sameTitle, source, at)
  return candidates
}

function raiseSameTitle(candidates: Candidates, sameTitle: readonly Weighed[], source: Source, at: number): void {
  for (const same of sameTitle) {
    for (const doc of postingsIn(source, at, same)?.docs ?? []) {
      const i = seek(candidates.docs, 0, doc, candidates.length)
      if (i < candidates.length && candidates.docs[i] === doc) {
        candidates.scores[i] = (candidates.scores[i] as number) + same.factor
      }
    }
  }
}

function withIdentified(all: Candidates | undefined, identifier: Weighed, source: Source, at: number): Candidates {
  const identified = matchTerm(identifier, source, at)
  const scores = new Map<number, number>()
  for (let i = 0; i < (all?.length ?? 0); i += 1) scores.set(all?.docs[i] as number, all?.scores[i] as number)
  for (const doc of identified.docs) scores.set(doc, (scores.get(doc) ?? 0) + identifierBonus)
  const docs = Uint32Array.from(scores.keys()).sort()
  const both = candidatesOf(docs)
  both.scores.set(Array.from(docs, doc => scores.get(doc) ?? 0))
  return both
}

interface Place {
  readonly at: number
  readonly ordinal: number
  readonly value: number
}

/** The first `limit` documents of all sources in the wanted order. */
function bestOf(matches: readonly Candidates[], sources: readonly Source[], sort: Sort, limit: number): Place[] {
  const places = matches.flatMap((candidates, at) => {
    const top = topOf(Math.min(limit, candidates.length))
    const { years } = (sources[at] as Source).part.segment
    for (let i = 0; i < candidates.length; i += 1) {
      const ordinal = candidates.docs[i] as number
      const value =
        sort === 'relevance' ? (candidates.scores[i] as number) : sort === 'newest' ? (years[ordinal] as number) : 0
      top.offer(value, ordinal)
    }
    return top.sorted().map(({ value, ordinal }) => ({ at, ordinal, value }))
  })
  const segmentOf = (place: Place) => (sources[place.at] as Source).part.segment
  places.sort((a, b) => b.value - a.value || compareDocuments(segmentOf(a), a.ordinal, segmentOf(b), b.ordinal))
  return places.slice(0, limit)
}

function hitOf(source: Source, ordinal: number, numbers: Dictionaries): Omit<Hit, 'highlights'> {
  const { part } = source
  const { segment } = part
  const { url, title, display } = storedOf(part, ordinal)
  const key = textAt(segment.keys, ordinal)
  const kind = valuesAt(source, ordinal, 'kind', numbers)[0] as Hit['kind']
  return {
    kind,
    id: key.slice(kind.length + 1),
    url,
    title,
    display,
    institutions: valuesAt(source, ordinal, 'institution', numbers),
    available: hasBit(part.available, ordinal),
  }
}
