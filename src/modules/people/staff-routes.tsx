import { randomBytes } from 'node:crypto'
import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import { emptyForm, type FormState } from '../../site/form.tsx'
import { listInstitutions } from '../institutions/index.ts'
import { createAccount } from './account.ts'
import { appointmentsOn } from './appointment-store.ts'
import { type EndRefusal, endAppointment } from './end-appointment.ts'
import { self } from './going-on.ts'
import { words } from './messages.ts'
import { randomPassword } from './password.ts'
import { staffPath } from './paths.ts'
import type { Given } from './port.ts'
import { resetAccount } from './reset-account.ts'
import { readStaff, type StaffRefusal } from './staff-form.ts'
import { FirstPasswordPage, NewStaffPage, StaffPage } from './staff-pages.tsx'

const mostInstitutions = 2000

async function staffPage({ world, site }: Given, c: RequestContext, shown: { refused?: string[]; done?: boolean }) {
  const appointments = await appointmentsOn(world.database, localDateAt(c.var.now))
  const frame = site.staffFrame(c, null)
  return <StaffPage frame={frame} appointments={appointments} self={self(c).person} newAct={newId} {...shown} />
}

export const showStaff = async (given: Given, c: RequestContext) =>
  c.html(await staffPage(given, c, { done: readQuery(c).text('xong') === 'thoi' }))

async function newStaffPage({ world, site }: Given, c: RequestContext, form: FormState, act: string) {
  const asked = { on: localDateAt(c.var.now) }
  const { institutions } = await listInstitutions(world.database, asked, { limit: mostInstitutions, offset: 0 })
  const choices = institutions.map(one => ({ value: one.code, label: textIn(one.name, c.var.lang).text }))
  return <NewStaffPage frame={site.staffFrame(c, null)} institutions={choices} form={form} act={act} />
}

export const showNewStaff = async (given: Given, c: RequestContext) =>
  c.html(await newStaffPage(given, c, emptyForm, newId()))

export async function takeNewStaff(given: Given, c: RequestContext) {
  const { world, site } = given
  const form = await readForm(c)
  const act = actOf(form)
  const again = async (problems: readonly StaffRefusal[]) => {
    const { staffRefusals } = words(c.var.lang)
    const errors = problems.map(problem => ({ field: problem.field, text: say(staffRefusals, problem) }))
    return c.html(await newStaffPage(given, c, { typed: form.typed, errors }, act), 422)
  }
  const read = await readStaff(world.database, form)
  if (!read.ok) return again(read.problems)
  const password = randomPassword(randomBytes(16))
  const made = await createAccount(
    world,
    { ...read.value, password, demo: false, mustChangePassword: true },
    { act, by: self(c).person },
  )
  if (!made.ok) return again(made.problems.map(problem => ({ ...problem, field: 'ten' })))
  const title = words(c.var.lang).staffAdded(read.value.login)
  const shown = made.value.fresh ? password : null
  return c.html(<FirstPasswordPage frame={site.staffFrame(c, null)} title={title} password={shown} />)
}

/** What a button in the list of staff asks for; null when its address names nothing. */
async function askedOf(c: RequestContext) {
  const appointment = c.req.param('appointment') ?? ''
  if (!isUuid(appointment)) return null
  const { person, now } = self(c)
  return { act: actOf(await readForm(c)), by: person, appointment, now }
}

async function refuse(given: Given, c: RequestContext, problems: readonly EndRefusal[]) {
  if (problems.some(({ code }) => code === 'no-such-appointment')) return c.notFound()
  const { endRefusals } = words(c.var.lang)
  return c.html(await staffPage(given, c, { refused: problems.map(problem => say(endRefusals, problem)) }), 422)
}

export async function takeEndAppointment(given: Given, c: RequestContext) {
  const asked = await askedOf(c)
  if (asked === null) return c.notFound()
  const ended = await endAppointment(given.world, asked)
  return ended.ok ? c.redirect(`${staffPath}?xong=thoi`, 303) : refuse(given, c, ended.problems)
}

export async function takeResetAccount(given: Given, c: RequestContext) {
  const asked = await askedOf(c)
  if (asked === null) return c.notFound()
  const password = randomPassword(randomBytes(16))
  const reset = await resetAccount(given.world, { ...asked, password })
  if (!reset.ok) return refuse(given, c, reset.problems)
  const { login, fresh } = reset.value
  const frame = given.site.staffFrame(c, null)
  const title = words(c.var.lang).accountReset(login)
  return c.html(<FirstPasswordPage frame={frame} title={title} password={fresh ? password : null} />)
}
