import { everyone } from '../../kernel/audience.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { institutionDocument, institutionsByIds } from '../institutions/index.ts'
import { keyOf, queueDocuments, queueRemovals, type SearchDocument } from '../search/index.ts'
import type { MuseumObject } from './object.ts'
import { saysUnknown } from './object-date.ts'
import { lockObjects, objectsByIds } from './object-store.ts'
import { objectPath } from './paths.ts'

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter(value => value !== null).filter(value => value !== '')),
]

/** The institution of an object as the facets of search name it. */
interface Keeper {
  readonly code: string
  readonly name: string
  readonly places: readonly string[]
}

/** What search knows of an object that everybody may see. */
export function objectDocument({ id, accessionNumber, facts }: MuseumObject, keeper: Keeper): SearchDocument {
  const title = facts.title[0]?.text ?? ''
  const makers = facts.makers.map(({ name }) => name)
  const subjects = distinct([facts.kind, ...materialsOf(facts.material)])
  return {
    kind: 'object',
    id,
    url: objectPath(id),
    title,
    otherTitles: distinct([...facts.title.slice(1).map(({ text }) => text), ...facts.otherTitles]).filter(
      other => other !== title,
    ),
    people: distinct(makers),
    subjects,
    text: distinct([facts.origin, facts.date, facts.material, facts.description, facts.creditLine, keeper.name]).join(
      ' · ',
    ),
    identifiers: distinct([accessionNumber]),
    language: null,
    institutions: [keeper.code],
    places: keeper.places,
    year: facts.year,
    available: false,
    audience: everyone,
    display: {
      line: distinct([
        facts.kind,
        makers.slice(0, 2).join(', '),
        saysUnknown(facts.date ?? '') ? null : facts.date,
        keeper.name,
      ]).join(' · '),
    },
    sortKey: sortKey(title),
  }
}

/** A long sentence on a material is no subject to filter by. */
const longestSubject = 40

const materialsOf = (material: string | null): string[] =>
  (material ?? '')
    .split(/[,;]/)
    .map(one => one.trim())
    .filter(one => one !== '' && one.length <= longestSubject)
    // "Gỗ, tre" and "Tre" are made of the same bamboo.
    .map(one => one.replace(/^\p{Ll}/u, first => first.toLocaleUpperCase('vi')))

/** Queues what search must know after these objects changed: documents, or removals of what is gone or kept back. */
export async function queueObjects(tx: Db, ids: readonly string[], now: Date): Promise<void> {
  await lockObjects(tx, ids)
  const shown = (await objectsByIds(tx, ids)).filter(object => object.shown === 'everyone')
  const keepers = new Map<string, Keeper>()
  for (const institution of await institutionsByIds(tx, distinct(shown.map(object => object.institution)))) {
    const { code, title, places } = await institutionDocument(tx, institution, now)
    keepers.set(institution.id, { code, name: title, places })
  }
  const documents = shown.flatMap(object => {
    const keeper = keepers.get(object.institution)
    return keeper === undefined ? [] : [objectDocument(object, keeper)]
  })
  await queueDocuments(tx, documents)
  const findable = new Set(documents.map(({ id }) => id))
  await queueRemovals(
    tx,
    ids.filter(id => !findable.has(id)).map(id => keyOf('object', id)),
  )
}
