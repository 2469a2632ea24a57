import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { onTodaysMap } from '../places/index.ts'
import type { Institution } from './institution.ts'
import { kindOf } from './kinds.ts'
import { paths } from './paths.ts'
import { facilitiesOf, formerNamesOf } from './store.ts'

/** What search may know of an institution: plain values, which the assembly makes into a document of the index. */
export interface InstitutionDocument {
  readonly id: string
  readonly code: string
  readonly url: string
  readonly title: string
  /** The name in other languages, and names of the past. */
  readonly otherTitles: readonly string[]
  readonly kind: string
  /** Vietnamese and English words for the kind. */
  readonly subjects: readonly string[]
  readonly text: string
  readonly languages: readonly string[]
  /** Codes of the units of today in which it works. */
  readonly places: readonly string[]
  /** Names of these units. */
  readonly placeNames: readonly string[]
  /** One line in Vietnamese: kind and unit. */
  readonly line: string
  readonly current: boolean
  readonly sortKey: string
}

export async function institutionDocument(db: Db, institution: Institution, now: Date): Promise<InstitutionDocument> {
  const today = localDateAt(now)
  const facilities = await facilitiesOf(db, [institution.id], lastDay(institution, today))
  const located = await onTodaysMap(
    db,
    facilities.flatMap(facility => facility.place ?? []),
    today,
  )
  const units = [...located.values()].flat().map(({ place }) => place)
  const kind = kindOf(institution.kind)
  const former = await formerNamesOf(db, institution.id)
  const title = institution.name[0]?.text ?? ''
  const names = [...institution.name.slice(1), ...former.flatMap(({ name }) => name)].map(({ text }) => text)
  const placeNames = [...new Set(units.map(unit => unit.name[0]?.text ?? ''))]
  return {
    id: institution.id,
    code: institution.code,
    url: paths.institution(institution.code),
    title,
    otherTitles: [...new Set(names)].filter(name => name !== title),
    kind: institution.kind,
    subjects: [kind.vi, kind.en],
    text: [
      ...institution.about.map(({ text }) => text),
      ...institution.accessibility.map(({ text }) => text),
      ...institution.equipment.map(({ what }) => what),
      ...facilities.map(({ address }) => address),
    ].join(' · '),
    languages: institution.languages,
    places: [...new Set(units.flatMap(unit => unit.code ?? []))],
    placeNames,
    line: [kind.vi, ...placeNames].join(' · '),
    current: institution.validFrom <= today && (institution.validTo === null || institution.validTo >= today),
    sortKey: sortKey(title),
  }
}

/** By institution, the codes of the units of today in which it works. */
export async function placeCodesOf(
  db: Db,
  institutions: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const today = localDateAt(now)
  const facilities = await facilitiesOf(db, institutions, today)
  const placed = facilities.flatMap(({ institution, place }) => (place === null ? [] : [{ institution, place }]))
  const located = await onTodaysMap(db, [...new Set(placed.map(({ place }) => place))], today)
  const codes = new Map<string, string[]>()
  for (const { institution, place } of placed) {
    const units = (located.get(place) ?? []).flatMap(({ place: unit }) => unit.code ?? [])
    codes.set(institution, [...new Set([...(codes.get(institution) ?? []), ...units])])
  }
  return codes
}

const lastDay = ({ validTo }: Institution, today: LocalDate): LocalDate =>
  validTo !== null && validTo < today ? validTo : today
