import type { LocalizedText } from '../../kernel/localized-text.ts'

/** A person or body named on the title page, in the record's own order. */
export interface Contributor {
  readonly name: string
  /** The record's own word, as in "dịch"; null when it gives none. */
  readonly role: string | null
}

/** Everything about an edition that a page shows and search reads, taken once from its record. */
export interface EditionFacts {
  readonly title: LocalizedText
  /** Volume or part, as in "Tập 2"; shown beside the title. */
  readonly volume: string | null
  readonly otherTitles: readonly string[]
  readonly people: readonly Contributor[]
  readonly statement: string | null
  readonly publisher: string | null
  readonly publicationPlace: string | null
  /** As the record says it: "[2005?]". */
  readonly date: string | null
  readonly year: number | null
  /** BCP-47; null when the record does not say. */
  readonly language: string | null
  readonly extent: string | null
  readonly series: readonly string[]
  readonly subjects: readonly string[]
  readonly notes: readonly string[]
  readonly classification: string | null
  readonly isbns: readonly string[]
}

export const itemStatuses = ['available', 'on-loan', 'on-hold', 'in-repair', 'missing', 'withdrawn'] as const
export type ItemStatus = (typeof itemStatuses)[number]

/** A copy as the record describes it. */
export interface ItemFacts {
  readonly barcode: string | null
  readonly accessionNumber: string | null
  readonly callNumber: string | null
  readonly location: string | null
  readonly status: ItemStatus
}

/** A copy in the catalogue. */
export interface Item extends ItemFacts {
  readonly id: string
  readonly edition: string
  /** Whose property it is, and who has it on the shelf; a rotating copy has two institutions. */
  readonly owner: string
  readonly keeper: string
  readonly note: string | null
}

export interface Edition {
  readonly id: string
  readonly work: string
  readonly owner: string
  readonly facts: EditionFacts
}
