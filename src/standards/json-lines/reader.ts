import { type JsonLinesLimits, jsonLinesLimits } from './limits.ts'
import type { JsonLinesOutcome, JsonLinesProblem, JsonObject } from './problem.ts'
import { splitLine } from './split-line.ts'

const lineFeed = 0x0a
const nothing = new Uint8Array(0)
const mark = [0xef, 0xbb, 0xbf]

export interface JsonLinesReader {
  /** What the octets so far make certain. A chunk may end anywhere, and may be reused after the outcomes are read. */
  push(chunk: Uint8Array): JsonLinesOutcome[]
  /** What remains at the end of the file. */
  end(): JsonLinesOutcome[]
}

/**
 * An incremental, lenient reader of JSON Lines (jsonlines.org; RFC 8259 on every line), and of one list of objects that
 * is spread over lines. A fault costs its own line; no octets make it throw; what it holds is one line.
 */
export function createJsonLinesReader(options: { readonly limits?: Partial<JsonLinesLimits> } = {}): JsonLinesReader {
  const limits = { ...jsonLinesLimits, ...options.limits }
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let held: Uint8Array[] = []
  let heldOctets = 0
  /** Of the line so far, what is not held being beyond the limit. */
  let lineOctets = 0
  let lineStart = 0
  let number = 0

  const hold = (part: Uint8Array): void => {
    const room = limits.lineOctets - heldOctets
    if (room > 0 && part.length > 0) {
      const kept = part.slice(0, room)
      held.push(kept)
      heldOctets += kept.length
    }
    lineOctets += part.length
  }

  const wholeLine = (): Uint8Array => {
    const [only = nothing] = held
    if (held.length <= 1) return only
    const whole = new Uint8Array(heldOctets)
    let at = 0
    for (const part of held) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  const parsed = (bytes: Uint8Array): { readonly value: JsonObject } | JsonLinesProblem => {
    let written: string
    try {
      written = text.decode(bytes)
    } catch {
      return { code: 'not-utf8' }
    }
    try {
      const value: unknown = JSON.parse(written)
      return isObject(value) ? { value } : { code: 'not-an-object' }
    } catch {
      return { code: 'not-json' }
    }
  }

  const readLine = (last: boolean): JsonLinesOutcome[] => {
    const line = wholeLine()
    const marked = lineStart === 0 && mark.every((octet, at) => line[at] === octet) ? mark.length : 0
    const body = line.subarray(marked)
    const offset = lineStart + marked
    const fault = (at: number, bytes: Uint8Array, problem: JsonLinesProblem): JsonLinesOutcome => {
      number += 1
      return { kind: 'problem', number, offset: offset + at, bytes, problem }
    }
    if (lineOctets > limits.lineOctets)
      return [fault(0, body, { code: 'line-too-long', octets: lineOctets, limit: limits.lineOctets })]
    const { pieces, state, depth } = splitLine(body)
    return pieces.map(({ start, end }) => {
      const bytes = body.subarray(start, end)
      if (state === 'open' && last) return fault(start, bytes, { code: 'cut-at-end' })
      if (depth > limits.depth) return fault(start, bytes, { code: 'too-deep', limit: limits.depth })
      const found = parsed(bytes)
      if ('code' in found) return fault(start, bytes, found)
      number += 1
      return { kind: 'record', number, offset: offset + start, bytes, value: found.value }
    })
  }

  const finishLine = (ended: 0 | 1): JsonLinesOutcome[] => {
    const outcomes = readLine(ended === 0)
    lineStart += lineOctets + ended
    held = []
    heldOctets = 0
    lineOctets = 0
    return outcomes
  }

  return {
    push: chunk => {
      const outcomes: JsonLinesOutcome[] = []
      let at = 0
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, at)) {
        hold(chunk.subarray(at, end))
        outcomes.push(...finishLine(1))
        at = end + 1
      }
      hold(chunk.subarray(at))
      return outcomes
    },
    end: () => finishLine(0),
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
