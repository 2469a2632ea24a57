import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDate, localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { formatCount, type StateKind } from '../../site/index.ts'
import { facilitiesOf, institutionPaths, institutionsByIds } from '../institutions/index.ts'
import { placeOn, placePaths, placesByIds, versionNear } from '../places/index.ts'
import { type Activity, seatsLeft } from './activity.ts'
import { words } from './messages.ts'
import { closedBecause } from './seats.ts'

/** An event with the names of who holds it and where. */
export interface ActivityView {
  readonly activity: Activity
  readonly title: string
  /** Language of the title when it is not the page's. */
  readonly titleLang: string | undefined
  readonly institution: { readonly code: string; readonly name: string; readonly href: string }
  /** The words of the organiser, the facility's name and address. */
  readonly where: string
  readonly place: { readonly name: string; readonly href: string | null } | null
  readonly state: { readonly kind: StateKind; readonly text: string }
}

const fewSeats = 5

/** How it stands with an event, for whoever wants to come: never by colour alone. */
export function stateInWords(activity: Activity, lang: Language, now: Date): { kind: StateKind; text: string } {
  const say = words(lang)
  if (activity.state === 'draft') return { kind: 'none', text: say.states.draft }
  if (activity.state === 'cancelled') return { kind: 'late', text: say.stateCancelled }
  if (activity.state === 'held' || now >= activity.endsAt) return { kind: 'none', text: say.over }
  if (now >= activity.startsAt) return { kind: 'there', text: say.stateRunning }
  const closed = closedBecause(activity, now)
  if (closed?.code === 'not-yet-open')
    return { kind: 'few', text: say.stateNotOpen(formatInstant(closed.opensAt, lang)) }
  if (closed !== null) return { kind: 'none', text: say.stateClosed }
  const left = seatsLeft(activity)
  if (left === null) return { kind: 'there', text: say.stateNoLimit }
  const [seats, waiting] = [formatCount(left, lang), formatCount(activity.waiting, lang)]
  if (left === 0) return { kind: 'few', text: say.stateFull(waiting) }
  if (activity.waiting > 0) return { kind: 'few', text: say.stateWaiting(seats, waiting) }
  return left <= fewSeats ? { kind: 'few', text: say.stateFew(seats) } : { kind: 'there', text: say.stateSeats(seats) }
}

/** '08:30 đến 11:00', or with the days where it ends on another one. */
export function hoursOf({ startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>, lang: Language): string {
  const sameDay = localDateAt(startsAt) === localDateAt(endsAt)
  const end = sameDay ? localTimeAt(endsAt) : formatInstant(endsAt, lang)
  return `${localTimeAt(startsAt)} ${words(lang).until} ${end}`
}

/** '28/11/2026, 08:30 đến 11:00'. */
export const whenOf = (activity: Pick<Activity, 'startsAt' | 'endsAt'>, lang: Language): string =>
  `${formatDate(localDateAt(activity.startsAt), lang)}, ${hoursOf(activity, lang)}`

/** Events in the order given, with the names around them, asked for together. */
export async function describe(
  db: Db,
  activities: readonly Activity[],
  lang: Language,
  now: Date,
): Promise<ActivityView[]> {
  const ids = [...new Set(activities.map(({ institution }) => institution))]
  const institutions = new Map((await institutionsByIds(db, ids)).map(one => [one.id, one]))
  const today = localDateAt(now)
  const facilities = new Map((await facilitiesOf(db, ids, today)).map(one => [one.id, one]))
  const placeIds = [...new Set(activities.flatMap(({ place }) => place ?? []))]
  const places = new Map((await placesByIds(db, placeIds)).map(one => [one.id, placeOn(one, versionNear(one, today))]))
  return activities.flatMap(activity => {
    const holder = institutions.get(activity.institution)
    if (holder === undefined) return []
    const facility = facilities.get(activity.facility ?? '')
    const place = places.get(activity.place ?? '')
    const title = textIn(activity.details.title, lang)
    const facilityName = facility === undefined ? '' : textIn(facility.name, lang).text
    const where = [activity.details.where, facilityName, facility?.address ?? '']
    return [
      {
        activity,
        title: title.text,
        titleLang: title.missing ? title.lang : undefined,
        institution: {
          code: holder.code,
          name: textIn(holder.name, lang).text,
          href: institutionPaths.institution(holder.code),
        },
        where: [...new Set(where.filter(text => text !== ''))].join(', '),
        place: place === undefined ? null : { name: textIn(place.name, lang).text, href: placePaths.place(place) },
        state: stateInWords(activity, lang, now),
      },
    ]
  })
}
