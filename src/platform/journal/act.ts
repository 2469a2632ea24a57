/** A value that survives JSON: what acts carry and answers are kept as. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * One intended change, before it is decided. The id is minted by the writer's device (UUIDv7), so a double click,
 * a retry and an offline desk are one mechanism: the same id again changes nothing and gives the same answer.
 *
 * The journal cannot be erased, so a payload never names a reader: it names the loan, the sign-up, the card act.
 */
export interface Act<Payload extends Json = Json> {
  readonly id: string
  /** `module.verb`, as in `circulation.lend`. */
  readonly type: string
  readonly version: number
  /** The person whose act it is; null for the system itself (seed, scheduled work, command line). */
  readonly actor: string | null
  /** Where it is done; the journal page of an institution shows its own. */
  readonly institution: string | null
  readonly occurredAt: Date
  readonly payload: Payload
}

/** An act as the journal kept it. */
export interface JournalEntry extends Act {
  readonly seq: number
  readonly recordedAt: Date
  readonly answer: Json
}
