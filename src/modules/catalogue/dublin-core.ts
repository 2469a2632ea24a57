import type { DublinCoreElement, DublinCoreRecord, DublinCoreStatement } from '../../standards/dublin-core/index.ts'
import type { EditionFacts } from './edition.ts'

/**
 * An edition in Dublin Core, after the Library of Congress' crosswalk from MARC: what stands first on the title page
 * (1XX) is the creator, everybody else (7XX) a contributor, whatever their part. `url` is the page of its work.
 */
export function toDublinCore(facts: EditionFacts, url: string): DublinCoreRecord {
  const [creator, ...contributors] = facts.people.map(person => person.name)
  const all = (element: DublinCoreElement, values: readonly (string | null | undefined)[]): DublinCoreStatement[] =>
    values.flatMap(value => (value ? [{ element, value }] : []))
  return [
    ...facts.title.map(({ text, lang }): DublinCoreStatement => {
      const value = [text, facts.volume].filter(Boolean).join('. ')
      return { element: 'title', value, ...(lang === 'und' ? {} : { lang }) }
    }),
    ...all('title', facts.otherTitles),
    ...all('creator', [creator]),
    ...all('contributor', contributors),
    ...all('subject', [...facts.subjects, facts.classification]),
    ...all('description', facts.notes),
    ...all('publisher', [[facts.publicationPlace, facts.publisher].filter(Boolean).join(': ')]),
    ...all('date', [facts.year === null ? facts.date : String(facts.year)]),
    ...all('format', [facts.extent]),
    ...all('identifier', [url, ...facts.isbns.map(isbn => `urn:isbn:${isbn}`)]),
    ...all('language', [facts.language]),
    ...all('relation', facts.series),
  ]
}
