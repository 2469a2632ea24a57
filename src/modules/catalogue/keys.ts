import { createHash } from 'node:crypto'
import { canonicalSyllable, tokens } from '../../kernel/vietnamese.ts'
import type { EditionFacts } from './edition.ts'
import type { MatchFacts } from './match.ts'

const syllables = (text: string): string[] => tokens(text).map(token => canonicalSyllable(token.text))

/** An index entry must stay under 2,704 octets: of a longer key the beginning stands, and a sum over all of it. */
const longestKey = 400

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

function indexable(key: string): string {
  if (key.length <= longestKey) return key
  // Never one half of a character (𡨸 is two units): what is stored would differ from what is asked.
  return `${key.slice(0, longestKey - 20).replace(/[\ud800-\udbff]$/, '')} #${sumOf(key)}`
}

/** "T. 01" and "Tập 1" name one volume. */
const volumeKey = (volume: string): string[] =>
  syllables(volume).map(part =>
    /^\d+$/.test(part) ? String(Number(part)) : part === 't' ? canonicalSyllable('tập') : part,
  )

/**
 * The original title in canonical syllables: case, Unicode form, punctuation and tone placement no longer matter; marks
 * do. What has no title is itself and nothing else: a sum over all that is known of it.
 */
export function titleKey(facts: EditionFacts): string {
  const title = syllables(facts.title[0]?.text ?? '')
  if (title.length === 0) return `${untitledSign}${sumOf(JSON.stringify(facts))}`
  return indexable([...title, ...volumeKey(facts.volume ?? '')].join(' '))
}

/** No syllable begins with it. */
const untitledSign = '#'
export const isUntitled = (key: string): boolean => key === '' || key.startsWith(untitledSign)

/** The first author's syllables, sorted: "Nguyễn, Du" and "Nguyễn Du" are one. */
export const authorKey = (facts: EditionFacts): string =>
  indexable(
    syllables(facts.people[0]?.name ?? '')
      .sort()
      .join(' '),
  )

export const matchFacts = (facts: EditionFacts, controlKey: string | null): MatchFacts => ({
  controlKey,
  isbns: facts.isbns,
  titleKey: titleKey(facts),
  authorKey: authorKey(facts),
  year: facts.year,
})

/** The key of a work of which a person said that this edition is one by itself. */
export const ownWorkKey = (edition: string): string => `edition:${edition}`

/**
 * What groups editions into a work: title with volume, and the first author. Without an author the year keeps "Toán 4"
 * of two decades apart; an edition without a title stands by itself.
 */
export function workKey(edition: string, { titleKey: title, authorKey: author, year }: MatchFacts): string {
  return isUntitled(title) ? ownWorkKey(edition) : `${title}|${author === '' ? (year ?? '') : author}`
}
