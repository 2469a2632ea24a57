import { say as sayOf } from '../../kernel/sentences.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { FieldError, FormState } from '../../site/index.ts'
import { type Contact, contactKinds, contactsOf } from '../people/index.ts'
import { type FieldProblem, parseOwnAddress, subjectsIn } from './forms.ts'
import type { Given } from './leave-routes.tsx'
import { words } from './messages.ts'
import { chooseWishes, dropOwnContact, type OwnRefusal, setOwnEmail } from './own-address.ts'
import { OwnLettersPage, OwnLettersPart } from './own-page.tsx'
import { ownLettersPath } from './paths.ts'
import { type Subject, subjects } from './topic.ts'
import { wants } from './wish-store.ts'

/** What a person's letters are now. */
export interface OwnLetters {
  readonly email: Contact | null
  readonly phone: Contact | null
  readonly wanted: readonly Subject[]
}

/** Handlers behind `signedIn` have a person; anything else is a bug of the routes. */
function self(c: RequestContext): { person: string; now: Date } {
  const { viewer, now } = c.var
  if (viewer.person === null) throw new Error('this route needs somebody signed in')
  return { person: viewer.person, now }
}

async function ownLetters({ database }: World, person: string): Promise<OwnLetters> {
  const contacts = await contactsOf(database, [person])
  const wanted: Subject[] = []
  for (const subject of subjects) if (await wants(database, { kind: 'person', person }, subject)) wanted.push(subject)
  const one = (kind: Contact['kind']) => contacts.find(contact => contact.kind === kind) ?? null
  return { email: one('email'), phone: one('phone'), wanted }
}

/** The part of a person's own page that says where letters go. */
export async function ownLettersPart(world: World, c: RequestContext, person: string) {
  const letters = await ownLetters(world, person)
  return { title: words(c.var.lang).own, content: <OwnLettersPart lang={c.var.lang} letters={letters} /> }
}

async function ownPage(given: Given, c: RequestContext, form?: FormState, act?: string) {
  const say = words(c.var.lang)
  const done = { bo: say.dropped, chon: say.saved }[readQuery(c).text('xong')]
  return (
    <OwnLettersPage
      frame={given.site.frame(c)}
      letters={await ownLetters(given.world, self(c).person)}
      act={act ?? newId()}
      newAct={newId}
      {...(form === undefined ? {} : { form })}
      {...(done === undefined ? {} : { done })}
    />
  )
}

export const showOwnLetters = async (given: Given, c: RequestContext) => c.html(await ownPage(given, c))

export async function takeOwnEmail(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const act = actOf(form)
  const text = words(c.var.lang)
  const again = async (
    problems: readonly { field: FieldProblem['field']; problem: FieldProblem['problem'] | OwnRefusal }[],
  ) => {
    const errors: FieldError[] = problems.map(({ field, problem }) => ({
      field,
      text: sayOf(text.contactRefusals, problem),
    }))
    return c.html(await ownPage(given, c, { typed: form.typed, errors }, act), 422)
  }
  const typed = parseOwnAddress(form)
  if (!typed.ok) return again(typed.problems)
  const result = await setOwnEmail(given.world, { ...self(c), act, email: typed.value })
  if (!result.ok) return again(result.problems.map(problem => ({ field: 'thu', problem })))
  return c.redirect(ownLettersPath, 303)
}

export async function takeOwnWishes(given: Given, c: RequestContext) {
  const form = await readForm(c)
  await chooseWishes(given.world, { ...self(c), act: actOf(form), wanted: subjectsIn(form, 'muc') })
  return c.redirect(`${ownLettersPath}?xong=chon`, 303)
}

export async function takeDropContact(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const kind = contactKinds.find(one => one === form.text('loai'))
  if (kind !== undefined) await dropOwnContact(given.world, { ...self(c), act: actOf(form), kind })
  return c.redirect(`${ownLettersPath}?xong=bo`, 303)
}
