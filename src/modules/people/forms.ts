import { type LocalDate } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { parseTypedDate } from '../../kernel/typed-date.ts'
import type { Form } from '../../platform/http/index.ts'
import type { Person } from './card.ts'
import { maximumPasswordLength, minimumPasswordLength } from './password.ts'

/** What is wrong with a form; `field` says where, as the pages name it. */
export type FormRefusal =
  | { readonly code: 'no-login'; readonly field: 'ten' }
  | { readonly code: 'no-password'; readonly field: 'mat-khau' }
  | { readonly code: 'no-name'; readonly field: 'ho-ten' }
  | { readonly code: 'name-too-long'; readonly field: 'ho-ten'; readonly limit: number }
  | { readonly code: 'unknown-kind'; readonly field: 'nhom' }
  | { readonly code: 'no-consent'; readonly field: 'dong-y' }
  | { readonly code: 'password-too-short'; readonly field: 'moi'; readonly limit: number }
  | { readonly code: 'password-too-long'; readonly field: 'moi'; readonly limit: number }
  | { readonly code: 'passwords-differ'; readonly field: 'lai' }
  | { readonly code: 'no-such-day'; readonly field: 'tu' | 'den' }
  | { readonly code: 'days-reversed'; readonly field: 'den' }

export function parseSignIn(form: Form): Result<{ login: string; password: string }, FormRefusal> {
  const login = form.text('ten').slice(0, 200)
  const password = form.text('mat-khau').slice(0, 500)
  const problems: FormRefusal[] = []
  if (login === '') problems.push({ code: 'no-login', field: 'ten' })
  if (password === '') problems.push({ code: 'no-password', field: 'mat-khau' })
  return problems.length > 0 ? refused(problems) : ok({ login, password })
}

const kinds: readonly Person['kind'][] = ['adult', 'student', 'child']
export const longestName = 120

/** A name in one line, without the signs that nobody sees or that turn what follows them around. */
export const plainName = (typed: string): string =>
  typed
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]/gu, '')
    .trim()

export interface TypedReader {
  readonly displayName: string
  readonly kind: Person['kind']
  readonly consent: 'representative' | null
  readonly despiteSameName: boolean
}

export function parseReader(form: Form): Result<TypedReader, FormRefusal> {
  const displayName = plainName(form.text('ho-ten'))
  const kind = kinds.find(one => one === form.text('nhom'))
  const consent = kind === 'child' ? ('representative' as const) : null
  const problems: FormRefusal[] = []
  if (!/\p{L}/u.test(displayName)) problems.push({ code: 'no-name', field: 'ho-ten' })
  if ([...displayName].length > longestName)
    problems.push({ code: 'name-too-long', field: 'ho-ten', limit: longestName })
  if (kind === undefined) problems.push({ code: 'unknown-kind', field: 'nhom' })
  if (consent !== null && form.text('dong-y') !== 'co') problems.push({ code: 'no-consent', field: 'dong-y' })
  if (problems.length > 0 || kind === undefined) return refused(problems)
  return ok({ displayName, kind, consent, despiteSameName: form.text('nguoi-khac') === 'co' })
}

export function parseNewPassword(form: Form): Result<{ current: string; fresh: string }, FormRefusal> {
  const fresh = form.text('moi')
  const length = [...fresh].length
  const problems: FormRefusal[] = []
  if (form.text('mat-khau') === '') problems.push({ code: 'no-password', field: 'mat-khau' })
  if (length < minimumPasswordLength)
    problems.push({ code: 'password-too-short', field: 'moi', limit: minimumPasswordLength })
  if (length > maximumPasswordLength)
    problems.push({ code: 'password-too-long', field: 'moi', limit: maximumPasswordLength })
  if (fresh !== form.text('lai')) problems.push({ code: 'passwords-differ', field: 'lai' })
  return problems.length > 0 ? refused(problems) : ok({ current: form.text('mat-khau').slice(0, 500), fresh })
}

/** The days of a list, both included; null leaves a side open. */
export interface Days {
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

export function parseDays(form: Form): Result<Days, FormRefusal> {
  const read = (field: 'tu' | 'den') => {
    const typed = form.text(field)
    return { field, missing: typed === '', day: typed === '' ? null : parseTypedDate(typed.slice(0, 40)) }
  }
  const [from, to] = [read('tu'), read('den')]
  const problems: FormRefusal[] = [from, to].flatMap(({ field, missing, day }) =>
    day === null && !missing ? [{ code: 'no-such-day' as const, field }] : [],
  )
  if (from.day !== null && to.day !== null && from.day > to.day) problems.push({ code: 'days-reversed', field: 'den' })
  return problems.length > 0 ? refused(problems) : ok({ from: from.day, to: to.day })
}

/** A number counted from 1 in an address; null for anything else. */
export function parseCount(text: string): number | null {
  const count = /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(count) ? count : null
}
