import { yearOf } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { firstDay, parseYearMonth } from '../../kernel/year-month.ts'
import type { Form } from '../../platform/http/index.ts'
import { largestTarget, type WantedTarget } from './target.ts'

/** What a line of the form stands for: an institution, or the whole province under a word that no code can be. */
export const provinceKey = 'TOAN-TINH'
export const fieldOf = (code: string): string => `ke-hoach-${code}`
export const pasteField = 'dan'

export type TargetProblem =
  | { readonly code: 'number-unclear'; readonly field: string; readonly typed: string }
  | { readonly code: 'number-too-large'; readonly field: string; readonly limit: number }
  | { readonly code: 'line-unclear'; readonly field: string; readonly line: number; readonly typed: string }
  | { readonly code: 'code-unknown'; readonly field: string; readonly line: number; readonly typed: string }

/** A whole number as people and spreadsheets write it: '40000', '40.000', '40,000', '40 000'; null when it is none. */
export function parseWhole(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '')
  if (/^\d{1,15}$/.test(text)) return Number(text)
  return /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(text) ? Number(text.replaceAll(/[.,]/g, '')) : null
}

/** Reads one number; null is "no plan". */
function readNumber(field: string, typed: string): Result<number | null, TargetProblem> {
  if (typed === '') return ok(null)
  const value = parseWhole(typed)
  if (value === null || value === 0) return refused([{ code: 'number-unclear', field, typed }])
  return value > largestTarget ? refused([{ code: 'number-too-large', field, limit: largestTarget }]) : ok(value)
}

/** The first cell of a copied line is the code, the last one the number; what stands between is for people. */
function cellsOf(line: string): readonly [code: string, number: string] | null {
  const cells = line.split(/\t|;/).map(cell => cell.trim())
  const parts = cells.length > 1 ? cells : (/^(\S+)\s+(.+)$/.exec(line)?.slice(1) ?? [])
  const [code, number] = [parts[0], parts.at(-1)]
  return parts.length < 2 || !code || !number ? null : [code.toUpperCase(), number]
}

/**
 * Reads what is wanted for each of `known`, institutions' ids by their codes (the province's is null). A pasted line
 * stands for its field; a field that was not sent wants nothing.
 */
export function readTargets(
  form: Form,
  known: ReadonlyMap<string, string | null>,
): Result<WantedTarget[], TargetProblem> {
  const problems: TargetProblem[] = []
  const wanted = new Map<string | null, number | null>()
  const take = (institution: string | null, field: string, typed: string) => {
    const read = readNumber(field, typed)
    if (read.ok) wanted.set(institution, read.value)
    else problems.push(...read.problems)
  }
  const pasted = new Set<string>()
  for (const [at, line] of form.text(pasteField).split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const cells = cellsOf(line.trim())
    const where = { field: pasteField, line: at + 1 }
    if (cells === null) problems.push({ code: 'line-unclear', ...where, typed: line.trim().slice(0, 60) })
    else if (!known.has(cells[0])) problems.push({ code: 'code-unknown', ...where, typed: cells[0].slice(0, 40) })
    else {
      pasted.add(cells[0])
      take(known.get(cells[0]) ?? null, pasteField, cells[1])
    }
  }
  for (const [code, institution] of known) {
    const field = fieldOf(code)
    if (form.has(field) && !pasted.has(code)) take(institution, field, form.text(field))
  }
  return problems.length > 0
    ? refused(problems)
    : ok([...wanted].map(([institution, value]) => ({ institution, value })))
}

/** A year, or a month of it; null when it is neither, or lies too far away to be planned for. */
export function parseTargetPeriod(text: string): { year: number; month: number | null } | null {
  const month = parseYearMonth(text)
  const year = month === null ? (/^\d{4}$/.test(text) ? Number(text) : 0) : yearOf(firstDay(month))
  if (year < 2000 || year > 2999) return null
  return { year, month: month === null ? null : Number(month.slice(5)) }
}

export const targetPeriodText = ({ year, month }: { year: number; month: number | null }): string =>
  month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`
