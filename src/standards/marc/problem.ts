import type { MarcRecord } from './record.ts'

/** What had to be mended while a record was read; the record is taken all the same.
 *  `octet` counts from the first octet of the record, 0 being the first of its leader. */
export type Warning =
  | { readonly code: 'record-length-wrong'; readonly declared: string; readonly octets: number }
  | { readonly code: 'base-address-wrong'; readonly declared: string; readonly octets: number }
  | { readonly code: 'leader-mended'; readonly found: string }
  | { readonly code: 'record-terminator-missing' }
  | { readonly code: 'field-terminator-missing'; readonly tag: string }
  | { readonly code: 'directory-terminator-missing' }
  | { readonly code: 'directory-unordered' }
  | { readonly code: 'directory-wrong'; readonly entries: number; readonly fields: number }
  | { readonly code: 'field-without-tag'; readonly octet: number; readonly octets: number }
  | { readonly code: 'field-missing'; readonly tag: string }
  | { readonly code: 'terminator-inside-field'; readonly tag: string }
  | { readonly code: 'tag-invalid'; readonly tag: string }
  | { readonly code: 'field-empty'; readonly tag: string }
  | { readonly code: 'indicators-mended'; readonly tag: string; readonly found: string }
  | { readonly code: 'text-before-subfield'; readonly tag: string }
  | { readonly code: 'subfield-code-invalid'; readonly tag: string; readonly found: string }
  | { readonly code: 'subfields-in-control-field'; readonly tag: string }
  | { readonly code: 'control-character'; readonly tag: string }
  | { readonly code: 'text-damaged'; readonly tag: string; readonly octet: number; readonly count: number }
  | { readonly code: 'text-damaged-in-xml'; readonly tag: string; readonly count: number }
  | { readonly code: 'coding-mislabelled'; readonly found: string }
  | { readonly code: 'leader-missing' }
  | { readonly code: 'ampersand-unescaped' }
  | { readonly code: 'element-ignored'; readonly element: string }
  | { readonly code: 'more-warnings'; readonly count: number }
  | { readonly code: 'attribute-missing'; readonly element: string; readonly attribute: string }

/** Why a stretch of a file could not be taken as a record. Sizes in octets. */
export type Problem =
  | { readonly code: 'not-a-record'; readonly octets: number }
  | { readonly code: 'no-fields'; readonly octets: number }
  | { readonly code: 'cut-at-end'; readonly octets: number }
  | { readonly code: 'record-too-large'; readonly octets: number; readonly limit: number }
  | { readonly code: 'xml-malformed'; readonly reason: string }
  | { readonly code: 'xml-doctype' }
  | { readonly code: 'xml-too-deep'; readonly limit: number }
  | { readonly code: 'xml-coding-unknown'; readonly coding: string }
  | { readonly code: 'xml-without-records' }

/** Why a record cannot be written as it is. Sizes in octets. */
export type WriteRefusal =
  | { readonly code: 'record-too-long'; readonly octets: number; readonly limit: number }
  | { readonly code: 'field-too-long'; readonly tag: string; readonly octets: number; readonly limit: number }
  | { readonly code: 'tag-not-allowed'; readonly tag: string }
  | { readonly code: 'indicator-not-allowed'; readonly tag: string; readonly found: string }
  | { readonly code: 'subfield-code-not-allowed'; readonly tag: string; readonly found: string }
  | { readonly code: 'field-without-subfields'; readonly tag: string }
  | { readonly code: 'character-not-allowed'; readonly tag: string; readonly codePoint: number }

/** One step through a file: a record with what was mended in it, or a stretch that is no record. */
export type Outcome = RecordOutcome | ProblemOutcome

interface Stretch {
  /** Octets from the beginning of the file (of XML: of the file as UTF-8). */
  readonly offset: number
  /** 1 for the first outcome of the file, records and problems counted alike. */
  readonly number: number
  /** The octets as they stood in the file; of a stretch too large to hold, its end. A view: copy it to keep it. */
  readonly bytes: Uint8Array
}

export interface RecordOutcome extends Stretch {
  readonly kind: 'record'
  /** Its text is in NFC. */
  readonly record: MarcRecord
  readonly warnings: readonly Warning[]
  /** Whether the text in `bytes` was not in NFC. */
  readonly normalised: boolean
}

export interface ProblemOutcome extends Stretch {
  readonly kind: 'problem'
  readonly problem: Problem
}
