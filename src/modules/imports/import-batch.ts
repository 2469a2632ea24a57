import type { Json } from '../../platform/journal/index.ts'
import type { TableLayout } from './layout.ts'

export const batchStates = [
  'mapping',
  'staging',
  'staged',
  'applying',
  'applied',
  'withdrawing',
  'withdrawn',
  'failed',
] as const
export type BatchState = (typeof batchStates)[number]

/** What a file is written in; of tables somebody must first say what the columns mean. */
export const fileFormats = ['iso2709', 'marcxml', 'delimited', 'xlsx', 'json-lines'] as const
export type FileFormat = (typeof fileFormats)[number]
export const isTable = (format: FileFormat): format is 'delimited' | 'xlsx' =>
  format === 'delimited' || format === 'xlsx'

/** The registers that records come into; each has a module of its own. */
export const registerNames = ['catalogue', 'heritage'] as const
export type RegisterName = (typeof registerNames)[number]

/** One file brought in for one institution. */
export interface ImportBatch {
  readonly id: string
  readonly institution: string
  readonly register: RegisterName
  /** SHA-256 of the bytes, kept whole. */
  readonly file: string
  readonly fileName: string
  /** Octets. */
  readonly fileSize: number
  readonly format: FileFormat
  /** Whether the kept bytes are compressed by gzip. */
  readonly packed: boolean
  /** How a table is read; null for every other format. */
  readonly layout: TableLayout | null
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
  /** From 1; of a table the number of the row. */
  readonly number: number
  /** Octets before it in the (unpacked) file; 0 where the format has none. */
  readonly offset: number
  readonly octets: number
  readonly title: string | null
  readonly outcome: Outcome
  readonly reasons: readonly Note[]
  readonly warnings: readonly Note[]
  readonly normalised: boolean
  /** The entry of the register that it is the same as, or may be. */
  readonly matchedEntry: string | null
  readonly matchedRecord: number | null
  /** What a person decided instead. */
  readonly decision: Decision | null
  readonly state: 'staged' | 'applied' | 'left-out' | 'withdrawn'
  /** The entry of the register that it became or joined. */
  readonly entry: string | null
  /** Copies or objects that came in by it. */
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
  /** Of those staged, what a person said not to take. */
  readonly skipped: number
  readonly applied: number
  readonly leftOut: number
  readonly withdrawn: number
  /** Copies that came in. */
  readonly items: number
  readonly warned: number
  /** Came in, or will, without a title. */
  readonly untitled: number
  readonly normalised: number
}
