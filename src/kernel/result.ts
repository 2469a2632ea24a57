/** What was asked for. */
export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

/** Why not: every reason at once, so that nobody is sent back three times. Never empty. */
export interface Refused<P> {
  readonly ok: false
  readonly problems: readonly P[]
}

/** A value, or the reasons a person may reasonably be refused. Bugs are exceptions, not results. */
export type Result<T, P> = Ok<T> | Refused<P>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

/** Throws on an empty list: a refusal without a reason is a bug. */
export function refused<const P>(problems: readonly P[]): Refused<P> {
  if (problems.length === 0) throw new Error('a refusal needs at least one reason')
  return { ok: false, problems }
}
