import { instantAt } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Act, perform } from '../../platform/journal/index.ts'
import { isValidOn, placesByIds } from '../places/index.ts'
import { decideFounding, type FoundRefusal, type Surroundings } from './founding.ts'
import type { Facility, Institution } from './institution.ts'
import type { InstitutionsPort, InstitutionsWorld } from './port.ts'
import { institutionById } from './store.ts'
import { codeIsTaken, insertFacility, insertInstitution } from './write-store.ts'

export interface FoundAct {
  readonly id: string
  readonly actor: string | null
  readonly institution: Institution
  /** The seat first. */
  readonly facilities: readonly Facility[]
}

/** Enters an institution into the directory, with where it works; its beginning is a fact of that day. */
export async function foundInstitution(
  world: InstitutionsWorld,
  port: InstitutionsPort,
  { id, actor, institution, facilities }: FoundAct,
): Promise<Result<{ readonly institution: string }, FoundRefusal>> {
  const act: Act = {
    id,
    type: 'institutions.found',
    version: 1,
    actor,
    institution: institution.id,
    occurredAt: world.clock.now(),
    payload: { institution: institution.id, code: institution.code, kind: institution.kind },
  }
  return perform(world.database, act, async tx => {
    const decided = decideFounding(institution, facilities, await surroundingsOf(tx, institution, facilities))
    if (!decided.ok) return decided
    await establish(tx, port, act, institution, facilities)
    return ok({ institution: institution.id })
  })
}

/** Writes an institution that was decided upon, and what follows from its being there. */
export async function establish(
  tx: Db,
  port: InstitutionsPort,
  act: Pick<Act, 'id'>,
  institution: Institution,
  facilities: readonly Facility[],
): Promise<void> {
  await insertInstitution(tx, institution)
  for (const [position, facility] of facilities.entries()) await insertFacility(tx, facility, position)
  const at = { institution: institution.id, place: facilities[0]?.place ?? null }
  const began = { ...at, quantity: 1 as const, occurredAt: instantAt(institution.validFrom, '00:00') }
  const { validTo } = institution
  const ended = validTo === null ? [] : [{ ...at, quantity: -1 as const, occurredAt: instantAt(validTo, '24:00') }]
  await port.recordStock(tx, act, [began, ...ended])
  await port.onChanged(tx, [institution])
}

export async function surroundingsOf(
  tx: Db,
  institution: Institution,
  facilities: readonly Facility[],
): Promise<Surroundings> {
  const places = await placesByIds(
    tx,
    facilities.flatMap(facility => facility.place ?? []),
  )
  const inForce = facilities.filter(({ place, validFrom }) =>
    places.some(found => found.id === place && found.versions.some(version => isValidOn(version, validFrom))),
  )
  return {
    codeTaken: await codeIsTaken(tx, institution.code),
    parent: institution.parent === null ? null : ((await institutionById(tx, institution.parent)) ?? undefined),
    placesInForce: new Set(inForce.flatMap(facility => facility.place ?? [])),
  }
}
