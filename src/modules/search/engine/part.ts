import { type Bitmap, clearBit, countBits, emptyBitmap, hasBit, setBit } from './bitmap.ts'
import { findKey } from './key-table.ts'
import type { Segment, Stored } from './segment.ts'
import type { MergeSource } from './segment-merge.ts'
import { findText, textAt } from './text-pool.ts'

/** A segment with what has happened since it was frozen: documents that left it, attributes that changed. */
export interface Part {
  readonly segment: Segment
  readonly dead: Bitmap
  deadCount: number
  readonly available: Bitmap
  /** Stored facts that replace the frozen ones. */
  readonly storedInstead: Map<number, string>
  /** Ordinals whose attributes changed while a merge was copying them. */
  changedSince: Set<number> | null
  readonly views: Map<string, View>
  readonly dense: Map<number, Uint8Array>
}

/** The documents of a part that a viewer may know of. */
export interface View {
  /** Null: all of them. */
  readonly visible: Bitmap | null
  count: number
  readonly frequencies: Map<number, number>
}

/** Which interned audiences admit a viewer; equal signatures admit the same. */
export interface Admission {
  readonly signature: string
  readonly admits: Uint8Array
}

export const partOf = (segment: Segment): Part => ({
  segment,
  dead: emptyBitmap(segment.size),
  deadCount: 0,
  available: segment.available.slice(),
  storedInstead: new Map(),
  changedSince: null,
  views: new Map(),
  dense: new Map(),
})

export const livingCount = (part: Part): number => part.segment.size - part.deadCount

/** Where a living document is, or −1. */
export function locate(part: Part, key: Uint8Array): number {
  const ordinal = findKey(part.segment.keyTable, part.segment.keys, key)
  return ordinal >= 0 && !hasBit(part.dead, ordinal) ? ordinal : -1
}

export function kill(part: Part, ordinal: number): void {
  if (hasBit(part.dead, ordinal)) return
  setBit(part.dead, ordinal)
  part.deadCount += 1
  part.storedInstead.delete(ordinal)
  for (const [signature, view] of part.views) {
    if (view.visible === null) part.views.delete(signature)
    else if (hasBit(view.visible, ordinal)) {
      clearBit(view.visible, ordinal)
      view.count -= 1
      view.frequencies.clear()
    }
  }
}

export const storedOf = (part: Part, ordinal: number): Stored =>
  JSON.parse(part.storedInstead.get(ordinal) ?? textAt(part.segment.stored, ordinal))

export function setAttributes(
  part: Part,
  ordinal: number,
  available: boolean | undefined,
  display: Stored['display'] | undefined,
): void {
  if (available === true) setBit(part.available, ordinal)
  if (available === false) clearBit(part.available, ordinal)
  if (display !== undefined) part.storedInstead.set(ordinal, JSON.stringify({ ...storedOf(part, ordinal), display }))
  part.changedSince?.add(ordinal)
}

/** The part as it is at this moment; later changes do not reach what is returned. */
export function frozenCopy(part: Part): MergeSource & { readonly dead: Bitmap } {
  const dead = part.dead.slice()
  const available = part.available.slice()
  const storedInstead = new Map(part.storedInstead)
  return {
    segment: part.segment,
    dead,
    isDead: ordinal => hasBit(dead, ordinal),
    isAvailable: ordinal => hasBit(available, ordinal),
    storedInstead: ordinal => storedInstead.get(ordinal),
  }
}

const viewsKept = 8

export function viewOf(part: Part, { signature, admits }: Admission): View {
  const known = part.views.get(signature)
  if (known !== undefined) return known
  const view = makeView(part, admits)
  if (part.views.size >= viewsKept) part.views.delete(part.views.keys().next().value ?? '')
  part.views.set(signature, view)
  return view
}

function makeView({ segment, dead }: Part, admits: Uint8Array): View {
  const visible = emptyBitmap(segment.size)
  for (let ordinal = 0; ordinal < segment.size; ordinal += 1) {
    if (admits[segment.audiences[ordinal] as number] === 1 && !hasBit(dead, ordinal)) setBit(visible, ordinal)
  }
  const count = countBits(visible)
  return { visible: count === segment.size ? null : visible, count, frequencies: new Map() }
}

export const findTerm = (part: Part, term: Uint8Array): number => findText(part.segment.terms, term)

const postingCount = ({ segment }: Part, term: number): number =>
  (segment.starts[term + 1] as number) - (segment.starts[term] as number)

/** In how many visible documents a term occurs: exact, so that nobody's ranking shows what they may not see. */
export function frequency(part: Part, view: View, term: number): number {
  if (view.visible === null) return postingCount(part, term)
  const known = view.frequencies.get(term)
  if (known !== undefined) return known
  const { docs, starts } = part.segment
  const end = starts[term + 1] as number
  let count = 0
  for (let i = starts[term] as number; i < end; i += 1) if (hasBit(view.visible, docs[i] as number)) count += 1
  view.frequencies.set(term, count)
  return count
}

/** Postings of one term: sorted documents with strengths, and for a frequent term also strengths by document. */
export interface Postings {
  readonly docs: Uint32Array
  readonly impacts: Uint8Array
  /** Strength of each document of the part, zero where the term is absent. */
  readonly dense: Uint8Array | null
}

const denseKept = 64
const smallPart = 4096

export function postingsOf(part: Part, term: number): Postings {
  const { segment } = part
  const from = segment.starts[term] as number
  const to = segment.starts[term + 1] as number
  const docs = segment.docs.subarray(from, to)
  const impacts = segment.impacts.subarray(from, to)
  const frequent = segment.size > smallPart && (to - from) * 8 > segment.size
  return { docs, impacts, dense: frequent ? denseOf(part, term, docs, impacts) : null }
}

function denseOf(part: Part, term: number, docs: Uint32Array, impacts: Uint8Array): Uint8Array {
  const known = part.dense.get(term)
  if (known !== undefined) return known
  const dense = new Uint8Array(part.segment.size)
  for (let i = 0; i < docs.length; i += 1) dense[docs[i] as number] = impacts[i] as number
  if (part.dense.size >= denseKept) part.dense.delete(part.dense.keys().next().value ?? 0)
  part.dense.set(term, dense)
  return dense
}
