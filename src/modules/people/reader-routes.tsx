import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { fold } from '../../kernel/vietnamese.ts'
import { newId } from '../../platform/clock.ts'
import { type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import { branchesOf, type Institution, institutionByCode, institutionById } from '../institutions/index.ts'
import { normaliseCardNumber } from './card.ts'
import { parseReader } from './forms.ts'
import { NewReaderPage, ReadersPage, words } from './pages.tsx'
import { readersPath } from './paths.ts'
import type { Given } from './port.ts'
import { registerReader, renewReaderCard } from './register-reader.ts'
import { cardById, findReaders, type Reader } from './store.ts'

const pageSize = 25

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

export async function showReaders(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const query = readQuery(c)
  const typed = query.text('q').slice(0, 100)
  const page = Math.max(1, Math.min(10_000, Number(query.text('trang')) || 1))
  const { readers, total } = await findReaders(given.world.database, {
    institutions: await branchesOf(given.world.database, institution.id),
    folded: fold(typed),
    number: normaliseCardNumber(typed),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  const at = named(institution, c)
  return c.html(
    <ReadersPage
      frame={given.site.staffFrame(c, at)}
      institution={at}
      query={typed}
      readers={readers}
      total={total}
      page={page}
      pageSize={pageSize}
      today={localDateAt(c.var.now)}
      deskPath={card => given.port.deskPath(institution.code, card)}
      newAct={newId}
      {...doneNotice(query.text('xong'), readers[0], c)}
    />,
  )
}

/** What was just done to the one card shown; the address carries only which act it was. */
function doneNotice(act: string, reader: Reader | undefined, c: RequestContext): { done?: string } {
  const say = words(c.var.lang)
  if (reader === undefined) return {}
  const { number, expiresOn } = reader.card
  if (act === 'cap') return { done: say.issued(number) }
  return act === 'gia-han' ? { done: say.renewed(number, formatDate(expiresOn, c.var.lang)) } : {}
}

export async function showNewReader(given: Given, c: RequestContext) {
  const at = named(await institutionAt(given, c), c)
  return c.html(<NewReaderPage frame={given.site.staffFrame(c, at)} institution={at} act={newId()} />)
}

export async function takeNewReader(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const at = named(institution, c)
  const form = await readForm(c)
  const typed = parseReader(form)
  if (!typed.ok) {
    const errors = typed.problems.map(problem => ({
      field: problem.field,
      text: say(words(c.var.lang).formRefusals, problem),
    }))
    return c.html(
      <NewReaderPage
        frame={given.site.staffFrame(c, at)}
        institution={at}
        act={form.text('act')}
        form={{ typed: form.typed, errors }}
      />,
      422,
    )
  }
  const result = await registerReader(given.world, {
    act: form.text('act') || newId(),
    by: c.var.viewer.person ?? '',
    institution: institution.id,
    ...typed.value,
    now: c.var.now,
  })
  if (!result.ok) throw new Error('a registration is never refused')
  return c.redirect(listed(institution.code, result.value.number, 'cap'), 303)
}

const listed = (code: string, q: string, xong: 'cap' | 'gia-han'): string =>
  `${readersPath(code)}?${new URLSearchParams({ q, xong })}`

export async function takeRenewal(given: Given, c: RequestContext) {
  const card = await cardById(given.world.database, c.req.param('card') ?? '')
  const institution = card && (await institutionById(given.world.database, card.institution))
  if (card === null || institution === null) throw new Error('the door let an unknown card pass')
  const form = await readForm(c)
  const result = await renewReaderCard(given.world, {
    act: form.text('act') || newId(),
    by: c.var.viewer.person ?? '',
    institution: institution.id,
    card: card.id,
    now: c.var.now,
  })
  if (!result.ok) throw new Error('a renewal is never refused')
  return c.redirect(listed(institution.code, card.number, 'gia-han'), 303)
}
