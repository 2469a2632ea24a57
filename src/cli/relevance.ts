/** Grades of documents for one query, above 0 where relevant. */
export type Judgements = ReadonlyMap<string, number>

/** How well answers met their judgements, each from 0 to 1. */
export interface Relevance {
  readonly ndcg10: number
  /** Reciprocal rank of the first relevant document within the first hundred. */
  readonly mrr: number
  readonly recall20: number
}

/** The mean of some queries. */
export interface SliceRelevance extends Relevance {
  readonly queries: number
}

/** How deep an answer is read. */
export const depth = 100

const gainOf = (grade: number): number => 2 ** grade - 1

const cumulatedGain = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + gainOf(grade) / Math.log2(at + 2), 0)

/**
 * Scores one answer, best hit first. nDCG@10 takes 2^grade − 1 as gain against the best possible order (Järvelin and Kekäläinen
 * in the form of Burges); recall@20 counts against what twenty places can hold. A hit that comes twice counts once.
 */
export function relevanceOf(hits: readonly string[], judged: Judgements): Relevance {
  const grades = [...new Set(hits)].slice(0, depth).map(hit => judged.get(hit) ?? 0)
  const ideal = cumulatedGain([...judged.values()].toSorted((a, b) => b - a))
  const first = grades.findIndex(grade => grade >= 1)
  const found = grades.slice(0, 20).filter(grade => grade >= 1).length
  return {
    ndcg10: ideal === 0 ? 0 : cumulatedGain(grades) / ideal,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall20: judged.size === 0 ? 0 : found / Math.min(judged.size, 20),
  }
}

/** The mean of each slice, in the order of their names. */
export function meansOf(scored: Iterable<readonly [slice: string, Relevance]>): Map<string, SliceRelevance> {
  const slices = new Map<string, Relevance[]>()
  for (const [slice, relevance] of scored) {
    const known = slices.get(slice)
    if (known === undefined) slices.set(slice, [relevance])
    else known.push(relevance)
  }
  const byName = [...slices].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(byName.map(([slice, all]) => [slice, { ...mean(all), queries: all.length }]))
}

/** Every one alike: of the slices it is the macro mean, in which a small slice weighs as much as a large one. */
export function mean(all: readonly Relevance[]): Relevance {
  const of = (name: keyof Relevance) =>
    all.length === 0 ? 0 : all.reduce((sum, one) => sum + one[name], 0) / all.length
  return { ndcg10: of('ndcg10'), mrr: of('mrr'), recall20: of('recall20') }
}
