import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Form } from '../../platform/http/index.ts'
import type { Person } from './card.ts'
import { minimumPasswordLength } from './password.ts'

/** What is wrong with a form; `field` says where, as the pages name it. */
export type FormRefusal =
  | { readonly code: 'no-login'; readonly field: 'ten' }
  | { readonly code: 'no-password'; readonly field: 'mat-khau' }
  | { readonly code: 'no-name'; readonly field: 'ho-ten' }
  | { readonly code: 'name-too-long'; readonly field: 'ho-ten'; readonly limit: number }
  | { readonly code: 'unknown-kind'; readonly field: 'nhom' }
  | { readonly code: 'password-too-short'; readonly field: 'moi'; readonly limit: number }
  | { readonly code: 'passwords-differ'; readonly field: 'lai' }

export function parseSignIn(form: Form): Result<{ login: string; password: string }, FormRefusal> {
  const login = form.text('ten').slice(0, 200)
  const password = form.text('mat-khau').slice(0, 500)
  const problems: FormRefusal[] = []
  if (login === '') problems.push({ code: 'no-login', field: 'ten' })
  if (password === '') problems.push({ code: 'no-password', field: 'mat-khau' })
  return problems.length > 0 ? refused(problems) : ok({ login, password })
}

const kinds: readonly Person['kind'][] = ['adult', 'student', 'child']
const longestName = 120

export function parseReader(form: Form): Result<{ displayName: string; kind: Person['kind'] }, FormRefusal> {
  const displayName = form.text('ho-ten').replaceAll(/\s+/g, ' ')
  const kind = kinds.find(one => one === form.text('nhom'))
  const problems: FormRefusal[] = []
  if (displayName === '') problems.push({ code: 'no-name', field: 'ho-ten' })
  if ([...displayName].length > longestName)
    problems.push({ code: 'name-too-long', field: 'ho-ten', limit: longestName })
  if (kind === undefined) problems.push({ code: 'unknown-kind', field: 'nhom' })
  return problems.length > 0 || kind === undefined ? refused(problems) : ok({ displayName, kind })
}

export function parseNewPassword(form: Form): Result<{ current: string; fresh: string }, FormRefusal> {
  const fresh = form.text('moi').slice(0, 500)
  const problems: FormRefusal[] = []
  if ([...fresh].length < minimumPasswordLength) {
    problems.push({ code: 'password-too-short', field: 'moi', limit: minimumPasswordLength })
  }
  if (fresh !== form.text('lai').slice(0, 500)) problems.push({ code: 'passwords-differ', field: 'lai' })
  return problems.length > 0 ? refused(problems) : ok({ current: form.text('mat-khau').slice(0, 500), fresh })
}
