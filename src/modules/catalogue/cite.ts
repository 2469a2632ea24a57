import type { EditionFacts } from './edition.ts'

/** How a book is named in a list of sources: people (year). Title. Place: Publisher. What is not known is left out. */
export function citation(facts: EditionFacts): string {
  const authors = facts.people.slice(0, 3).map(person => person.name)
  const people = facts.people.length > 3 ? `${authors[0]} …` : authors.join(', ')
  const title = [facts.title[0]?.text ?? '', facts.volume ?? ''].filter(Boolean).join(', ')
  const publisher = [facts.publicationPlace ?? '', facts.publisher ?? ''].filter(Boolean).join(': ')
  const year = facts.year === null ? '' : `(${facts.year})`
  const parts = [[people, year].filter(Boolean).join(' '), title, publisher].filter(Boolean)
  return parts.map(part => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ')
}
