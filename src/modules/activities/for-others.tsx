import type { Language } from '../../kernel/language.ts'
import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import { ResultList, Section } from '../../site/index.ts'
import { activitiesByIds } from './activity-store.ts'
import { itemOf } from './calendar-page.tsx'
import { comingUpAt, thisWeek } from './calendar-view.ts'
import { words } from './messages.ts'
import { activityPath, calendarPath, ticketPath } from './paths.ts'
import { headsOf } from './seats.ts'
import { type OwnSignUp, signUpsOfPerson } from './sign-up-store.ts'
import { describe, hoursOf, whenOf } from './view.ts'

const shownThisWeek = 3

/** A part for the first page: what is on within a week; null when nothing is. */
export async function thisWeekPart(db: Db, c: RequestContext) {
  const { lang } = c.var
  const say = words(lang)
  const rows = await thisWeek(db, c, shownThisWeek)
  if (rows.length === 0) return null
  return (
    <Section title={say.thisWeek} more={{ href: calendarPath, label: say.allActivities }}>
      <ResultList items={rows.map(row => itemOf(row, lang, whenOf(row.activity, lang)))} />
    </Section>
  )
}

const shownAtInstitution = 4

/** What an institution has coming up, as links that say the day. */
export async function comingUp(
  db: Db,
  institution: string,
  c: RequestContext,
): Promise<{ href: string; label: string }[]> {
  const { lang } = c.var
  const rows = await comingUpAt(db, institution, c, shownAtInstitution)
  return rows.map(({ activity, title, state }) => ({
    href: activityPath(activity.id),
    label: [
      `${formatDate(localDateAt(activity.startsAt), lang)} ${hoursOf(activity, lang)}`,
      title,
      ...(activity.state === 'cancelled' ? [state.text] : []),
    ].join(' · '),
  }))
}

const shownOfMine = 20

/** What somebody signed up for with their account, the latest event first. */
async function mine(db: Db, person: string, lang: Language, now: Date) {
  const own = await signUpsOfPerson(db, person, shownOfMine)
  const bySignUp = new Map<string, OwnSignUp>(own.map(one => [one.activity, one]))
  const activities = await activitiesByIds(db, [...bySignUp.keys()])
  return (await describe(db, activities.reverse(), lang, now)).flatMap(view => {
    const signUp = bySignUp.get(view.activity.id)
    return signUp === undefined ? [] : [{ view, signUp }]
  })
}

const mostRecords = 5000

/** All that is kept of a person's sign-ups, for them to take along. */
export async function signUpRecords(db: Db, person: string, lang: Language) {
  const say = words(lang)
  const own = await signUpsOfPerson(db, person, mostRecords)
  const activities = await activitiesByIds(db, [...new Set(own.map(({ activity }) => activity))])
  const byId = new Map(activities.map(one => [one.id, one]))
  return {
    key: 'sign-ups',
    title: say.mine,
    fields: Object.entries(say.recordFields).map(([key, label]) => ({ key, label })),
    records: own.map(({ activity, signedAt, groupName, contact, adults, children, state }) => ({
      signedAt,
      activity: textIn(byId.get(activity)?.details.title ?? [], lang).text,
      when: byId.get(activity)?.startsAt ?? null,
      name: groupName,
      contact,
      adults,
      children,
      state: say.mineStates[state],
    })),
  }
}

/** A part for a person's own page. */
export async function ownActivitiesPart(db: Db, c: RequestContext, person: string) {
  const { lang, now } = c.var
  const say = words(lang)
  const rows = await mine(db, person, lang, now)
  const content =
    rows.length === 0 ? (
      <p>
        {say.noneOfMine} <a href={calendarPath}>{say.calendar}</a>
      </p>
    ) : (
      <ul>
        {rows.map(({ view, signUp }) => (
          <li>
            <a href={ticketPath(signUp.ticket)}>{view.title}</a> · {whenOf(view.activity, lang)} · {headsOf(signUp)} ·{' '}
            {say.mineStates[signUp.state]}
          </li>
        ))}
      </ul>
    )
  return { title: say.mine, content }
}
