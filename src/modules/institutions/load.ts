import { addDays, type LocalDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Act } from '../../platform/journal/index.ts'
import { placeByCode, placeById } from '../places/index.ts'
import { establish, surroundingsOf } from './found.ts'
import { decideFounding } from './founding.ts'
import type { Facility, Institution } from './institution.ts'
import type { InstitutionsPort } from './port.ts'
import { type SeedInstitution, seedFile } from './seed.ts'
import { institutionByCode } from './store.ts'
import { insertLineage, insertPair } from './write-store.ts'

/**
 * Enters the demonstration institutions, marked as such, within an act that the caller performs. Codes already in the
 * directory are left alone. Gives the number of new ones; throws when the file contradicts itself or the places.
 */
export async function loadInstitutions(
  tx: Db,
  act: Pick<Act, 'id'>,
  file: unknown,
  port: InstitutionsPort,
): Promise<number> {
  const { institutions, placesAsOf } = seedFile.parse(file)
  const fresh: SeedInstitution[] = []
  for (const entry of parentsFirst(institutions)) {
    if ((await institutionByCode(tx, entry.code)) !== null) continue
    await enter(tx, act, entry, placesAsOf, port)
    fresh.push(entry)
  }
  for (const entry of fresh) await relate(tx, entry)
  return fresh.length
}

/** The same entries, each after the one above it. */
function parentsFirst(entries: readonly SeedInstitution[]): SeedInstitution[] {
  const codes = new Set(entries.map(entry => entry.code))
  const ordered: SeedInstitution[] = []
  const placed = new Set<string>()
  while (ordered.length < entries.length) {
    const ready = entries.filter(
      ({ code, parent }) => !placed.has(code) && (parent === null || placed.has(parent) || !codes.has(parent)),
    )
    if (ready.length === 0) throw new Error('institutions of the file are each other’s parents')
    for (const entry of ready) placed.add(entry.code)
    ordered.push(...ready)
  }
  return ordered
}

async function enter(
  tx: Db,
  act: Pick<Act, 'id'>,
  entry: SeedInstitution,
  asOf: LocalDate,
  port: InstitutionsPort,
): Promise<void> {
  const id = newId()
  const facilities: Facility[] = []
  for (const facility of entry.facilities)
    facilities.push(
      ...(await facilitiesOf(tx, { institution: id, founded: entry.validFrom, ended: entry.validTo, asOf }, facility)),
    )
  const institution = await institutionOf(tx, id, entry)
  const decided = decideFounding(institution, facilities, await surroundingsOf(tx, institution, facilities))
  if (!decided.ok) throw new Error(`institution ${entry.code}: ${decided.problems.map(({ code }) => code).join(', ')}`)
  await establish(tx, port, act, { ...institution, place: facilities[0]?.place ?? null }, facilities)
}

async function institutionOf(tx: Db, id: string, entry: SeedInstitution): Promise<Institution> {
  const parent = entry.parent === null ? null : await needed(tx, entry.parent)
  const { facilities: _, sharesRoofWith: __, became: ___, ...own } = entry
  return { ...own, id, parent, place: null, hours: entry.hours ?? null, demo: true }
}

interface Founding {
  readonly institution: string
  readonly founded: LocalDate
  readonly ended: LocalDate | null
  readonly asOf: LocalDate
}

/** One house: since when its present unit began and, where the file knows it, in the unit before. */
async function facilitiesOf(
  tx: Db,
  { institution, founded, ended, asOf }: Founding,
  facility: SeedInstitution['facilities'][number],
): Promise<Facility[]> {
  const { name, address, latitude, longitude, hours, placeBefore } = facility
  const place = await placeNeeded(tx, facility.place, asOf)
  const began = facility.validFrom ?? founded
  const unitBegan = await firstDayOf(tx, place)
  const moved = unitBegan !== null && began < unitBegan ? unitBegan : null
  const present: Facility = {
    id: newId(),
    institution,
    name,
    place,
    address,
    centre: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
    hours: hours ?? null,
    validFrom: moved ?? began,
    validTo: facility.validTo ?? null,
  }
  if (moved === null || placeBefore === undefined) return [present]
  const eve = addDays(moved, -1)
  const former = { ...present, id: newId(), place: await placeNeeded(tx, placeBefore, eve), validFrom: began }
  // Who ended before the unit began never worked in it.
  if (ended !== null && ended < moved) return [{ ...former, validTo: ended }]
  return [present, { ...former, validTo: eve }]
}

async function placeNeeded(tx: Db, code: string, on: LocalDate): Promise<string> {
  const place = await placeByCode(tx, code, on)
  if (place === null) throw new Error(`no place has the code ${code} on ${on}`)
  return place.id
}

const firstDayOf = async (tx: Db, place: string): Promise<LocalDate | null> =>
  (await placeById(tx, place))?.versions[0]?.validFrom ?? null

async function relate(tx: Db, { code, sharesRoofWith, became, validFrom }: SeedInstitution): Promise<void> {
  const id = await needed(tx, code)
  for (const other of sharesRoofWith) await insertPair(tx, id, await needed(tx, other), validFrom)
  for (const { code: to, ...edge } of became) await insertLineage(tx, { from: id, to: await needed(tx, to), ...edge })
}

async function needed(tx: Db, code: string): Promise<string> {
  const institution = await institutionByCode(tx, code)
  if (institution === null) throw new Error(`the file names ${code}, which is no institution`)
  return institution.id
}
