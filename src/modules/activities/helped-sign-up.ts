import { cutToCodePoints } from '../../kernel/code-points.ts'
import { isLanguage, type Language } from '../../kernel/language.ts'
import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { say } from '../../kernel/sentences.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Form } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { ResultItem } from '../../site/index.ts'
import { institutionById } from '../institutions/index.ts'
import { type Assistance, contactsOf, findPerson, languageOfPerson } from '../people/index.ts'
import { lineageUp, onTodaysMap } from '../places/index.ts'
import { seatsLeft } from './activity.ts'
import { activityById, listTakingNames } from './activity-store.ts'
import { itemOf } from './calendar-page.tsx'
import { type Contact, parseContact } from './contact.ts'
import { words } from './messages.ts'
import { closedBecause } from './seats.ts'
import { signUpWithHelp } from './sign-up-acts.ts'
import { fieldOf, longestGroupName, parseHeads, type SignUpProblem, waitField } from './sign-up-form.ts'
import { signUpById, standingOf } from './sign-up-store.ts'
import { type ActivityView, describe, whenOf } from './view.ts'

const mostOffered = 10

interface Helping {
  readonly person: string
  readonly now: Date
  readonly lang: Language
}

/** The commune of an institution's seat as it is today, with what it was made of. */
async function groundOf(db: Db, institution: string, now: Date): Promise<string[]> {
  const seat = (await institutionById(db, institution))?.place ?? null
  if (seat === null) return []
  const today = localDateAt(now)
  const communes = ((await onTodaysMap(db, [seat], today)).get(seat) ?? []).map(({ place }) => place.id)
  const before = await Promise.all(communes.map(id => lineageUp(db, id)))
  return [seat, ...communes, ...before.flat().map(({ place }) => place.id)]
}

/** What a person can be signed up for now: what is near the helper's institution first; `hrefOf` leads to its form. */
export async function eventsForHelp(
  db: Db,
  { person, institution, now, lang }: Helping & { readonly institution: string },
  hrefOf: (activity: string) => string,
): Promise<ResultItem[]> {
  const places = await groundOf(db, institution, now)
  const activities = await listTakingNames(db, { person, institution, places, now }, mostOffered)
  const views = await describe(db, activities, lang, now)
  return views.map(view => ({ ...itemOf(view, lang, whenOf(view.activity, lang)), href: hrefOf(view.activity.id) }))
}

/** An event with what its form must ask. */
export interface HelpedEvent {
  readonly view: ActivityView
  readonly whenAndWhere: string
  /** How the person is reached by what they left; null when it has to be asked. The contact itself is not shown. */
  readonly reach: Contact['kind'] | null
  readonly offerWaiting: boolean
}

/** Where a person is reached: rung before written to, since whoever is helped seldom reads letters. */
async function reachOf(db: Db, person: string): Promise<Contact | null> {
  const left = await contactsOf(db, [person])
  const good = left.filter(({ kind, confirmedAt }) => kind === 'phone' || confirmedAt !== null)
  const contacts = good.flatMap(({ value }) => {
    const read = parseContact(value)
    return 'code' in read ? [] : [read]
  })
  return contacts.find(({ kind }) => kind === 'phone') ?? contacts[0] ?? null
}

/** Null for what takes no names now, or has this person's already. */
export async function eventForHelp(
  db: Db,
  activity: string,
  { person, now, lang }: Helping,
): Promise<HelpedEvent | null> {
  const found = await activityById(db, activity)
  if (found === null || found.state === 'draft' || closedBecause(found, now) !== null) return null
  if ((await standingOf(db, activity, person)) !== null) return null
  const [view] = await describe(db, [found], lang, now)
  if (view === undefined) return null
  const reach = (await reachOf(db, person))?.kind ?? null
  const whenAndWhere = [whenOf(found, lang), view.where || view.institution.name].join(' · ')
  return { view, whenAndWhere, reach, offerWaiting: seatsLeft(found) === 0 || found.waiting > 0 }
}

/** Why it was not done, at the field where it is mended; null when no field mends it. */
export interface HelpedProblem {
  readonly field: string | null
  readonly text: string
}

/** Reads the form as the public one is read; a contact that the person left is taken in place of a typed one. */
async function readHelped(db: Db, form: Form, person: string) {
  const problems: SignUpProblem[] = []
  const heads = parseHeads(form)
  if (!heads.ok) problems.push(...heads.problems)
  const contact = (await reachOf(db, person)) ?? parseContact(form.text('lien-he'))
  if ('code' in contact) problems.push(contact)
  return heads.ok && !('code' in contact) ? ok({ ...heads.value, contact }) : refused(problems)
}

/** Signs a person up with somebody's help, under the name on their card; gives the code to tell them, four signs. */
export async function signUpHelped(
  world: Pick<World, 'database'>,
  asked: Helping & {
    readonly act: string
    readonly activity: string
    readonly form: Form
    readonly assistance: Assistance
  },
): Promise<Result<{ code: string } | null, HelpedProblem>> {
  const { act, person, form, now, lang } = asked
  const db = world.database
  const text = words(lang)
  const activity = await activityById(db, asked.activity)
  const known = await findPerson(db, person)
  if (activity === null || known === null)
    return refused([{ field: null, text: text.helpedRefusals.begun({ code: 'begun' }) }])
  const read = await readHelped(db, form, person)
  if (!read.ok)
    return refused(read.problems.map(problem => ({ field: fieldOf(problem), text: say(text.problems, problem) })))
  const language = await languageOfPerson(db, person)
  const signing = {
    ...read.value,
    act,
    activity,
    groupName: cutToCodePoints(known.displayName, longestGroupName),
    lang: isLanguage(language) ? language : lang,
    person,
    mayWait: form.has(waitField),
    now,
  }
  const done = await signUpWithHelp(world, signing, asked.assistance)
  if (!done.ok) {
    const waits = new Set<string>(['too-few-seats', 'others-wait'])
    return refused(
      done.problems.map(problem => ({
        field: waits.has(problem.code) ? waitField : null,
        text: say(text.helpedRefusals, problem),
      })),
    )
  }
  const written = await signUpById(db, done.value.signUp)
  return ok(written && { code: written.code })
}
