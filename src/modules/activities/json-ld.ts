import { localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import { seatsLeft } from './activity.ts'
import { activityPath, signUpPath } from './paths.ts'
import { closedBecause } from './seats.ts'
import type { ActivityView } from './view.ts'

/** ISO 8601 with Vietnam's offset: search engines show the hour as it is written. */
const zoned = (instant: Date): string => `${localDateAt(instant)}T${localTimeAt(instant)}:00+07:00`

/**
 * The event for machines that read pages: schema.org as JSON-LD 1.1, ready to stand in a data block. `<` is written as an
 * escape, so that no text can end the block.
 */
export function schemaOrg(view: ActivityView, origin: string, now: Date): string {
  const { activity, institution, place, where } = view
  const { details } = activity
  const url = `${origin}${activityPath(activity.id)}`
  const left = seatsLeft(activity)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    name: details.title[0]?.text,
    description: details.description[0]?.text,
    startDate: zoned(activity.startsAt),
    endDate: zoned(activity.endsAt),
    eventStatus: `https://schema.org/Event${activity.state === 'cancelled' ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    inLanguage: details.languages,
    isAccessibleForFree: details.cost.minor === 0,
    maximumAttendeeCapacity: activity.capacity ?? undefined,
    remainingAttendeeCapacity: left ?? undefined,
    location: {
      '@type': 'Place',
      name: where === '' ? institution.name : where,
      address: [place?.name, 'Lào Cai', 'Việt Nam'].filter(Boolean).join(', '),
    },
    organizer: { '@type': 'Organization', name: institution.name, url: `${origin}${institution.href}` },
    offers:
      closedBecause(activity, now) === null
        ? {
            '@type': 'Offer',
            url: `${origin}${signUpPath(activity.id)}`,
            price: details.cost.minor,
            priceCurrency: details.cost.currency,
            availability: `https://schema.org/${left === 0 ? 'SoldOut' : 'InStock'}`,
          }
        : undefined,
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
