import { textIn } from '../../kernel/localized-text.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm } from '../../platform/http/index.ts'
import { institutionById } from '../institutions/index.ts'
import { accountOfPerson } from './account-store.ts'
import { cardById, institutionOfCard } from './card-store.ts'
import { EraseReaderPage } from './erase-pages.tsx'
import { type DeskErasureRefusal, eraseReader, hindrances } from './erase-person.ts'
import { self } from './going-on.ts'
import { noteLook } from './look.ts'
import { readersPath } from './paths.ts'
import { findPerson } from './person-store.ts'
import type { Given } from './port.ts'

/** The institution of the card in the address; the door has looked it up already, so its absence is a bug. */
async function placeOf({ world }: Given, c: RequestContext) {
  const id = await institutionOfCard(world.database, c.req.param('leaver') ?? '')
  const institution = id === null ? null : await institutionById(world.database, id)
  if (institution === null) throw new Error('the door let an unknown card pass')
  return institution
}

interface Shown {
  readonly act: string
  readonly problems?: readonly DeskErasureRefusal[]
}

async function eraseReaderPage(given: Given, c: RequestContext, { act, problems }: Shown) {
  const { world, site, port } = given
  const institution = await placeOf(given, c)
  const card = await cardById(world.database, c.req.param('leaver') ?? '')
  const person = card && (await findPerson(world.database, card.person))
  if (card === null || person === null) return null
  await noteLook(world.database, {
    by: self(c).person,
    institution: institution.id,
    purpose: 'erasure',
    persons: [person.id],
    now: c.var.now,
  })
  const at = { code: institution.code, name: textIn(institution.name, c.var.lang).text }
  const account = await accountOfPerson(world.database, person.id)
  const found: readonly DeskErasureRefusal[] =
    account === null
      ? await hindrances(world.database, port, person.id, { now: c.var.now, lang: c.var.lang })
      : [{ code: 'has-account' }]
  return (
    <EraseReaderPage
      frame={site.staffFrame(c, at)}
      institution={at}
      reader={{ card, person }}
      act={act}
      problems={problems ?? found}
    />
  )
}

export async function showEraseReader(given: Given, c: RequestContext) {
  const page = await eraseReaderPage(given, c, { act: newId() })
  return page === null ? c.notFound() : c.html(page)
}

/** Whose data went already is told as done: the same was asked for, perhaps at another desk. */
export async function takeEraseReader(given: Given, c: RequestContext) {
  const institution = await placeOf(given, c)
  const act = actOf(await readForm(c))
  const erased = await eraseReader(given.world, given.port, {
    act,
    by: self(c).person,
    card: c.req.param('leaver') ?? '',
    institution: institution.id,
    now: c.var.now,
    lang: c.var.lang,
  })
  const page = erased.ok ? null : await eraseReaderPage(given, c, { act, problems: erased.problems })
  return page === null ? c.redirect(`${readersPath(institution.code)}?xong=xoa`, 303) : c.html(page, 422)
}
