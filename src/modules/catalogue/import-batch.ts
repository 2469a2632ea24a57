import type { Json } from '../../platform/journal/index.ts'

export const batchStates = ['staging', 'staged', 'applying', 'applied', 'withdrawing', 'withdrawn', 'failed'] as const
export type BatchState = (typeof batchStates)[number]

/** One file brought in for one institution. */
export interface ImportBatch {
  readonly id: string
  readonly institution: string
  /** SHA-256 of the bytes, kept whole. */
  readonly file: string
  readonly fileName: string
  /** Octets. */
  readonly fileSize: number
  readonly format: 'iso2709' | 'marcxml'
  readonly state: BatchState
  readonly stagedOctets: number
  readonly problem: Note | null
  readonly createdAt: Date
  /** From when its copies count as stock; null until somebody asked to apply it. */
  readonly countedAt: Date | null
  readonly appliedAt: Date | null
  readonly withdrawnAt: Date | null
}

export const outcomes = ['new', 'same', 'doubtful', 'problem'] as const
export type Outcome = (typeof outcomes)[number]

/** A reason or warning with its own details, as stored and as shown. */
export type Note = { readonly code: string } & { readonly [key: string]: Json }

export const decisions = ['new', 'same', 'skip'] as const
export type Decision = (typeof decisions)[number]

/** One record of the file, and what became of it. */
export interface ImportRecord {
  readonly number: number
  readonly offset: number
  readonly octets: number
  readonly title: string | null
  readonly outcome: Outcome
  readonly reasons: readonly Note[]
  readonly warnings: readonly Note[]
  readonly normalised: boolean
  readonly matchedEdition: string | null
  readonly matchedRecord: number | null
  /** What a person decided instead. */
  readonly decision: Decision | null
  readonly state: 'staged' | 'applied' | 'left-out' | 'withdrawn'
  readonly edition: string | null
  readonly items: number
}

/** Every record stands in exactly one of new, same, doubtful, problem; and in one of staged, applied, left out, withdrawn. */
export interface BatchCounts {
  readonly records: number
  readonly new: number
  readonly same: number
  readonly doubtful: number
  readonly problem: number
  readonly staged: number
  readonly applied: number
  readonly leftOut: number
  readonly withdrawn: number
  /** Copies that came in. */
  readonly items: number
  readonly warned: number
  readonly normalised: number
}
