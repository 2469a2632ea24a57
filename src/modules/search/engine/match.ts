import { type Bitmap, emptyBitmap, ordinalsOf, setBit } from './bitmap.ts'
import { addGroup, type Candidates, candidatesOf, raiseToTerm } from './candidates.ts'
import { type Group, type Plan, postingsIn, type Source, type Weighed } from './plan.ts'

/** Every visible document of a source. */
export function everything({ part, view }: Source): Candidates {
  if (view.visible !== null) return candidatesOf(ordinalsOf(view.visible))
  return candidatesOf(Uint32Array.from({ length: part.segment.size }, (_, ordinal) => ordinal))
}

/** Visible documents that have every position of the query. */
export function matchAll(plan: Plan, source: Source, at: number): Candidates {
  const [rarest] = plan.positions
  if (rarest === undefined || plan.unknown.length > 0) return candidatesOf(new Uint32Array(0))
  const candidates = candidatesOf(documentsOf([rarest], source, at))
  scorePositions(candidates, plan.positions, source, at, true)
  return candidates
}

/** A position that more documents than this share have brings no candidate of its own, unless all are so common. */
const commonShare = 1 / 3

/** Visible documents that have positions worth at least `share` of the query. */
export function matchSome(plan: Plan, source: Source, at: number, total: number, share: number): Candidates {
  // A word that nobody has cannot be asked of anybody.
  const known = plan.positions.filter(position => position.frequency > 0)
  const rare = known.filter(position => position.frequency <= total * commonShare)
  const candidates = candidatesOf(documentsOf(rare.length > 0 ? rare : known, source, at))
  scorePositions(candidates, known, source, at, false)
  const whole = known.reduce((sum, position) => sum + position.mass, 0)
  discount(candidates, whole, share)
  return candidates
}

/** Documents with less than `share` of the query leave, others are worth less the more they lack. */
function discount(candidates: Candidates, whole: number, share: number): void {
  const { docs, scores, covered } = candidates
  let kept = 0
  for (let i = 0; i < candidates.length; i += 1) {
    const coverage = Math.min(1, (covered[i] as number) / whole)
    if (coverage < share) continue
    docs[kept] = docs[i] as number
    scores[kept] = (scores[i] as number) * (0.25 + 0.75 * coverage ** 1.5)
    covered[kept] = covered[i] as number
    kept += 1
  }
  candidates.length = kept
}

/** Visible documents with a given term, unscored. */
export const matchTerm = (term: Weighed, source: Source, at: number): Candidates =>
  candidatesOf(
    documentsOf(
      [{ text: '', readings: [{ ...term, implied: false }], frequency: term.frequency, mass: 0 }],
      source,
      at,
    ),
  )

function documentsOf(groups: readonly Group[], source: Source, at: number): Uint32Array {
  const readings = groups.flatMap(group => group.readings).filter(reading => !reading.implied)
  const lists = readings.map(reading => postingsIn(source, at, reading)?.docs).filter(docs => docs !== undefined)
  const [only] = lists
  if (only === undefined) return new Uint32Array(0)
  return lists.length === 1 ? visibleOf(only, source.view.visible) : union(lists, source)
}

function visibleOf(docs: Uint32Array, visible: Bitmap | null): Uint32Array {
  if (visible === null) return docs.slice()
  const kept = new Uint32Array(docs.length)
  let count = 0
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] as number
    // Written always, counted when visible: without a branch that cannot be foreseen.
    kept[count] = doc
    count += ((visible[doc >>> 5] as number) >>> (doc & 31)) & 1
  }
  return kept.subarray(0, count)
}

function union(lists: readonly Uint32Array[], { part, view }: Source): Uint32Array {
  const bits = emptyBitmap(part.segment.size)
  for (const docs of lists) for (let i = 0; i < docs.length; i += 1) setBit(bits, docs[i] as number)
  if (view.visible !== null)
    for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] as number) & (view.visible[i] as number)
  return ordinalsOf(bits)
}

function scorePositions(
  candidates: Candidates,
  positions: readonly Group[],
  source: Source,
  at: number,
  required: boolean,
): void {
  const best = new Float32Array(candidates.length)
  for (const position of positions) {
    collectBest(candidates, best, position, source, at)
    addGroup(candidates, best, position.mass, required)
  }
}

function collectBest(candidates: Candidates, best: Float32Array, group: Group, source: Source, at: number): void {
  best.fill(0, 0, candidates.length)
  for (const reading of group.readings) {
    const postings = postingsIn(source, at, reading)
    if (postings !== null) raiseToTerm(candidates, best, postings, reading.factor)
  }
}

/** Raises documents in which neighbours of the query are neighbours too. */
export function addPairs(candidates: Candidates, plan: Plan, source: Source, at: number): void {
  const best = new Float32Array(candidates.length)
  for (const pair of plan.pairs) {
    collectBest(candidates, best, pair, source, at)
    addGroup(candidates, best, 0, false)
  }
}
