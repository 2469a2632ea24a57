import { type Candidates, createCandidates } from '../imports/index.ts'
import { isUntitled } from './keys.ts'

/** What two descriptions are compared by. */
export interface MatchFacts {
  /** '(003)001' when the record carries both. */
  readonly controlKey: string | null
  /** ISBN-13s whose check digit holds; a row number in 020 is none. */
  readonly isbns: readonly string[]
  /** Title and volume in canonical syllables; without a title a sum that nothing else has. */
  readonly titleKey: string
  /** First author's syllables, sorted, since catalogues invert names; '' when unknown. */
  readonly authorKey: string
  readonly year: number | null
}

/** An edition of the catalogue, or an earlier record of the same batch. */
export interface Candidate extends MatchFacts {
  readonly edition: string | null
  readonly record: number | null
}

export type MatchReason =
  | { readonly code: 'same-control-number'; readonly controlKey: string }
  | { readonly code: 'control-number-with-another-title'; readonly controlKey: string }
  | { readonly code: 'same-isbn'; readonly isbn: string }
  | { readonly code: 'same-title-author-year' }
  | { readonly code: 'isbn-with-another-title'; readonly isbn: string }
  | { readonly code: 'same-title-author-unknown-year' }
  | { readonly code: 'same-title-year-unknown-author' }

export type Match =
  | { readonly outcome: 'new'; readonly reasons: readonly [] }
  | { readonly outcome: 'same' | 'doubtful'; readonly candidate: Candidate; readonly reasons: readonly MatchReason[] }

const sharedIsbn = (a: MatchFacts, b: MatchFacts): string | undefined => a.isbns.find(isbn => b.isbns.includes(isbn))

/** Names agree when equal, or when the shorter (of two syllables at least) lies wholly in the longer. */
export function sameAuthor(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  return short !== undefined && long !== undefined && short.length >= 2 && short.every(part => long.includes(part))
}

type Comparison = { readonly outcome: 'same' | 'doubtful'; readonly reason: MatchReason } | null

function compare(incoming: MatchFacts, candidate: Candidate): Comparison {
  const sameTitle = incoming.titleKey !== '' && incoming.titleKey === candidate.titleKey
  if (incoming.controlKey !== null && incoming.controlKey === candidate.controlKey) {
    const { controlKey } = incoming
    // Koha writes "OSt" into 003 wherever it is installed, so two libraries may use one number for two books.
    const oneTitleMissing = isUntitled(incoming.titleKey) || isUntitled(candidate.titleKey)
    return sameTitle || oneTitleMissing
      ? { outcome: 'same', reason: { code: 'same-control-number', controlKey } }
      : { outcome: 'doubtful', reason: { code: 'control-number-with-another-title', controlKey } }
  }
  const isbn = sharedIsbn(incoming, candidate)
  if (isbn !== undefined) {
    return sameTitle
      ? { outcome: 'same', reason: { code: 'same-isbn', isbn } }
      : { outcome: 'doubtful', reason: { code: 'isbn-with-another-title', isbn } }
  }
  // Two numbered books that share a title but no number are two editions.
  if (!sameTitle || (incoming.isbns.length > 0 && candidate.isbns.length > 0)) return null
  return compareByTitle(incoming, candidate)
}

function compareByTitle(incoming: MatchFacts, candidate: Candidate): Comparison {
  const yearUnknown = incoming.year === null || candidate.year === null
  const authorUnknown = incoming.authorKey === '' || candidate.authorKey === ''
  const bothUnknown = incoming.authorKey === '' && candidate.authorKey === ''
  const authorsAgree = bothUnknown || (!authorUnknown && sameAuthor(incoming.authorKey, candidate.authorKey))
  if (authorsAgree && incoming.year === candidate.year)
    return { outcome: 'same', reason: { code: 'same-title-author-year' } }
  if (authorsAgree && yearUnknown) return { outcome: 'doubtful', reason: { code: 'same-title-author-unknown-year' } }
  if (authorUnknown && incoming.year !== null && incoming.year === candidate.year) {
    return { outcome: 'doubtful', reason: { code: 'same-title-year-unknown-author' } }
  }
  return null
}

/** Decides whether a record is new, the same as one we hold, or doubtful; a certain match beats every doubt. */
export function decideMatch(incoming: MatchFacts, candidates: readonly Candidate[]): Match {
  let doubtful: Match | null = null
  for (const candidate of candidates) {
    const found = compare(incoming, candidate)
    if (found === null) continue
    if (found.outcome === 'same') return { outcome: 'same', candidate, reasons: [found.reason] }
    doubtful ??= { outcome: 'doubtful', candidate, reasons: [found.reason] }
  }
  return doubtful ?? { outcome: 'new', reasons: [] }
}

/** By what a record finds what it may be the same as: title, ISBNs, control number; each short enough for an index. */
export const candidateKeys = ({ titleKey, isbns, controlKey }: MatchFacts): string[] => [
  ...(titleKey === '' ? [] : [`t:${titleKey}`]),
  ...isbns.map(isbn => `i:${isbn}`),
  ...(controlKey === null ? [] : [`c:${controlKey}`]),
]

export type MatchCandidates = Candidates<Candidate, MatchFacts>

export const matchCandidates = (known: readonly Candidate[]): MatchCandidates => createCandidates(known, candidateKeys)
