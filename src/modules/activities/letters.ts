import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { institutionById } from '../institutions/index.ts'
import { type EventValues, notify, type Refresh } from '../notices/index.ts'
import type { Activity } from './activity.ts'
import { activityById } from './activity-store.ts'
import { calendarPath, ticketPath } from './paths.ts'
import { headsOf } from './seats.ts'
import type { SignUp } from './sign-up.ts'
import { markTold, signUpByTicket } from './sign-up-store.ts'

const reminderMs = 24 * 3_600_000

/** What letters about an event say; the link is the ticket of this group, until there is nothing left to change. */
async function valuesFor(tx: Db, activity: Activity, { lang, ticket }: SignUp): Promise<EventValues> {
  const { details, startsAt } = activity
  const holder = details.where === '' ? await institutionById(tx, activity.institution) : null
  return {
    title: textIn(details.title, lang).text,
    startsAt: startsAt.toISOString(),
    where: holder === null ? details.where : textIn(holder.name, lang).text,
    path: ticketPath(ticket),
  }
}

/** Whom a letter reaches: the address that the group gave for just this; null where they gave a telephone. */
const addressOf = ({ contact, lang }: SignUp) =>
  contact?.kind === 'email' ? { email: contact.value, phone: null, language: lang } : null

/** A reminder on the day before, once an event and hour; of no use once it began. */
async function remind(tx: Db, activity: Activity, signUp: SignUp, values: EventValues, now: Date): Promise<void> {
  const to = addressOf(signUp)
  const { startsAt, institution } = activity
  const notBefore = new Date(startsAt.getTime() - reminderMs)
  if (to === null || signUp.state !== 'seated' || notBefore <= now) return
  await notify(tx, {
    topic: 'event-reminder',
    values: { ...values, code: signUp.code },
    key: `${signUp.id} ${values.startsAt}`,
    to,
    institution,
    now,
    notBefore,
    expiresAt: startsAt,
  })
}

/** Answers a sign-up by a letter, where an e-mail was given. */
export async function confirm(tx: Db, activity: Activity, signUp: SignUp, now: Date): Promise<void> {
  const to = addressOf(signUp)
  if (to === null) return
  const values = await valuesFor(tx, activity, signUp)
  const { institution } = activity
  const said = { ...values, code: signUp.code, people: headsOf(signUp), waiting: signUp.state === 'waiting' }
  await notify(tx, { topic: 'event-confirmation', values: said, key: signUp.id, to, institution, now })
  await remind(tx, activity, signUp, values, now)
}

/** Tells these what there is to tell, as far as letters reach them; whoever is left is for the organiser to ring. */
export async function tellByLetter(tx: Db, activity: Activity, signUps: readonly SignUp[], now: Date): Promise<void> {
  const told: string[] = []
  for (const signUp of signUps) {
    const to = addressOf(signUp)
    if (to === null) continue
    const values = await valuesFor(tx, activity, signUp)
    const whole = { key: signUp.id, to, institution: activity.institution, now, expiresAt: activity.endsAt }
    const outcome =
      signUp.tell === 'moved-up'
        ? await notify(tx, {
            topic: 'event-moved-up',
            values: { ...values, code: signUp.code, people: headsOf(signUp) },
            ...whole,
          })
        : signUp.tell === 'cancelled'
          ? await notify(tx, {
              topic: 'event-cancelled',
              values: { ...values, path: calendarPath, reason: activity.cancelReason ?? '' },
              ...whole,
            })
          : // No letter says that an event moved: it is for a voice, and a new reminder.
            null
    if (outcome === 'queued' || outcome === 'already-queued') told.push(signUp.id)
    if (signUp.tell !== 'cancelled') await remind(tx, activity, signUp, values, now)
  }
  if (told.length > 0) await markTold(tx, activity.id, told)
}

const ticketOf = (path: string): string => path.split('/').at(-1) ?? ''

/** Just before a letter about an event goes out: whether it is still true. Letters about anything else are left alone. */
export const refreshEventLetter: Refresh = async (db, template) => {
  if (template.topic !== 'event-reminder' && template.topic !== 'event-moved-up') return template
  const signUp = await signUpByTicket(db, ticketOf(template.values.path))
  const activity = signUp && (await activityById(db, signUp.activity))
  const stands = signUp?.state === 'seated' && activity?.state === 'published'
  return stands && activity.startsAt.toISOString() === template.values.startsAt ? template : null
}
