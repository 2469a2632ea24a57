import { say } from '../../kernel/sentences.ts'
import { anonymous } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, clearSessionToken, type RequestContext, readForm } from '../../platform/http/index.ts'
import type { FormState } from '../../site/form.tsx'
import { ErasedPage, ErasePage } from './erase-pages.tsx'
import { type ErasureRefusal, eraseSelf, hindrances, type OwnErasureRefusal } from './erase-person.ts'
import { self } from './going-on.ts'
import { keepHistory } from './keep-history.ts'
import { words } from './messages.ts'
import { OwnDataPage } from './own-data-page.tsx'
import { fileOf, recordsOf } from './own-records.ts'
import { accountPath } from './paths.ts'
import type { Given } from './port.ts'

const ownRecords = ({ world, port }: Given, c: RequestContext) =>
  recordsOf(world.database, port, self(c).person, { now: c.var.now, lang: c.var.lang })

export const showOwnData = async (given: Given, c: RequestContext) =>
  c.html(<OwnDataPage frame={given.site.frame(c)} records={await ownRecords(given, c)} />)

/** The same as a file; nobody but its owner keeps it. */
export async function sendOwnData(given: Given, c: RequestContext) {
  c.header('Cache-Control', 'no-store')
  c.header('Content-Disposition', 'attachment; filename="du-lieu-cua-toi.json"')
  c.header('Content-Type', 'application/json; charset=utf-8')
  return c.body(fileOf(await ownRecords(given, c), c.var.now))
}

export async function takeHistory({ world }: Given, c: RequestContext) {
  const form = await readForm(c)
  const keeps = form.text('giu') === 'co'
  const { person, now } = self(c)
  await keepHistory(world, { person, act: actOf(form), keeps, now })
  return c.redirect(`${accountPath}?xong=${keeps ? 'giu' : 'thoi-giu'}`, 303)
}

interface EraseShown {
  readonly act: string
  readonly form?: FormState
  readonly problems?: readonly ErasureRefusal[]
}

async function erasePage({ world, site, port }: Given, c: RequestContext, shown: EraseShown) {
  const at = { now: c.var.now, lang: c.var.lang }
  const problems = shown.problems ?? (await hindrances(world.database, port, self(c).person, at))
  return <ErasePage frame={site.frame(c)} {...shown} problems={problems} />
}

export const showErase = async (given: Given, c: RequestContext) => c.html(await erasePage(given, c, { act: newId() }))

const ofPassword = (problem: OwnErasureRefusal): boolean =>
  problem.code === 'wrong-password' || problem.code === 'too-many-tries'

export async function takeErase(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const act = actOf(form)
  const password = form.text('mat-khau').slice(0, 500)
  const { person, now } = self(c)
  const erased = await eraseSelf(given.world, given.port, { person, act, password, now, lang: c.var.lang })
  if (erased.ok) {
    clearSessionToken(c)
    c.set('viewer', anonymous)
    return c.html(<ErasedPage frame={given.site.frame(c)} />)
  }
  const { erasureRefusals } = words(c.var.lang)
  const errors = erased.problems
    .filter(ofPassword)
    .map(problem => ({ field: 'mat-khau', text: say(erasureRefusals, problem) }))
  const problems = erased.problems.filter((problem): problem is ErasureRefusal => !ofPassword(problem))
  return c.html(await erasePage(given, c, { act, form: { typed: {}, errors }, problems }), 422)
}
