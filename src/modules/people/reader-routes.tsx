import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { mayAt } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, pageAsked, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import type { FieldError, FormState } from '../../site/form.tsx'
import { branchesOf, type Institution, institutionByCode, institutionById } from '../institutions/index.ts'
import { readerQueryOf } from './card.ts'
import { cardById, findReaders, type Reader } from './card-store.ts'
import { parseReader } from './forms.ts'
import { self } from './going-on.ts'
import { noteLook } from './look.ts'
import { words } from './messages.ts'
import { readersPath } from './paths.ts'
import type { Given } from './port.ts'
import { NewReaderPage, ReadersPage } from './reader-pages.tsx'
import { registerReader, renewReaderCard } from './register-reader.ts'

const pageSize = 25
const longestQuery = 100

/** The institution of the address; the door has looked it up already, so its absence is a bug. */
async function institutionAt({ world }: Given, c: RequestContext): Promise<Institution> {
  const institution = await institutionByCode(world.database, c.req.param('code') ?? '')
  if (institution === null) throw new Error('the door let an unknown institution pass')
  return institution
}

const named = (institution: Institution, c: RequestContext) => ({
  code: institution.code,
  name: textIn(institution.name, c.var.lang).text,
})

/** The institution and those of its branches whose readers this viewer may manage. */
const within = async ({ world }: Given, c: RequestContext, institution: Institution): Promise<string[]> =>
  (await branchesOf(world.database, institution.id)).filter(id => mayAt(c.var.viewer, 'manage-people', id))

const looked = ({ world }: Given, c: RequestContext, institution: Institution, readers: readonly Reader[]) =>
  noteLook(world.database, {
    by: self(c).person,
    institution: institution.id,
    purpose: 'reader-list',
    persons: readers.map(reader => reader.person.id),
    now: c.var.now,
  })

interface ListAsked {
  readonly typed: string
  readonly page: number
  /** Which act was just done to the one card shown; the address carries no words. */
  readonly done?: string
  readonly refused?: { readonly title: string; readonly reasons: readonly string[] }
}

async function readersPage(given: Given, c: RequestContext, institution: Institution, asked: ListAsked) {
  const found = await findReaders(
    given.world.database,
    await within(given, c, institution),
    readerQueryOf(asked.typed, institution.code),
    { number: asked.page, size: pageSize },
  )
  await looked(given, c, institution, found.readers)
  const at = named(institution, c)
  return (
    <ReadersPage
      frame={given.site.staffFrame(c, at)}
      institution={at}
      query={asked.typed}
      {...found}
      pageSize={pageSize}
      today={localDateAt(c.var.now)}
      deskPath={card => given.port.deskPath(institution.code, card)}
      contactPath={given.port.contactPath}
      newAct={newId}
      {...doneNotice(asked.done ?? '', found.readers[0], c)}
      {...(asked.refused === undefined ? {} : { refused: asked.refused })}
    />
  )
}

function doneNotice(act: string, reader: Reader | undefined, c: RequestContext): { done?: string } {
  const text = words(c.var.lang)
  if (act === 'xoa') return { done: text.readerErased }
  if (reader === undefined) return {}
  const { number, expiresOn } = reader.card
  if (act === 'cap') return { done: text.issued(number) }
  return act === 'gia-han' ? { done: text.renewed(number, formatDate(expiresOn, c.var.lang)) } : {}
}

export async function showReaders(given: Given, c: RequestContext) {
  const query = readQuery(c)
  return c.html(
    await readersPage(given, c, await institutionAt(given, c), {
      typed: query.text('q').slice(0, longestQuery),
      page: pageAsked(query),
      done: query.text('xong'),
    }),
  )
}

interface NewReaderShown {
  readonly act: string
  readonly form?: FormState
  readonly same?: readonly Reader[]
}

const newReaderPage = (given: Given, c: RequestContext, institution: Institution, shown: NewReaderShown) => {
  const at = named(institution, c)
  return (
    <NewReaderPage
      frame={given.site.staffFrame(c, at)}
      institution={at}
      deskPath={card => given.port.deskPath(institution.code, card)}
      {...shown}
    />
  )
}

export const showNewReader = async (given: Given, c: RequestContext) =>
  c.html(newReaderPage(given, c, await institutionAt(given, c), { act: newId() }))

export async function takeNewReader(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const text = words(c.var.lang)
  const form = await readForm(c)
  const act = actOf(form)
  const again = (errors: readonly FieldError[], same: readonly Reader[] = []) =>
    c.html(newReaderPage(given, c, institution, { act, same, form: { typed: form.typed, errors } }), 422)
  const typed = parseReader(form)
  if (!typed.ok) return again(typed.problems.map(one => ({ field: one.field, text: say(text.formRefusals, one) })))
  const result = await registerReader(given.world, {
    act,
    by: self(c).person,
    institution: institution.id,
    ...typed.value,
    among: await within(given, c, institution),
    now: c.var.now,
  })
  if (result.ok) return c.redirect(listed(institution.code, result.value.number, 'cap'), 303)
  const same = result.problems.flatMap(problem => problem.readers)
  await looked(given, c, institution, same)
  return again([{ field: 'nguoi-khac', text: text.sameNameFound(typed.value.displayName) }], same)
}

const listed = (code: string, q: string, xong: 'cap' | 'gia-han'): string =>
  `${readersPath(code)}?${new URLSearchParams({ q, xong })}`

export async function takeRenewal(given: Given, c: RequestContext) {
  const card = await cardById(given.world.database, c.req.param('card') ?? '')
  const institution = card && (await institutionById(given.world.database, card.institution))
  if (card === null || institution === null) throw new Error('the door let an unknown card pass')
  const result = await renewReaderCard(given.world, {
    act: actOf(await readForm(c)),
    by: self(c).person,
    institution: institution.id,
    card: card.id,
    now: c.var.now,
  })
  if (result.ok) return c.redirect(listed(institution.code, card.number, 'gia-han'), 303)
  const text = words(c.var.lang)
  const reasons = result.problems.map(problem => say(text.cardRefusals, problem))
  const asked = { typed: card.number, page: 1, refused: { title: text.notRenewed(card.number), reasons } }
  return c.html(await readersPage(given, c, institution, asked), 422)
}
