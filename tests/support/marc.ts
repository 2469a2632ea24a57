import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIso2709Reader, type Field, type MarcRecord, type Outcome } from '../../src/standards/marc/index.ts'

/** A file of `fixtures/marc`. */
export const marcFixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/marc/${name}`, import.meta.url))

/** The files of a folder whose names end in one of these. */
export const filesIn = (folder: string, ...endings: string[]): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => endings.some(ending => name.endsWith(ending)))
    .sort()
    .map(name => join(folder, name))

/** Everything that a reader of ISO 2709 says of these octets, given in chunks of `size`. */
export function outcomesOf(octets: Uint8Array, size = 1 << 16): Outcome[] {
  // Not a Buffer: parts of one are Buffers, and deepEqual tells them from Uint8Arrays.
  const bytes = new Uint8Array(octets.buffer, octets.byteOffset, octets.length)
  const reader = createIso2709Reader()
  const outcomes: Outcome[] = []
  for (let at = 0; at < bytes.length; at += size) outcomes.push(...reader.push(bytes.subarray(at, at + size)))
  return [...outcomes, ...reader.end()]
}

export const recordsOf = (outcomes: readonly Outcome[]): MarcRecord[] =>
  outcomes.flatMap(outcome => (outcome.kind === 'record' ? [outcome.record] : []))

/** The codes of what was mended and of what was not taken, in order. */
export const codesOf = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap(outcome =>
    outcome.kind === 'record' ? outcome.warnings.map(({ code }) => code) : [outcome.problem.code],
  )

export const control = (tag: string, value: string): Field => ({ kind: 'control', tag, value })

/** `data('245', '10', 'a', 'Truyện Kiều', 'c', 'Nguyễn Du')` */
export function data(tag: string, indicators: string, ...parts: string[]): Field {
  const subfields = parts.flatMap((code, i) => (i % 2 === 0 ? [{ code, value: parts[i + 1] ?? '' }] : []))
  return { kind: 'data', tag, ind1: indicators.charAt(0), ind2: indicators.charAt(1), subfields }
}

/** A record as ISO 2709 for tests that damage it; values are not looked at. */
export function iso2709(fields: readonly Field[], leader = '00000nam a2200000   4500'): Buffer {
  const texts = fields.map(field => {
    if (field.kind === 'control') return Buffer.from(`${field.value}\u001e`)
    const parts = field.subfields.map(({ code, value }) => `\u001f${code}${value}`)
    return Buffer.from(`${field.ind1}${field.ind2}${parts.join('')}\u001e`)
  })
  let start = 0
  const entries = texts.map(({ length }, i) => {
    const entry = `${fields[i]?.tag}${String(length).padStart(4, '0')}${String(start).padStart(5, '0')}`
    start += length
    return entry
  })
  const base = 24 + 12 * entries.length + 1
  const count = (octets: number) => String(octets).padStart(5, '0')
  const head = `${count(base + start + 1)}${leader.slice(5, 12)}${count(base)}${leader.slice(17)}${entries.join('')}\u001e`
  return Buffer.concat([Buffer.from(head), ...texts, Buffer.from('\u001d')])
}

/** Three small records, whose neighbours the tests watch. */
export const kieu = [
  control('001', 'kieu'),
  data('245', '10', 'a', 'Truyện Kiều /', 'c', 'Nguyễn Du'),
  data('260', '  ', 'c', '1820'),
]
export const deMen = [
  control('001', 'demen'),
  data('100', '1 ', 'a', 'Tô Hoài'),
  data('245', '10', 'a', 'Dế mèn phiêu lưu ký'),
]
export const datRung = [control('001', 'datrung'), data('245', '00', 'a', 'Đất rừng phương Nam')]
