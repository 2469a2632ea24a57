import { createBuffer } from './buffer.ts'
import { cutFrame, isCut, maxRecordOctets, nextSound, soundLength } from './frame.ts'
import { decodeRecord } from './iso2709-record.ts'
import { recordTerminator } from './octets.ts'
import type { Outcome, Problem } from './problem.ts'

/** Octets kept while no record terminator comes: over-long records of real files have 1.1 million. */
const maxHeldOctets = 4 << 20

/** Of a stretch without end, what is kept: any sound record that ends it fits. */
const keptOctets = maxRecordOctets + 1

/** A larger chunk is read in slices, so that what is held stays bounded. */
const sliceOctets = 1 << 20

const nothing = new Uint8Array(0)

export interface Iso2709Reader {
  /** What the octets so far make certain. A chunk may end anywhere, and may be reused after the outcomes are read. */
  push(chunk: Uint8Array): Outcome[]
  /** What remains at the end of the file. */
  end(): Outcome[]
}

/**
 * An incremental, lenient reader of ISO 2709 (MARC 21 Record Structure). Every octet is part of an outcome or filler
 * between records; no octets make it throw; what it holds is bounded whatever the file is.
 */
export function createIso2709Reader(): Iso2709Reader {
  const held = createBuffer()
  /** Of the first octet held, or of the next to come. */
  let offset = 0
  /** Octets of an endless stretch that were let go, right before `offset`. */
  let dropped = 0
  let number = 0

  const problem = (bytes: Uint8Array, at: number, found: Problem): Outcome => {
    number += 1
    return { kind: 'problem', offset: at, number, bytes, problem: found }
  }

  const read = (bytes: Uint8Array, at: number): Outcome => {
    const decoded = decodeRecord(bytes)
    if ('code' in decoded) return problem(bytes, at, decoded)
    number += 1
    return { kind: 'record', offset: at, number, bytes, ...decoded }
  }

  const readFrame = (frame: Uint8Array, last: boolean, outcomes: Outcome[]): void => {
    const pieces = cutFrame(frame)
    for (const { kind, start, end } of pieces) {
      const bytes = frame.subarray(start, end)
      const octets = bytes.length
      if (kind === 'garbage') outcomes.push(problem(bytes, offset + start, { code: 'not-a-record', octets }))
      else if (last && end === frame.length && isCut(bytes))
        outcomes.push(problem(bytes, offset + start, { code: 'cut-at-end', octets }))
      else outcomes.push(read(bytes, offset + start))
    }
    offset += frame.length
  }

  /** Reports what was let go, and leaves the frame from the next sound record on. */
  const afterDropped = (frame: Uint8Array, outcomes: Outcome[]): Uint8Array => {
    if (dropped === 0) return frame
    const sound = nextSound(frame, 0, frame.length)
    const lost = frame.subarray(0, sound < 0 ? frame.length : sound)
    const octets = dropped + lost.length
    const found: Problem = { code: 'record-too-large', octets, limit: maxHeldOctets }
    outcomes.push(problem(lost, offset - dropped, found))
    dropped = 0
    offset += lost.length
    return frame.subarray(lost.length)
  }

  /** Too much without a terminator: reads the sound records in it and lets go of what nobody can tell apart. */
  const relieve = (outcomes: Outcome[]): void => {
    let rest = held.take(nothing)
    const whole = lastSoundEnd(rest)
    if (whole > 0) {
      readFrame(afterDropped(rest.subarray(0, whole), outcomes), false, outcomes)
      rest = rest.subarray(whole)
    }
    const excess = Math.max(0, rest.length - keptOctets)
    dropped += excess
    offset += excess
    held.add(rest.subarray(excess))
  }

  const push = (chunk: Uint8Array, outcomes: Outcome[]): void => {
    let at = 0
    for (let to = chunk.indexOf(recordTerminator); to >= 0; to = chunk.indexOf(recordTerminator, at)) {
      readFrame(afterDropped(held.take(chunk.subarray(at, to + 1)), outcomes), false, outcomes)
      at = to + 1
    }
    held.add(chunk.subarray(at))
    if (held.octets() > maxHeldOctets) relieve(outcomes)
  }

  return {
    push: chunk => {
      const outcomes: Outcome[] = []
      for (let at = 0; at < chunk.length; at += sliceOctets) push(chunk.subarray(at, at + sliceOctets), outcomes)
      return outcomes
    },
    end: () => {
      const outcomes: Outcome[] = []
      readFrame(afterDropped(held.take(nothing), outcomes), true, outcomes)
      return outcomes
    },
  }
}

/** Where the last sound record in the octets ends; 0 when there is none. */
function lastSoundEnd(bytes: Uint8Array): number {
  let end = 0
  for (let at = nextSound(bytes, 0, bytes.length); at >= 0; at = nextSound(bytes, end, bytes.length))
    end = at + soundLength(bytes, at, bytes.length)
  return end
}

/** Reads a file, chunk by chunk, as its octets arrive. */
export async function* readIso2709(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Outcome> {
  const reader = createIso2709Reader()
  for await (const chunk of stream) yield* reader.push(chunk)
  yield* reader.end()
}
