import { instantAt } from '../kernel/instant.ts'
import { addDays, type LocalDate, weekday } from '../kernel/local-date.ts'
import { localized } from '../kernel/localized-text.ts'
import { money } from '../kernel/money.ts'
import {
  type ActivityPlan,
  cancelActivity,
  checkIn,
  confirmHeld,
  countAtDoor,
  planActivity,
  signUp,
} from '../modules/activities/index.ts'
import { facilitiesOf, institutionByCode } from '../modules/institutions/index.ts'
import type { World } from '../platform/world.ts'
import { certain } from './demo-certain.ts'
import type { SeedActivity } from './demo-seed.ts'

const dayMs = 86_400_000

/** The day that is meant: so many days from today, or the first such weekday from then on. */
function dayOf({ inDays, weekday: wanted }: SeedActivity, today: LocalDate): LocalDate {
  const day = addDays(today, inDays)
  return wanted === undefined ? day : addDays(day, (wanted - weekday(day) + 7) % 7)
}

async function planOf(world: World, seed: SeedActivity, institution: string, day: LocalDate): Promise<ActivityPlan> {
  const [seat] = await facilitiesOf(world.database, [institution], day)
  const text = ({ vi, en }: SeedActivity['title']) => localized('vi', vi, { en })
  return {
    facility: seat?.id ?? null,
    place: seat?.place ?? null,
    startsAt: instantAt(day, seed.from),
    endsAt: instantAt(day, seed.to),
    capacity: seed.capacity,
    opensAt: null,
    closesAt: null,
    details: {
      title: text(seed.title),
      description: text(seed.description),
      kind: seed.kind,
      audience: seed.audience,
      audienceNote: seed.audienceNote,
      languages: seed.languages,
      cost: money(seed.cost),
      accessibility: seed.accessibility === '' ? [] : localized('vi', seed.accessibility),
      where: seed.where,
    },
  }
}

/**
 * Holds the events of the seed as their organisers and their guests would have: every step is an act of its own whose
 * id follows from this node, at the time at which it would have been done.
 */
export async function holdActivities(
  world: World,
  seeds: readonly SeedActivity[],
  today: LocalDate,
  idOf: (key: string) => string,
): Promise<void> {
  for (const [at, seed] of seeds.entries()) {
    const institution = await institutionByCode(world.database, seed.institution)
    if (institution === null) throw new Error(`activities name ${seed.institution}, which is no institution`)
    const key = (step: string) => idOf(`activity ${at} ${step}`)
    const what = `activity ${seed.title.vi}`
    const day = dayOf(seed, today)
    const plan = await planOf(world, seed, institution.id, day)
    const doing = (step: string, now: Date) => ({ act: key(step), by: null, institution: institution.id, now })
    const early = new Date(Math.min(plan.startsAt.getTime(), instantAt(today, '07:00').getTime()) - 7 * dayMs)
    const planned = await planActivity(world, { ...doing('plan', early), plan, publish: true })
    const { activity } = certain(planned, what)

    for (const [number, group] of seed.signUps.entries()) {
      // Made here: no number that somebody could have stands in the seed.
      const contact = { kind: 'phone', value: `090000${String(at * 100 + number).padStart(4, '0')}` } as const
      const { adults, children, name: groupName } = group
      const now = new Date(early.getTime() + (number + 1) * 3_600_000)
      const asked = { adults, children, groupName, contact, lang: 'vi' as const, person: null, mayWait: true, now }
      const there = { id: activity, institution: institution.id }
      const signed = certain(await signUp(world, { ...asked, act: key(`sign-up ${number}`), activity: there }), what)
      if (!group.came) continue
      const arrival = { ...doing(`check-in ${number}`, plan.startsAt), activity, came: null }
      certain(await checkIn(world, { ...arrival, who: { signUp: signed.signUp } }), what)
    }
    const whole = (step: string, now: Date) => ({ ...doing(step, now), activity })
    if (seed.walkIns !== undefined)
      certain(await countAtDoor(world, { ...whole('door', plan.startsAt), came: seed.walkIns }), what)
    if (seed.held) certain(await confirmHeld(world, { ...whole('held', plan.endsAt), came: null }), what)
    if (seed.cancelled !== undefined) {
      const now = instantAt(addDays(today, -1), '16:00')
      certain(await cancelActivity(world, { ...whole('cancel', now), reason: seed.cancelled }), what)
    }
  }
}
