import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Form } from '../../platform/http/index.ts'
import { type ContactRefusal, parseEmail, parsePhone } from '../people/index.ts'
import { type Subject, subjects } from './topic.ts'

export type ContactFormRefusal = { readonly code: 'no-address' } | { readonly code: 'no-agreement' }

/** What is wrong with a form, and where. */
export type FieldProblem = {
  readonly field: 'thu' | 'dien-thoai' | 'dong-y'
  readonly problem: ContactRefusal | ContactFormRefusal
}

const agreed = (form: Form): readonly FieldProblem[] =>
  form.text('dong-y') === 'co' ? [] : [{ field: 'dong-y', problem: { code: 'no-agreement' } }]

export function parseOwnAddress(form: Form): Result<string, FieldProblem> {
  const typed = form.text('thu')
  const email = typed === '' ? refused([{ code: 'no-address' as const }]) : parseEmail(typed)
  const problems = [
    ...(email.ok ? [] : email.problems.map((problem): FieldProblem => ({ field: 'thu', problem }))),
    ...agreed(form),
  ]
  return problems.length > 0 || !email.ok ? refused(problems) : ok(email.value)
}

/** What the desk wrote; null is an empty field. */
export interface TypedContact {
  readonly email: string | null
  readonly phone: string | null
}

/** `before` was there already: it needs no new agreement. */
export function parseDeskContact(form: Form, before: TypedContact): Result<TypedContact, FieldProblem> {
  const email = form.text('thu') === '' ? ok(null) : parseEmail(form.text('thu'))
  const phone = form.text('dien-thoai') === '' ? ok(null) : parsePhone(form.text('dien-thoai'))
  const problems: FieldProblem[] = []
  if (!phone.ok) problems.push(...phone.problems.map(problem => ({ field: 'dien-thoai' as const, problem })))
  if (!email.ok) problems.push(...email.problems.map(problem => ({ field: 'thu' as const, problem })))
  const isNew = (now: Result<string | null, unknown>, then: string | null) =>
    !now.ok || (now.value !== null && now.value !== then)
  if (isNew(email, before.email) || isNew(phone, before.phone)) problems.push(...agreed(form))
  if (problems.length > 0 || !email.ok || !phone.ok) return refused(problems)
  return ok({ email: email.value, phone: phone.value })
}

export const subjectsIn = (form: Form, field: string): readonly Subject[] =>
  subjects.filter(subject => form.all(field).includes(subject))
