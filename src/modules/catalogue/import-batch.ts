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
  readonly problem: Json | null
  readonly createdAt: Date
  readonly appliedAt: Date | null
  readonly withdrawnAt: Date | null
}

export type Outcome = 'new' | 'same' | 'doubtful' | 'problem'

/** A reason or warning with its own details, as stored and as shown. */
export type Note = { readonly code: string } & { readonly [key: string]: Json }

/** One record of the file, and what became of it. */
export interface ImportRecord {
  readonly number: number
  readonly offset: number
  readonly octets: number
  readonly title: string | null
  readonly outcome: Outcome
  readonly reasons: readonly Note[]
  readonly warnings: readonly Note[]
  readonly matchedEdition: string | null
  readonly matchedRecord: number | null
  /** What a person decided instead. */
  readonly decision: 'new' | 'same' | 'skip' | null
  readonly state: 'staged' | 'applied' | 'left-out' | 'withdrawn'
  readonly edition: string | null
  readonly items: number
}

/** Every record stands in exactly one of these: what is taken, and what is listed with its reason. */
export interface BatchCounts {
  readonly records: number
  readonly new: number
  readonly same: number
  readonly doubtful: number
  readonly problem: number
  readonly applied: number
  readonly leftOut: number
  readonly withdrawn: number
  readonly items: number
  readonly warned: number
}
