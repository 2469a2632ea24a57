import { textIn } from '../../kernel/localized-text.ts'
import { say as sayOf } from '../../kernel/sentences.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import type { FormState } from '../../site/index.ts'
import { type Institution, institutionById } from '../institutions/index.ts'
import { type Card, type Contact, cardById, contactsOf, findPerson, noteLook, type Person } from '../people/index.ts'
import { writeContact } from './desk-contact.ts'
import { ContactPage } from './desk-page.tsx'
import { parseDeskContact } from './forms.ts'
import type { Given } from './leave-routes.tsx'
import { words } from './messages.ts'
import { cardContactPath } from './paths.ts'

/** Handlers behind `may` have a person; anything else is a bug of the routes. */
export function staffOf(c: RequestContext): string {
  const { person } = c.var.viewer
  if (person === null) throw new Error('this route needs somebody signed in')
  return person
}

interface Reached {
  readonly card: Card
  readonly person: Person
  readonly institution: Institution
  readonly contacts: readonly Contact[]
}

/** The holder of the card, once it is written down who looked; null when they were erased. */
async function reached({ world }: Given, c: RequestContext): Promise<Reached | null> {
  const { database } = world
  const card = await cardById(database, c.req.param('card') ?? '')
  const institution = card && (await institutionById(database, card.institution))
  if (card === null || institution === null) throw new Error('the door let an unknown card pass')
  const person = await findPerson(database, card.person)
  if (person === null) return null
  const look = { by: staffOf(c), institution: institution.id, persons: [person.id], now: c.var.now }
  await noteLook(database, { ...look, purpose: 'contact' })
  return { card, person, institution, contacts: await contactsOf(database, [person.id]) }
}

function page({ site }: Given, c: RequestContext, found: Reached, form?: FormState, act?: string) {
  const { institution } = found
  const at = { code: institution.code, name: textIn(institution.name, c.var.lang).text }
  return (
    <ContactPage
      frame={site.staffFrame(c, at)}
      {...found}
      institution={at}
      act={act ?? newId()}
      {...(form === undefined ? {} : { form })}
      {...(readQuery(c).text('xong') === 'luu' ? { done: words(c.var.lang).contactSaved } : {})}
    />
  )
}

export async function showContact(given: Given, c: RequestContext) {
  const found = await reached(given, c)
  return found === null ? c.notFound() : c.html(page(given, c, found))
}

export async function takeContact(given: Given, c: RequestContext) {
  const found = await reached(given, c)
  if (found === null) return c.notFound()
  const form = await readForm(c)
  const act = actOf(form)
  const valueOf = (kind: Contact['kind']) => found.contacts.find(one => one.kind === kind)?.value ?? null
  const typed = parseDeskContact(form, { email: valueOf('email'), phone: valueOf('phone') })
  if (!typed.ok) {
    const { contactRefusals } = words(c.var.lang)
    const errors = typed.problems.map(({ field, problem }) => ({ field, text: sayOf(contactRefusals, problem) }))
    return c.html(page(given, c, found, { typed: form.typed, errors }, act), 422)
  }
  await writeContact(given.world, {
    act,
    by: staffOf(c),
    institution: found.institution.id,
    card: found.card.id,
    person: found.person.id,
    typed: typed.value,
    now: c.var.now,
  })
  return c.redirect(`${cardContactPath(found.card.id)}?xong=luu`, 303)
}
