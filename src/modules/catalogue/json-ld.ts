import { workPath } from './paths.ts'
import type { WorkView } from './work-view.ts'

/**
 * The work for machines that read pages: schema.org as JSON-LD 1.1, ready to stand in a data block.
 * `<` is written as an escape, so that no text can end the block.
 */
export function schemaOrg({ work, editions }: WorkView, origin: string): string {
  const url = `${origin}${workPath(work.id)}`
  const first = editions[0]?.facts
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Book',
    '@id': url,
    url,
    name: work.title[0]?.text,
    author: first?.people.slice(0, 10).map(({ name }) => ({ '@type': 'Person', name })),
    inLanguage: first?.language ?? undefined,
    about: first?.subjects,
    workExample: editions.slice(0, 20).map(({ facts }) => ({
      '@type': 'Book',
      isbn: facts.isbns[0],
      datePublished: facts.year === null ? undefined : String(facts.year),
      publisher: facts.publisher === null ? undefined : { '@type': 'Organization', name: facts.publisher },
      bookEdition: facts.volume ?? undefined,
    })),
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
