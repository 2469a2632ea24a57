import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { writeCalendar } from '../../standards/icalendar/index.ts'
import { words } from './messages.ts'
import { activityPath } from './paths.ts'
import type { ActivityView } from './view.ts'

/** The event for the calendar of a telephone. Its UID stays when it moves, so that the entry moves with it. */
export function calendarFile(
  { activity, title, institution, where, place }: ActivityView,
  origin: string,
  lang: Language,
) {
  const url = `${origin}${activityPath(activity.id)}`
  const cancelled = activity.state === 'cancelled'
  const say = words(lang)
  return writeCalendar(`-//Bac Thang//${lang.toUpperCase()}`, [
    {
      uid: `${activity.id}@${new URL(origin).hostname}`,
      stamp: activity.changedAt,
      start: activity.startsAt,
      end: activity.endsAt,
      summary: cancelled ? `${say.stateCancelled}: ${title}` : title,
      description: [cancelled ? (activity.cancelReason ?? '') : textIn(activity.details.description, lang).text, url]
        .filter(text => text !== '')
        .join('\n\n'),
      location: [where, place?.name ?? ''].filter(text => text !== '').join(', '),
      url,
      organizer: institution.name,
      status: cancelled ? 'CANCELLED' : 'CONFIRMED',
      sequence: activity.sequence,
    },
  ])
}
