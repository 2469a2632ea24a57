import type { Language } from '../../kernel/language.ts'
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import {
  type Ancestor,
  lineageUp,
  type PlaceOn,
  type PlaceTile,
  placeOn,
  placesByIds,
  tilesOn,
  versionNear,
} from '../places/index.ts'
import type { Facility, FormerName, Institution, InstitutionLineage } from './institution.ts'
import type { LoanPolicy } from './policy.ts'
import {
  childInstitutions,
  facilitiesOf,
  formerNamesOf,
  institutionById,
  institutionsByIds,
  lineageOf,
  pairedWith,
  policyOf,
} from './store.ts'
import { type Summary, summarise } from './summary.ts'

/** Everything that the page of one institution says. */
export interface Profile {
  readonly institution: Institution
  readonly summary: Summary
  readonly parent: Institution | null
  readonly branches: readonly Institution[]
  readonly pairs: readonly Institution[]
  readonly facilities: readonly { readonly facility: Facility; readonly place: PlaceOn | null }[]
  /** What the unit of the seat was made of. */
  readonly madeOf: readonly Ancestor[]
  readonly formerNames: readonly FormerName[]
  readonly lineage: readonly (InstitutionLineage & { readonly other: Institution })[]
  readonly policy: LoanPolicy
  readonly tiles: readonly PlaceTile[]
  readonly today: LocalDate
}

/** The day on which a page stands: today, or the last day of an institution that is gone. */
const dayOf = ({ validTo }: Institution, today: LocalDate): LocalDate =>
  validTo !== null && validTo < today ? validTo : today

export async function readProfile(db: Db, institution: Institution, lang: Language, now: Date): Promise<Profile> {
  const today = localDateAt(now)
  const on = dayOf(institution, today)
  const { id } = institution
  const facilities = await facilitiesOf(db, [id], on)
  const places = new Map(
    (
      await placesByIds(
        db,
        facilities.flatMap(f => f.place ?? []),
      )
    ).map(p => [p.id, p]),
  )
  const located = facilities.map(facility => {
    const place = places.get(facility.place ?? '')
    return { facility, place: place ? placeOn(place, versionNear(place, on)) : null }
  })
  const seat = located[0]?.place ?? null
  const [summary] = await summarise(db, [institution], lang, now)
  if (summary === undefined) throw new Error(`institution ${id} has no summary`)
  return {
    institution,
    summary,
    parent: institution.parent === null ? null : await institutionById(db, institution.parent),
    branches: await childInstitutions(db, id, on),
    pairs: await pairedWith(db, id, on),
    facilities: located,
    madeOf: seat?.validFrom ? await lineageUp(db, seat.id) : [],
    formerNames: await formerNamesOf(db, id),
    lineage: await readLineage(db, id),
    policy: await policyOf(db, id),
    tiles: await tilesOn(db, today),
    today,
  }
}

async function readLineage(db: Db, id: string): Promise<Profile['lineage']> {
  const edges = await lineageOf(db, id)
  const others = await institutionsByIds(
    db,
    edges.map(({ from, to }) => (from === id ? to : from)),
  )
  return edges.flatMap(edge => {
    const other = others.find(found => found.id === (edge.from === id ? edge.to : edge.from))
    return other ? [{ ...edge, other }] : []
  })
}
