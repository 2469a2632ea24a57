import { canonicalSyllable, tokens } from '../../kernel/vietnamese.ts'
import type { EditionFacts } from './edition.ts'
import type { MatchFacts } from './match.ts'

const syllables = (text: string): string[] => tokens(text).map(token => canonicalSyllable(token.text))

/** The original title in canonical syllables: case, Unicode form, punctuation and tone placement no longer matter; marks do. */
export const titleKey = (facts: EditionFacts): string =>
  syllables([facts.title[0]?.text ?? '', facts.volume ?? ''].join(' ')).join(' ')

/** The first author's syllables, sorted: "Nguyễn, Du" and "Nguyễn Du" are one. */
export const authorKey = (facts: EditionFacts): string =>
  syllables(facts.people[0]?.name ?? '')
    .sort()
    .join(' ')

export const matchFacts = (facts: EditionFacts, controlKey: string | null): MatchFacts => ({
  controlKey,
  isbns: facts.isbns,
  titleKey: titleKey(facts),
  authorKey: authorKey(facts),
  year: facts.year,
})

/**
 * What groups editions into a work: the title without its volume's edition details, and the first author. Without an
 * author the year keeps "Toán 4" of two decades apart.
 */
export function workKey(facts: EditionFacts): string {
  const author = authorKey(facts)
  return `${titleKey(facts)}|${author === '' ? (facts.year ?? '') : author}`.slice(0, 700)
}
