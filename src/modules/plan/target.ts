import { lengthInCodePoints } from '../../kernel/code-points.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'

/** Kế hoạch: what is asked of an institution, or of the whole province, in a year or one of its months. */
export interface Target {
  readonly indicator: string
  /** Null is the whole province. */
  readonly institution: string | null
  readonly year: number
  /** Null is the whole year. */
  readonly month: number | null
  /** Null: it ended. */
  readonly value: number | null
  /** The document that asks for it. */
  readonly source: string
  /** Why it ended. */
  readonly reason: string | null
  /** The day from which it holds. */
  readonly since: LocalDate
  readonly by: string | null
}

/** What an officer wants: a number, or none any more. */
export interface WantedTarget {
  readonly institution: string | null
  readonly value: number | null
}

export type TargetRefusal =
  | { readonly code: 'source-missing' }
  | { readonly code: 'source-too-long'; readonly limit: number }
  | { readonly code: 'reason-missing'; readonly ended: number }
  | { readonly code: 'reason-too-long'; readonly limit: number }
  | { readonly code: 'nothing-changed' }

export const longestText = 300
export const largestTarget = 999_999_999

/** Decides which rows are written: only what differs from what holds. Numbers need a source, an end needs a reason. */
export function decideTargets(
  holding: readonly Pick<Target, 'institution' | 'value' | 'source'>[],
  wanted: readonly WantedTarget[],
  { source, reason }: { readonly source: string; readonly reason: string },
): Result<
  { institution: string | null; value: number | null; source: string; reason: string | null }[],
  TargetRefusal
> {
  const now = new Map(holding.map(one => [one.institution, one]))
  const changed = wanted.filter(({ institution, value }) => (now.get(institution)?.value ?? null) !== value)
  const ended = changed.filter(({ value }) => value === null).length
  const problems: TargetRefusal[] = []
  if (changed.length === 0) problems.push({ code: 'nothing-changed' })
  if (changed.length > ended && source === '') problems.push({ code: 'source-missing' })
  if (lengthInCodePoints(source) > longestText) problems.push({ code: 'source-too-long', limit: longestText })
  if (ended > 0 && reason === '') problems.push({ code: 'reason-missing', ended })
  if (lengthInCodePoints(reason) > longestText) problems.push({ code: 'reason-too-long', limit: longestText })
  if (problems.length > 0) return refused(problems)
  return ok(
    changed.map(({ institution, value }) => ({
      institution,
      value,
      // What ends keeps the document that once asked for it.
      source: value === null ? (now.get(institution)?.source ?? source) : source,
      reason: value === null ? reason : null,
    })),
  )
}
