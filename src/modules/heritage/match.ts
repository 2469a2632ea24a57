import { canonicalSyllable, tokens } from '../../kernel/vietnamese.ts'
import type { DescribedObject } from './object.ts'

/** What two objects of one institution are compared by. */
export interface ObjectMatchFacts {
  /** The number without blanks and in capitals; null where there is none. Dots and dashes tell numbers apart. */
  readonly numberKey: string | null
  /** As written, for sentences. */
  readonly accessionNumber: string | null
  /** In canonical syllables; the beginning of a very long one. */
  readonly titleKey: string
  readonly makerKey: string
  readonly dateKey: string
}

/** An object of the register, or an earlier record of the same batch. */
export interface ObjectCandidate extends ObjectMatchFacts {
  readonly object: string | null
  readonly record: number | null
}

export type ObjectMatchReason =
  | { readonly code: 'same-accession-number'; readonly number: string }
  | { readonly code: 'accession-number-with-another-title'; readonly number: string }
  | { readonly code: 'same-title-maker-date-without-number' }

export type ObjectMatch =
  | { readonly outcome: 'new'; readonly reasons: readonly [] }
  | {
      readonly outcome: 'same' | 'doubtful'
      readonly candidate: ObjectCandidate
      readonly reasons: readonly ObjectMatchReason[]
    }

/** An index entry must stay under 2,704 octets. */
const longestKey = 400

const syllables = (text: string): string[] => tokens(text).map(token => canonicalSyllable(token.text))

export const numberKey = (accessionNumber: string | null): string | null =>
  accessionNumber === null ? null : accessionNumber.normalize('NFC').replace(/\s+/gu, '').toUpperCase()

/** In canonical syllables, cut where an index must; never one half of a character, which the database would change. */
export const titleKey = (title: string): string =>
  syllables(title)
    .join(' ')
    .slice(0, longestKey)
    .replace(/[\ud800-\udbff]$/, '')

/** What decideObjectMatch compares; the makers' order does not matter, and neither does that of a name's parts. */
export const objectMatchFacts = ({ accessionNumber, facts }: DescribedObject): ObjectMatchFacts => ({
  numberKey: numberKey(accessionNumber),
  accessionNumber,
  titleKey: titleKey(facts.title[0]?.text ?? ''),
  makerKey: facts.makers
    .map(({ name }) => syllables(name).sort().join(' '))
    .sort()
    .join('|'),
  dateKey: facts.edtf ?? syllables(facts.date ?? '').join(' '),
})

type Comparison = { readonly outcome: 'same' | 'doubtful'; readonly reason: ObjectMatchReason } | null

function compare(incoming: ObjectMatchFacts, candidate: ObjectCandidate): Comparison {
  const sameTitle = incoming.titleKey === candidate.titleKey
  if (incoming.numberKey !== null && candidate.numberKey !== null) {
    if (incoming.numberKey !== candidate.numberKey) return null
    const number = candidate.accessionNumber ?? candidate.numberKey
    return sameTitle
      ? { outcome: 'same', reason: { code: 'same-accession-number', number } }
      : { outcome: 'doubtful', reason: { code: 'accession-number-with-another-title', number } }
  }
  const alike = sameTitle && incoming.makerKey === candidate.makerKey && incoming.dateKey === candidate.dateKey
  return alike ? { outcome: 'doubtful', reason: { code: 'same-title-maker-date-without-number' } } : null
}

/**
 * Decides whether an object is new to the register of one institution, the same as one that stands there, or doubtful. Its
 * number is its identity; without one, two baskets may be alike and still be two, so a person decides.
 */
export function decideObjectMatch(incoming: ObjectMatchFacts, candidates: readonly ObjectCandidate[]): ObjectMatch {
  let doubtful: ObjectMatch | null = null
  for (const candidate of candidates) {
    const found = compare(incoming, candidate)
    if (found === null) continue
    // One number stands in a register once, so nothing else can be meant.
    const isByNumber = found.reason.code !== 'same-title-maker-date-without-number'
    if (isByNumber) return { outcome: found.outcome, candidate, reasons: [found.reason] }
    doubtful ??= { outcome: 'doubtful', candidate, reasons: [found.reason] }
  }
  return doubtful ?? { outcome: 'new', reasons: [] }
}
