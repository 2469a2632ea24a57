import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Form } from '../../platform/http/index.ts'
import { type ContactRefusal, parseEmail } from '../people/index.ts'
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

export const subjectsIn = (form: Form, field: string): readonly Subject[] =>
  subjects.filter(subject => form.all(field).includes(subject))
