import { lengthInCodePoints } from '../../kernel/code-points.ts'
import type { Form } from '../../platform/http/index.ts'
import { linesOf } from './book.ts'
import { longestNumber } from './marc-items.ts'

/** Copies as they are typed: each with its number, or only how many. */
export interface NewCopies {
  readonly numbers: readonly string[]
  /** Copies that have no number yet. */
  readonly unnumbered: number
  readonly callNumber: string | null
  readonly location: string | null
}

export const copiesNames = {
  numbers: 'so-dkcb',
  unnumbered: 'so-ban',
  callNumber: 'ky-hieu',
  location: 'kho',
} as const

export const mostCopies = 200
const longestText = 120

export type CopiesProblem =
  | { readonly code: 'no-copies' }
  | { readonly code: 'count-wrong'; readonly typed: string }
  | { readonly code: 'too-many-copies'; readonly limit: number }
  | { readonly code: 'number-too-long'; readonly number: string; readonly limit: number }
  | { readonly code: 'number-twice'; readonly number: string }
  | { readonly code: 'place-too-long'; readonly field: 'callNumber' | 'location'; readonly limit: number }

/** The copies that a form asks for, and all that is wrong with them; `owed`: there must be one at least. */
export function readCopies(form: Pick<Form, 'text'>, owed: boolean): { copies: NewCopies; problems: CopiesProblem[] } {
  const typed = form.text(copiesNames.unnumbered)
  const numbers = linesOf(form.text(copiesNames.numbers))
  const counted = /^\d{0,4}$/.test(typed)
  const copies: NewCopies = {
    numbers,
    unnumbered: counted ? Number(typed) : 0,
    callNumber: form.text(copiesNames.callNumber) || null,
    location: form.text(copiesNames.location) || null,
  }
  const all = numbers.length + copies.unnumbered
  const problems: CopiesProblem[] = [
    ...numbers
      .filter(number => number.length > longestNumber)
      .map((number): CopiesProblem => ({ code: 'number-too-long', number, limit: longestNumber })),
    ...[...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))].map(
      (number): CopiesProblem => ({ code: 'number-twice', number }),
    ),
    ...(counted ? [] : [{ code: 'count-wrong' as const, typed }]),
    ...(all > mostCopies ? [{ code: 'too-many-copies' as const, limit: mostCopies }] : []),
    ...(owed && counted && all === 0 ? [{ code: 'no-copies' as const }] : []),
    ...placeProblems(copies),
  ]
  return { copies, problems }
}

export function placeProblems(place: Pick<NewCopies, 'callNumber' | 'location'>): CopiesProblem[] {
  return (['callNumber', 'location'] as const)
    .filter(field => lengthInCodePoints(place[field] ?? '') > longestText)
    .map(field => ({ code: 'place-too-long', field, limit: longestText }))
}

export const fieldOfCopiesProblem = (problem: CopiesProblem): string => {
  if (problem.code === 'place-too-long') return copiesNames[problem.field]
  return problem.code === 'count-wrong' || problem.code === 'too-many-copies'
    ? copiesNames.unnumbered
    : copiesNames.numbers
}
