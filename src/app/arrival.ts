import { ok, type Result, refused } from '../kernel/result.ts'
import { isUuid } from '../kernel/uuid.ts'

/** Acts at most in one sending. */
export const mostActs = 200
/** How long an act may have waited on a device. */
export const mostDays = 30

export interface Sending {
  readonly sentAt: Date
  /** Whose acts the device holds, where it says so: nobody sends for another. */
  readonly by: string | null
  readonly acts: readonly unknown[]
}

export type SendingProblem =
  | { readonly code: 'no-sending' }
  | { readonly code: 'no-sent-at' }
  | { readonly code: 'too-many-acts'; readonly limit: number }

export type ArrivalProblem =
  | { readonly code: 'no-act' }
  | { readonly code: 'no-moment' }
  | { readonly code: 'too-old'; readonly days: number }

/** An act as sent, its moment told by the server's clock. */
export interface Arrival {
  readonly id: string
  readonly type: string
  readonly version: number
  /** Its code. */
  readonly institution: string
  readonly occurredAt: Date
  readonly payload: Readonly<Record<string, unknown>>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An instant with its zone, as `toISOString` writes it. */
function instant(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/.test(value))
    return null
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? null : at
}

/** Reads what a device sent. */
export function parseSending(body: unknown): Result<Sending, SendingProblem> {
  if (!isRecord(body) || !Array.isArray(body['acts'])) return refused([{ code: 'no-sending' }])
  const sentAt = instant(body['sentAt'])
  if (sentAt === null) return refused([{ code: 'no-sent-at' }])
  if (body['acts'].length > mostActs) return refused([{ code: 'too-many-acts', limit: mostActs }])
  return ok({ sentAt, by: typeof body['by'] === 'string' ? body['by'] : null, acts: body['acts'] })
}

/** The id of what was sent, also when nothing else of it can be read, so that the device knows which one is meant. */
export const sentId = (act: unknown): string | null =>
  isRecord(act) && typeof act['id'] === 'string' ? act['id'].slice(0, 64) : null

/** What ties acts of one sending together: the act itself, the one that it undoes, the copy. */
export function whatActIsAbout(act: unknown): string[] {
  const payload = isRecord(act) && isRecord(act['payload']) ? act['payload'] : {}
  const copy = payload['barcode']
  const named = [sentId(act), payload['undone'], typeof copy === 'string' ? `copy ${copy.trim().toUpperCase()}` : null]
  return named.filter(one => typeof one === 'string')
}

/**
 * When an act happened by the server's clock. A device's clock may be wrong by years, but it runs: how long ago the act
 * was when it was sent is true. Never later than now, should the clock have been put back in between.
 */
export const correctedInstant = (occurredAt: Date, sentAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime(), occurredAt.getTime() + (now.getTime() - sentAt.getTime())))

/** Reads one act of a sending and tells its moment. */
export function decideArrival(sent: unknown, sentAt: Date, now: Date): Result<Arrival, ArrivalProblem> {
  if (!isRecord(sent)) return refused([{ code: 'no-act' }])
  const { id, type, version, institution, payload } = sent
  if (!isUuid(id) || typeof type !== 'string' || typeof version !== 'number') return refused([{ code: 'no-act' }])
  if (typeof institution !== 'string' || !isRecord(payload)) return refused([{ code: 'no-act' }])
  const told = instant(sent['occurredAt'])
  if (told === null) return refused([{ code: 'no-moment' }])
  const occurredAt = correctedInstant(told, sentAt, now)
  if (now.getTime() - occurredAt.getTime() > mostDays * 86_400_000)
    return refused([{ code: 'too-old', days: mostDays }])
  return ok({ id, type, version, institution, occurredAt, payload })
}
