import type { Audience } from '../../kernel/audience.ts'

/** What can be found. A new kind is one word here and one label in the messages. */
export const documentKinds = ['work', 'object', 'event', 'course', 'institution', 'place', 'document'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Small facts for the row of a result, shown as they are: one line of text, a state, and what the owner's row needs. */
export interface Display {
  readonly line?: string
  readonly state?: string
  readonly [fact: string]: string | number | boolean | null | undefined
}

/** What a module hands over to be found. Its owner decides every word; the index only reads. */
export interface SearchDocument {
  readonly kind: DocumentKind
  readonly id: string
  /** Canonical path on this site. */
  readonly url: string
  readonly title: string
  /** Variants, old names, the title in other languages. */
  readonly otherTitles: readonly string[]
  readonly people: readonly string[]
  readonly subjects: readonly string[]
  /** Anything else worth finding. */
  readonly text: string
  /** ISBN, accession numbers, barcodes, codes: matched whole, whatever the case, blanks and dashes. */
  readonly identifiers: readonly string[]
  /** Language code of the content, as the owner writes it. */
  readonly language: string | null
  /** Codes of institutions that have it. */
  readonly institutions: readonly string[]
  /** Codes of places, with all those above them. */
  readonly places: readonly string[]
  /** Subjects to filter by, when they are not simply all `subjects`. */
  readonly subjectsFacet?: readonly string[]
  readonly year: number | null
  readonly available: boolean
  readonly audience: Audience
  readonly display: Display
  /** From the kernel's `sortKey(title)`; orders the title sort and breaks ties. */
  readonly sortKey: string
}

/** A cheap change that needs no reading of the text again; `display` is laid over the facts that are there. */
export interface AttributeUpdate {
  readonly key: string
  readonly available?: boolean
  readonly display?: Display
}

export const keyOf = (kind: DocumentKind, id: string): string => `${kind}:${id}`
