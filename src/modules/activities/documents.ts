import { everyone } from '../../kernel/audience.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { localDateAt, yearOf } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { facilitiesOf, institutionById, institutionDocument } from '../institutions/index.ts'
import { onTodaysMap } from '../places/index.ts'
import { keyOf, queueDocuments, queueRemovals } from '../search/index.ts'
import type { Activity } from './activity.ts'
import { words } from './messages.ts'
import { activityPath } from './paths.ts'

const distinct = (values: readonly string[]): string[] => [...new Set(values.filter(value => value !== ''))]

/** Codes of the units of today on whose ground the event is; the institution's own where nobody said. */
async function placeCodes(db: Db, { place }: Activity, otherwise: readonly string[], now: Date): Promise<string[]> {
  if (place === null) return [...otherwise]
  const located = await onTodaysMap(db, [place], localDateAt(now))
  return distinct((located.get(place) ?? []).flatMap(({ place: unit }) => unit.code ?? []))
}

/** Queues what search must know after an event changed: a document, or its removal while it is a draft. */
export async function queueActivity(tx: Db, activity: Activity, now: Date): Promise<void> {
  const { id, details, state, startsAt } = activity
  const institution = await institutionById(tx, activity.institution)
  if (state === 'draft' || institution === null) return queueRemovals(tx, [keyOf('event', id)])
  const keeper = await institutionDocument(tx, institution, now)
  const facilities = await facilitiesOf(tx, [institution.id], localDateAt(startsAt))
  const facility = facilities.find(one => one.id === activity.facility)
  const say = words('vi')
  const title = details.title[0]?.text ?? ''
  const cancelled = state === 'cancelled' ? say.states.cancelled : ''
  return queueDocuments(tx, [
    {
      kind: 'event',
      id,
      url: activityPath(id),
      title,
      otherTitles: details.title.slice(1).map(({ text }) => text),
      people: [],
      subjects: [say.kinds[details.kind]],
      text: distinct([
        ...details.description.map(({ text }) => text),
        details.audienceNote,
        details.where,
        facility?.address ?? '',
        keeper.title,
      ]).join(' · '),
      identifiers: [],
      language: details.languages[0] ?? null,
      institutions: [keeper.code],
      places: await placeCodes(tx, activity, keeper.places, now),
      year: yearOf(localDateAt(startsAt)),
      available: false,
      audience: everyone,
      display: {
        line: distinct([cancelled, formatInstant(startsAt, 'vi'), details.where || keeper.title]).join(' · '),
      },
      sortKey: sortKey(title),
    },
  ])
}
