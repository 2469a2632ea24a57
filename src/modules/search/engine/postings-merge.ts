import { gone, type Segment } from './segment.ts'
import { step } from './steps.ts'
import { bytesAt, compareBytes, poolSize, poolWriter, type TextPool } from './text-pool.ts'

type Postings = Pick<Segment, 'terms' | 'starts' | 'docs' | 'impacts'>

/** Merges dictionaries and postings; `moved` gives new ordinals and keeps their order within a segment. Terms of dead documents alone vanish. */
export function* mergePostings(
  segments: readonly Postings[],
  moved: readonly Uint32Array<ArrayBuffer>[],
): Generator<void, Postings> {
  const most = segments.reduce((sum, segment) => sum + segment.docs.length, 0)
  const docs = new Uint32Array(most)
  const impacts = new Uint8Array(most)
  const starts: number[] = [0]
  const terms = poolWriter(Math.max(0, ...segments.map(segment => poolSize(segment.terms))))
  const heads = segments.map(() => 0)
  let filled = 0
  let work = 0
  for (;;) {
    const holders = smallestTerm(segments, heads)
    const first = holders[0]
    if (first === undefined) break
    const before = filled
    filled = holders.length === 1 ? copy(first, filled) : zip(holders, filled)
    if (filled > before) {
      terms.addBytes(bytesAt((segments[first] as Postings).terms, heads[first] as number))
      starts.push(filled)
    }
    for (const holder of holders) heads[holder] = (heads[holder] as number) + 1
    work += filled - before + 8
    if (work > step * 4) {
      work = 0
      yield
    }
  }
  const whole = filled === most
  return {
    terms: terms.finish(),
    starts: Uint32Array.from(starts),
    docs: whole ? docs : docs.slice(0, filled),
    impacts: whole ? impacts : impacts.slice(0, filled),
  }

  function copy(holder: number, at: number): number {
    const segment = segments[holder] as Postings
    const map = moved[holder] as Uint32Array
    const term = heads[holder] as number
    const end = segment.starts[term + 1] as number
    for (let i = segment.starts[term] as number; i < end; i += 1) {
      const doc = map[segment.docs[i] as number] as number
      if (doc === gone) continue
      docs[at] = doc
      impacts[at] = segment.impacts[i] as number
      at += 1
    }
    return at
  }

  function zip(holders: readonly number[], at: number): number {
    const from = holders.map(holder => (segments[holder] as Postings).starts[heads[holder] as number] as number)
    const to = holders.map(holder => (segments[holder] as Postings).starts[(heads[holder] as number) + 1] as number)
    for (;;) {
      let best = -1
      let lowest = gone
      for (let i = 0; i < holders.length; i += 1) {
        const doc = nextMoved(holders[i] as number, from, to, i)
        if (doc < lowest) {
          lowest = doc
          best = i
        }
      }
      if (best < 0) return at
      docs[at] = lowest
      impacts[at] = (segments[holders[best] as number] as Postings).impacts[from[best] as number] as number
      from[best] = (from[best] as number) + 1
      at += 1
    }
  }

  /** New ordinal of the next living posting of a holder, stepping over the dead. */
  function nextMoved(holder: number, from: number[], to: readonly number[], i: number): number {
    const segment = segments[holder] as Postings
    const map = moved[holder] as Uint32Array
    let position = from[i] as number
    const end = to[i] as number
    while (position < end && map[segment.docs[position] as number] === gone) position += 1
    from[i] = position
    return position < end ? (map[segment.docs[position] as number] as number) : gone
  }
}

/** Segments whose next term is the lowest of all. */
function smallestTerm(segments: readonly Postings[], heads: readonly number[]): number[] {
  let holders: number[] = []
  let lowest: Uint8Array | null = null
  segments.forEach(({ terms }: { terms: TextPool }, i) => {
    const head = heads[i] as number
    if (head >= poolSize(terms)) return
    const bytes = bytesAt(terms, head)
    const order = lowest === null ? -1 : compareBytes(bytes, lowest)
    if (order < 0) {
      lowest = bytes
      holders = [i]
    } else if (order === 0) holders.push(i)
  })
  return holders
}
