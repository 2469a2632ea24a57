import type { Postings } from './part.ts'

/** Documents under consideration, ascending, with what they have earned so far. The first `length` entries count. */
export interface Candidates {
  readonly docs: Uint32Array
  readonly scores: Float32Array
  /** Sum of the masses of the positions that a document has. */
  readonly covered: Float32Array
  length: number
}

export const candidatesOf = (docs: Uint32Array): Candidates => ({
  docs,
  scores: new Float32Array(docs.length),
  covered: new Float32Array(docs.length),
  length: docs.length,
})

/** Raises `best[i]` to the value that the term has in candidate `i`. */
export function raiseToTerm(candidates: Candidates, best: Float32Array, postings: Postings, factor: number): void {
  const perUnit = factor / 255
  if (postings.dense !== null) raiseDense(candidates, best, postings.dense, perUnit)
  else if (postings.docs.length > candidates.length * 8) raiseBySeeking(candidates, best, postings, perUnit)
  else raiseByWalking(candidates, best, postings, perUnit)
}

function raiseDense({ docs, length }: Candidates, best: Float32Array, dense: Uint8Array, perUnit: number): void {
  for (let i = 0; i < length; i += 1) {
    const value = (dense[docs[i] as number] as number) * perUnit
    if (value > (best[i] as number)) best[i] = value
  }
}

function raiseByWalking(candidates: Candidates, best: Float32Array, postings: Postings, perUnit: number): void {
  const { docs, length } = candidates
  const wanted = postings.docs
  let i = 0
  let j = 0
  while (i < length && j < wanted.length) {
    const difference = (docs[i] as number) - (wanted[j] as number)
    if (difference < 0) i += 1
    else if (difference > 0) j += 1
    else {
      const value = (postings.impacts[j] as number) * perUnit
      if (value > (best[i] as number)) best[i] = value
      i += 1
      j += 1
    }
  }
}

function raiseBySeeking(candidates: Candidates, best: Float32Array, postings: Postings, perUnit: number): void {
  const { docs, length } = candidates
  let at = 0
  for (let i = 0; i < length && at < postings.docs.length; i += 1) {
    const doc = docs[i] as number
    at = seek(postings.docs, at, doc)
    if (postings.docs[at] === doc) {
      const value = (postings.impacts[at] as number) * perUnit
      if (value > (best[i] as number)) best[i] = value
    }
  }
}

/** The first place from `from` on whose document is not below `doc`: doubling steps, then halving. */
export function seek(sorted: Uint32Array, from: number, doc: number, end = sorted.length): number {
  let stride = 1
  let low = from
  while (low + stride < end && (sorted[low + stride] as number) < doc) {
    low += stride
    stride *= 2
  }
  let high = Math.min(end, low + stride + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < doc) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds what a group of readings earned, and its mass where it was found; with `required`, candidates without it leave. */
export function addGroup(candidates: Candidates, best: Float32Array, mass: number, required: boolean): void {
  const { docs, scores, covered } = candidates
  let kept = 0
  for (let i = 0; i < candidates.length; i += 1) {
    const value = best[i] as number
    if (required && value === 0) continue
    docs[kept] = docs[i] as number
    scores[kept] = (scores[i] as number) + value
    covered[kept] = (covered[i] as number) + (value > 0 ? mass : 0)
    kept += 1
  }
  candidates.length = kept
}
