import { lengthInCodePoints } from '../../kernel/code-points.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Form } from '../../platform/http/index.ts'
import { type Contact, type ContactProblem, parseContact } from './contact.ts'
import { type Heads, headsOf } from './seats.ts'

export const longestGroupName = 80
/** A school that comes with more calls first. */
export const mostHeads = 200

export type HeadsProblem =
  | { readonly code: 'heads-unreadable'; readonly field: HeadsField; readonly typed: string }
  | { readonly code: 'no-heads' }
  | { readonly code: 'too-many-heads'; readonly most: number }

export type SignUpProblem =
  | ContactProblem
  | HeadsProblem
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly limit: number }
  | { readonly code: 'not-a-person' }

export const headsFields = { adults: 'nguoi-lon', children: 'tre-em' } as const
export type HeadsField = (typeof headsFields)[keyof typeof headsFields]

/** An empty field left for programs that fill in everything. */
export const emptyField = 'trang-web'
export const waitField = 'cho'

/** Reads a count; '' is none of them. */
function readCount(form: Form, field: HeadsField, problems: HeadsProblem[]): number {
  const typed = form.text(field)
  if (typed === '') return 0
  if (/^\d{1,4}$/.test(typed)) return Number(typed)
  problems.push({ code: 'heads-unreadable', field, typed: typed.slice(0, 20) })
  return 0
}

/** How many come: at least one. */
export function parseHeads(form: Form): Result<Heads, HeadsProblem> {
  const problems: HeadsProblem[] = []
  const adults = readCount(form, headsFields.adults, problems)
  const children = readCount(form, headsFields.children, problems)
  const heads = headsOf({ adults, children })
  if (problems.length === 0 && heads === 0) problems.push({ code: 'no-heads' })
  if (heads > mostHeads) problems.push({ code: 'too-many-heads', most: mostHeads })
  return problems.length > 0 ? refused(problems) : ok({ adults, children })
}

/** Whether anything was typed about how many. */
export const saysHeads = (form: Form): boolean => Object.values(headsFields).some(field => form.text(field) !== '')

export interface TypedSignUp extends Heads {
  readonly groupName: string
  readonly contact: Contact
  readonly mayWait: boolean
  readonly link: boolean
}

export function parseSignUp(form: Form): Result<TypedSignUp, SignUpProblem> {
  const problems: SignUpProblem[] = []
  const groupName = form.text('ten').replace(/\s+/g, ' ')
  if (groupName === '') problems.push({ code: 'name-missing' })
  if (lengthInCodePoints(groupName) > longestGroupName)
    problems.push({ code: 'name-too-long', limit: longestGroupName })
  const heads = parseHeads(form)
  if (!heads.ok) problems.push(...heads.problems)
  const contact = parseContact(form.text('lien-he'))
  if ('code' in contact) problems.push(contact)
  if (form.text(emptyField) !== '') problems.push({ code: 'not-a-person' })
  if (problems.length > 0 || !heads.ok || 'code' in contact) return refused(problems)
  return ok({ groupName, contact, ...heads.value, mayWait: form.has(waitField), link: form.has('cua-toi') })
}

/** The field at which a problem is mended. */
export function fieldOf(problem: SignUpProblem): string {
  switch (problem.code) {
    case 'name-missing':
    case 'name-too-long':
      return 'ten'
    case 'heads-unreadable':
      return problem.field
    case 'no-heads':
    case 'too-many-heads':
      return headsFields.adults
    case 'not-a-person':
      return emptyField
    default:
      return 'lien-he'
  }
}
