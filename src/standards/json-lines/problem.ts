/** Why a stretch of a file could not be taken as a record; each costs one line at most. Sizes in octets. */
export type JsonLinesProblem =
  | { readonly code: 'not-json' }
  | { readonly code: 'not-an-object' }
  | { readonly code: 'not-utf8' }
  | { readonly code: 'too-deep'; readonly limit: number }
  | { readonly code: 'line-too-long'; readonly octets: number; readonly limit: number }
  | { readonly code: 'cut-at-end' }

/** What a JSON object is before anybody has looked at it. */
export type JsonObject = Readonly<Record<string, unknown>>

interface Found {
  /** From 1, in the file's order. */
  readonly number: number
  /** Of its first octet in the file. */
  readonly offset: number
  /** Its own octets without blanks around; of a line that is too long the beginning only. */
  readonly bytes: Uint8Array
}

export type JsonLinesRecord = Found & { readonly kind: 'record'; readonly value: JsonObject }
export type JsonLinesFault = Found & { readonly kind: 'problem'; readonly problem: JsonLinesProblem }
export type JsonLinesOutcome = JsonLinesRecord | JsonLinesFault
