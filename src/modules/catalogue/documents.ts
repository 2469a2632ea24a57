import { everyone } from '../../kernel/audience.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { institutionsByIds, placeCodesOf } from '../institutions/index.ts'
import { keyOf, queueDocuments, queueRemovals, type SearchDocument } from '../search/index.ts'
import { orUntitled } from './describe.ts'
import type { Edition, Item } from './edition.ts'
import { editionsOfWorks, type Work, worksById } from './edition-store.ts'
import { itemsOfEditions } from './item-store.ts'
import { workPath } from './paths.ts'
import { lockWorks, workOfEditions } from './work-store.ts'

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null && value !== '')),
]

function groupedBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group) group.push(value)
    else groups.set(key(value), [value])
  }
  return groups
}

/** By id, the codes of the institutions that keep copies, and of the places where they are. */
export interface Keepers {
  readonly codes: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, readonly string[]>
}

async function keepersOf(tx: Db, items: readonly Item[], now: Date): Promise<Keepers> {
  const ids = distinct(items.map(item => item.keeper))
  const found = await institutionsByIds(tx, ids)
  return { codes: new Map(found.map(({ id, code }) => [id, code])), places: await placeCodesOf(tx, ids, now) }
}

/** What search knows of a work: everything its living editions and copies say. */
export function workDocument(
  work: Work,
  editions: readonly Edition[],
  items: readonly Item[],
  keepers: Keepers,
): SearchDocument {
  const facts = editions.map(edition => edition.facts)
  const title = orUntitled(work.title)[0]?.text ?? ''
  const years = facts.flatMap(f => (f.year === null ? [] : [f.year]))
  return {
    kind: 'work',
    id: work.id,
    url: workPath(work.id),
    title,
    otherTitles: distinct([
      ...work.title.slice(1).map(variant => variant.text),
      ...facts.flatMap(f => [...f.otherTitles, ...f.title.map(t => t.text)]),
    ]).filter(other => other !== title),
    people: distinct(facts.flatMap(f => f.people.map(person => person.name))),
    subjects: distinct(facts.flatMap(f => f.subjects)),
    text: distinct(facts.flatMap(f => [f.volume, f.publisher, ...f.series, ...f.notes, f.classification])).join(' · '),
    identifiers: distinct([...facts.flatMap(f => f.isbns), ...items.flatMap(i => [i.barcode, i.accessionNumber])]),
    language: facts.find(f => f.language !== null)?.language ?? null,
    institutions: distinct(items.map(item => keepers.codes.get(item.keeper) ?? null)),
    places: distinct(items.flatMap(item => keepers.places.get(item.keeper) ?? [])),
    year: years.length > 0 ? Math.max(...years) : null,
    available: items.some(item => item.status === 'available'),
    audience: everyone,
    display: {
      people: distinct(facts.flatMap(f => f.people.map(person => person.name)))
        .slice(0, 3)
        .join(', '),
      year: years.length > 0 ? String(Math.max(...years)) : '',
      editions: editions.length,
      copies: items.length,
      free: items.filter(item => item.status === 'available').length,
    },
    sortKey: sortKey(title),
  }
}

/** Queues what search must know after these works changed: their documents, or their removal when nothing is left. */
export async function queueWorks(tx: Db, workIds: readonly string[], now: Date): Promise<void> {
  await lockWorks(tx, workIds)
  const works = await worksById(tx, workIds)
  const editions = await editionsOfWorks(tx, workIds)
  const items = await itemsOfEditions(
    tx,
    editions.map(edition => edition.id),
  )
  const keepers = await keepersOf(tx, items, now)
  const editionsByWork = groupedBy(editions, edition => edition.work)
  const itemsByEdition = groupedBy(items, item => item.edition)
  const documents = works.flatMap(work => {
    const own = editionsByWork.get(work.id) ?? []
    return own.length === 0
      ? []
      : [
          workDocument(
            work,
            own,
            own.flatMap(edition => itemsByEdition.get(edition.id) ?? []),
            keepers,
          ),
        ]
  })
  await queueDocuments(tx, documents)
  const living = new Set(documents.map(document => document.id))
  await queueRemovals(
    tx,
    workIds.filter(id => !living.has(id)).map(id => keyOf('work', id)),
  )
}

/** The same for the one work of a copy, as the desk changes its state. */
export async function queueWorkOfItem(tx: Db, item: Pick<Item, 'edition'>, now: Date): Promise<void> {
  await queueWorks(tx, [...(await workOfEditions(tx, [item.edition])).values()], now)
}
