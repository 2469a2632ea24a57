import { type Entry, entryLength, readEntries } from './directory.ts'
import { leaderLength } from './leader.ts'
import { asciiText, fieldTerminator } from './octets.ts'
import type { Warn } from './warnings.ts'

/** A stretch of data up to and with its terminator; octets counted from the base address. */
export interface Span {
  readonly start: number
  readonly length: number
}

/** The field made of the spans `from` … `to` (exclusive): more than one when a false terminator stands inside it. */
export interface Placement {
  readonly tag: string
  readonly from: number
  readonly to: number
}

/** The data cut at its field terminators; what follows the last one is a span too. */
export function findSpans(data: Uint8Array): Span[] {
  const spans: Span[] = []
  let start = 0
  while (start < data.length) {
    const at = data.indexOf(fieldTerminator, start)
    const end = at < 0 ? data.length + 1 : at + 1
    spans.push({ start, length: end - start })
    start = end
  }
  return spans
}

/** Names the fields of a record whose directory does not describe its data, in the order of the directory.
 *  The data's terminators are trusted, the directory is read for what it can still tell. */
export function repairDirectory(bytes: Uint8Array, base: number, spans: readonly Span[], warn: Warn): Placement[] {
  const octets = base - 1 - leaderLength
  const entries = readEntries(bytes, base)
  if (octets % entryLength !== 0) {
    const found = byFigures(asciiText(bytes, leaderLength, base - 1), spans)
    warn({ code: 'directory-wrong', entries: entries.length, fields: spans.length })
    return reported(found, spans, [], base, warn)
  }
  const ordered = byStart(entries, spans)
  if (ordered && isSound(ordered, entries, spans)) warn({ code: 'directory-unordered' })
  else warn({ code: 'directory-wrong', entries: entries.length, fields: spans.length })
  if (ordered) return reported(ordered, spans, entries, base, warn)
  const sequence = inSequence(entries, spans) ? entries : [...entries].sort((a, b) => a.start - b.start)
  return reported(byLength(sequence, spans), spans, sequence, base, warn)
}

/** Every entry begins where a field begins: lengths are wrong at most, or the data lies in another order. */
function byStart(entries: readonly Entry[], spans: readonly Span[]): Placement[] | null {
  const at = new Map(spans.map((span, index) => [span.start, index]))
  const firsts = entries.map(entry => at.get(entry.start) ?? -1)
  const taken = new Set(firsts)
  if (taken.has(-1) || taken.size !== entries.length) return null
  return entries.map(({ tag }, index) => {
    const from = firsts[index] ?? 0
    let to = from + 1
    while (to < spans.length && !taken.has(to)) to += 1
    return { tag, from, to }
  })
}

const isSound = (placements: readonly Placement[], entries: readonly Entry[], spans: readonly Span[]): boolean =>
  entries.length === spans.length &&
  placements.every(({ from }, index) => spans[from]?.length === entries[index]?.length)

/** Whether the entries stand in the order of the data, judged by their lengths or else by their starts. */
function inSequence(entries: readonly Entry[], spans: readonly Span[]): boolean {
  const equal = entries.filter(({ length }, index) => spans[index]?.length === length).length
  return equal * 2 >= entries.length || entries.every(({ start }, index) => start >= (entries[index - 1]?.start ?? 0))
}

/** One field for each entry in turn; while there are more fields than entries, those that together have
 *  the length that the entry gives are one. */
function byLength(entries: readonly Entry[], spans: readonly Span[]): Placement[] {
  const placements: Placement[] = []
  let from = 0
  for (const [index, { tag, length }] of entries.entries()) {
    if (from >= spans.length) break
    const spare = spans.length - from - (entries.length - index)
    const to = from + joined(spans, from, length, spare)
    placements.push({ tag, from, to })
    from = to
  }
  return placements
}

function joined(spans: readonly Span[], from: number, length: number, spare: number): number {
  let octets = 0
  for (let count = 1; count <= spare + 1; count += 1) {
    octets += spans[from + count - 1]?.length ?? 0
    if (octets === length) return count
    if (octets > length) break
  }
  return 1
}

/** A directory that is not made of whole entries (a digit lost, a length of five digits): each field is looked for
 *  by the figures that its entry must hold, and the tag stands before them. */
function byFigures(directory: string, spans: readonly Span[]): Placement[] {
  const placements: Placement[] = []
  let cursor = 0
  for (const [from, { start, length }] of spans.entries()) {
    const figures = String(length).padStart(4, '0') + String(start).padStart(5, '0')
    const found = directory.indexOf(figures, cursor + 2)
    const at = found < 0 ? cursor : found - 3
    const tag = directory.slice(at, at + 3)
    if (at >= cursor && tag.length === 3) placements.push({ tag, from, to: from + 1 })
    cursor = found < 0 ? cursor + entryLength - 1 : found + figures.length
  }
  return placements
}

/** Says which fields have no name and which names no field. */
function reported(
  placements: Placement[],
  spans: readonly Span[],
  entries: readonly Entry[],
  base: number,
  warn: Warn,
): Placement[] {
  const named = new Set<number>()
  for (const { tag, from, to } of placements) {
    if (to - from > 1) warn({ code: 'terminator-inside-field', tag })
    for (let i = from; i < to; i += 1) named.add(i)
  }
  for (const [index, span] of spans.entries())
    if (!named.has(index)) warn({ code: 'field-without-tag', octet: base + span.start, octets: span.length })
  for (const { tag } of entries.slice(placements.length)) warn({ code: 'field-missing', tag })
  return placements
}
