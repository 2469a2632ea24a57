import { instantAt } from '../kernel/instant.ts'
import { addDays, type LocalDate, weekday } from '../kernel/local-date.ts'
import { type OpenSpan, spansOn } from '../kernel/opening-hours.ts'
import { ok } from '../kernel/result.ts'
import { facilitiesOf, type Institution, institutionByCode } from '../modules/institutions/index.ts'
import { type NewFact, record } from '../modules/participation/index.ts'
import { keepKinds, kindsOf } from '../modules/visits/index.ts'
import { perform } from '../platform/journal/index.ts'
import type { World } from '../platform/world.ts'
import { certain } from './demo-certain.ts'
import { drawn } from './demo-drawn.ts'
import type { SeedVisits } from './demo-seed.ts'

/** A day's visitors of one sort at one door. */
interface PlannedVisits {
  readonly kind: number
  readonly facility: number
  readonly day: LocalDate
  readonly from: string
  readonly quantity: number
}

interface Door {
  readonly code: string
  readonly validFrom: LocalDate
  readonly facilities: number
  /** Of each button: whether it is for groups. */
  readonly groups: readonly boolean[]
  readonly spansOn: (day: LocalDate) => readonly OpenSpan[]
}

/** Groups come now and then. */
const groupEvery = 6

/**
 * The visitors of the weeks before the loading day, up to the day before yesterday: one figure for a day, a button and
 * a facility, drawn around what is usual there, more at the week's end; none before a locked door.
 */
export function planVisits(days: number, usual: readonly number[], door: Door, today: LocalDate): PlannedVisits[] {
  const plan: PlannedVisits[] = []
  for (let day = addDays(today, -days); day < addDays(today, -1); day = addDays(day, 1)) {
    const span = door.spansOn(day)[0]
    if (span === undefined || day < door.validFrom) continue
    const busy = weekday(day) >= 6 ? 15 : 10
    for (const [kind, number] of usual.entries()) {
      for (let facility = 0; facility < door.facilities; facility++) {
        const key = `${door.code} ${day} ${kind} ${facility}`
        if (door.groups[kind] && drawn(`comes ${key}`, groupEvery) > 0) continue
        // The second door sees about half of what the seat sees.
        const here = Math.max(1, Math.round((number * busy) / 10 / (facility + 1)))
        const quantity = Math.round((here * (60 + drawn(key, 81))) / 100)
        if (quantity > 0) plan.push({ kind, facility, day, from: span.from, quantity })
      }
    }
  }
  return plan
}

async function factsOf(
  { database }: World,
  institution: Institution,
  seed: SeedVisits,
  usual: readonly number[],
  today: LocalDate,
) {
  const kinds = await kindsOf(database, institution)
  const facilities = await facilitiesOf(database, [institution.id], today)
  const { hours } = institution
  const door: Door = {
    code: institution.code,
    validFrom: institution.validFrom,
    facilities: Math.min(facilities.length, 2),
    groups: kinds.map(({ asksNumber }) => asksNumber),
    spansOn: day => (hours === null ? [{ from: '08:00', to: '17:00' }] : spansOn(hours, day)),
  }
  return planVisits(seed.days, usual, door, today).flatMap((planned): NewFact[] => {
    const [kind, facility] = [kinds[planned.kind], facilities[planned.facility]]
    if (kind === undefined || facility === undefined) return []
    return [
      {
        verb: 'visits.counted',
        object: { kind: 'visit-kind', id: kind.id },
        institution: institution.id,
        facility: facility.id,
        place: facility.place,
        quantity: planned.quantity,
        occurredAt: new Date(instantAt(planned.day, planned.from).getTime() + (planned.kind + 1) * 600_000),
        person: null,
      },
    ]
  })
}

/** Counts the demonstration's visitors: one act for an institution, one fact for a day, a button and a door. */
export async function countVisits(
  world: World,
  seed: SeedVisits,
  today: LocalDate,
  idOf: (key: string) => string,
): Promise<void> {
  for (const { institution: code, usual } of seed.institutions) {
    const institution = await institutionByCode(world.database, code)
    if (institution === null) throw new Error(`visits name ${code}, which is no institution`)
    const facts = await factsOf(world, institution, seed, usual, today)
    const act = {
      id: idOf(`visits ${code}`),
      type: 'demonstration.count-visits',
      version: 1,
      actor: null,
      institution: institution.id,
      occurredAt: instantAt(today, '07:00'),
      payload: {},
    }
    const done = await perform<number, never>(world.database, act, async tx => {
      await keepKinds(tx, institution, today)
      await record(tx, act, facts)
      return ok(facts.length)
    })
    certain(done, `visits of ${code}`)
  }
}
