import type { Db } from '../../platform/database/database.ts'
import type { Edition } from './edition.ts'
import { candidatesFor, type Work, worksById } from './edition-store.ts'
import { groupedByPerson, type KeptEdition, livingWorkOfKey } from './grouping-store.ts'
import { authorKey, matchFacts, workKey } from './keys.ts'
import { workOfEditions } from './work-store.ts'

/** Why editions stand together, or one stands alone; null where there is nothing to say. */
export type GroupedBy = 'key' | 'year' | 'person' | 'alone'

export async function groupingOf(db: Db, editions: readonly Edition[]): Promise<GroupedBy | null> {
  const chosen = await groupedByPerson(
    db,
    editions.map(edition => edition.id),
  )
  const [first] = editions
  if (first === undefined || editions.length < 2) return chosen.size > 0 ? 'alone' : null
  if (chosen.size > 0) return 'person'
  return authorKey(first.facts) === '' ? 'year' : 'key'
}

const mostCandidates = 5

/** Works that an edition may belong to: those of its title and author, and those that share a title or a number with it. */
export async function worksLike(db: Db, edition: KeptEdition): Promise<Work[]> {
  const match = matchFacts(edition.facts, null)
  const home = await livingWorkOfKey(db, workKey(edition.id, match))
  const near = (await candidatesFor(db, [match])).flatMap(candidate => candidate.edition ?? [])
  const works = [...new Set([...(home === null ? [] : [home]), ...(await workOfEditions(db, near)).values()])]
  return worksById(db, works.filter(work => work !== edition.work).slice(0, mostCandidates))
}
