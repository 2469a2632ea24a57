import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Ancestor, lineagesUp, onTodaysMap, type PlaceShare } from './ask-lineage.ts'
import { nameRowsOf, shortNameOf } from './name-rows.ts'
import { paths } from './paths.ts'
import { type Place, type PlaceOn, placeOn, versionNear } from './place.ts'
import { placesByIds } from './store.ts'

/** What search may know of a place: plain values, which the assembly makes into a document of the index. */
export interface PlaceDocument {
  readonly id: string
  readonly url: string
  readonly title: string
  /** Other spellings, other languages, names of the past, and the names of the units that it was made of. */
  readonly otherTitles: readonly string[]
  readonly codes: readonly string[]
  readonly type: string
  /** Codes of what it lies in today. */
  readonly within: readonly string[]
  /** One line in Vietnamese: what it was made of, or where it went. */
  readonly line: string
  /** Whether it is in force today. */
  readonly current: boolean
  readonly sortKey: string
}

const nameOf = (place: PlaceOn): string => place.name[0]?.text ?? ''

/** Documents of places that have a page; villages have none yet. */
export async function placeDocuments(db: Db, ids: readonly string[], today: LocalDate): Promise<PlaceDocument[]> {
  const places = await placesByIds(db, ids)
  const now = await onTodaysMap(db, ids, today)
  const before = await lineagesUp(db, ids)
  return places.flatMap(place => documentOf(place, before.get(place.id) ?? [], now.get(place.id) ?? [], today) ?? [])
}

function documentOf(
  place: Place,
  ancestors: readonly Ancestor[],
  now: readonly PlaceShare[],
  today: LocalDate,
): PlaceDocument | null {
  const shown = placeOn(place, versionNear(place, today))
  const url = paths.place(shown)
  if (url === null) return null
  const title = nameOf(shown)
  const current = now.some(share => share.place.id === place.id)
  const others = [...nameRowsOf(place).map(row => row.text), ...ancestors.map(ancestor => nameOf(ancestor.place))]
  const made = ancestors.filter(ancestor => ancestor.kind === 'merge').map(ancestor => nameOf(ancestor.place))
  return {
    id: place.id,
    url,
    title,
    otherTitles: [...new Set(others)].filter(other => other !== title),
    codes: [...new Set(place.versions.flatMap(version => version.code ?? []))],
    type: shown.type,
    within: now.flatMap(share => share.place.code ?? []),
    line: current
      ? made.length > 0
        ? `từ ${readable(shown.validFrom)} gồm ${made.join(', ')} cũ`
        : ''
      : `đến ${readable(shown.validTo)}; nay thuộc ${now.map(share => nameOf(share.place)).join(', ')}`,
    current,
    sortKey: sortKey(shortNameOf(shown, title)),
  }
}

const readable = (day: LocalDate | null): string => (day === null ? '' : formatDate(day, 'vi'))
