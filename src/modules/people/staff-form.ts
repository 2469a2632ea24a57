import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Form } from '../../platform/http/index.ts'
import { institutionByCode } from '../institutions/index.ts'
import { isLogin } from './account.ts'
import { longestName, plainName } from './forms.ts'
import { isRole, type Role, type RoleGrant } from './role.ts'

export type StaffRefusal =
  | { readonly code: 'no-staff-name'; readonly field: 'ho-ten' }
  | { readonly code: 'staff-name-too-long'; readonly field: 'ho-ten'; readonly limit: number }
  | { readonly code: 'login-odd'; readonly field: 'ten' }
  | { readonly code: 'login-taken'; readonly field: 'ten'; readonly login: string }
  | { readonly code: 'no-role'; readonly field: 'vai-tro' }
  | { readonly code: 'place-missing'; readonly field: 'noi' }
  | { readonly code: 'place-unknown'; readonly field: 'noi' }

/** Roles that make sense for the whole province; the others are held at an institution. */
const provinceWide: readonly Role[] = ['administrator', 'officer']

export interface TypedStaff extends RoleGrant {
  readonly displayName: string
  readonly login: string
}

/** Reads who is to work where, or says everything that is wrong with it. */
export async function readStaff(db: Db, form: Form): Promise<Result<TypedStaff, StaffRefusal>> {
  const problems: StaffRefusal[] = []
  const displayName = plainName(form.text('ho-ten'))
  if (!/\p{L}/u.test(displayName)) problems.push({ code: 'no-staff-name', field: 'ho-ten' })
  if ([...displayName].length > longestName)
    problems.push({ code: 'staff-name-too-long', field: 'ho-ten', limit: longestName })
  const login = form.text('ten').toLowerCase()
  if (!isLogin(login)) problems.push({ code: 'login-odd', field: 'ten' })
  const role = form.text('vai-tro')
  if (!isRole(role)) problems.push({ code: 'no-role', field: 'vai-tro' })
  const code = form.text('noi')
  const institution = code === '' ? null : await institutionByCode(db, code)
  if (code !== '' && institution === null) problems.push({ code: 'place-unknown', field: 'noi' })
  if (code === '' && isRole(role) && !provinceWide.includes(role))
    problems.push({ code: 'place-missing', field: 'noi' })
  if (problems.length > 0 || !isRole(role)) return refused(problems)
  const withBranches = institution !== null && form.text('chi-nhanh') === 'co'
  return ok({ displayName, login, role, institution: institution?.id ?? null, withBranches })
}
