import type { Json } from '../journal/index.ts'

/** Work too long for a request. It keeps its own place, so that it starts again where it stopped. */
export interface Job {
  readonly id: string
  /** `module.work`, as in `catalogue.apply-batch`. */
  readonly kind: string
  /** What it works on, when that is one thing. */
  readonly subject: string | null
  readonly payload: Json
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** Progress as two integers; total is null while nobody knows it. */
  readonly done: number
  readonly total: number | null
  readonly error: string | null
  readonly attempts: number
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

/** Says how far it is; throws `JobLost` when another process has taken the job over meanwhile. */
export type Report = (done: number, total: number | null) => Promise<void>

/** The work itself: may be cut off anywhere and called again for the same job. */
export type JobWork = (job: Job, report: Report, signal: AbortSignal) => Promise<void>

export class JobLost extends Error {
  constructor(id: string) {
    super(`job ${id} was taken over by another process`)
  }
}

/** Its turn is over and others wait: it goes on behind them. */
export class TurnOver extends Error {
  constructor(id: string) {
    super(`job ${id} gives way`)
  }
}
