/**
 * BM25F (Robertson, Zaragoza & Taylor 2004): the occurrences of a term in all fields are weighed and summed before they saturate.
 * Lengths are compared with fixed typical lengths, not with the collection's averages, so that a document's strengths
 * depend on nothing but itself: segments can be built apart and merged without reading the text again.
 */

export const fields = ['title', 'otherTitles', 'people', 'subjects', 'text'] as const
export type Field = (typeof fields)[number]

interface FieldSetting {
  readonly weight: number
  /** How much length counts, 0–1. */
  readonly b: number
  /** Typical length in syllables. */
  readonly typicalLength: number
}

export const fieldSettings: Readonly<Record<Field, FieldSetting>> = {
  title: { weight: 4, b: 0.4, typicalLength: 8 },
  otherTitles: { weight: 3, b: 0.4, typicalLength: 8 },
  people: { weight: 3, b: 0.3, typicalLength: 6 },
  subjects: { weight: 2, b: 0.3, typicalLength: 6 },
  text: { weight: 1, b: 0.6, typicalLength: 160 },
}

const k1 = 1.2

/** What one occurrence in a field of `length` syllables adds. */
export function occurrenceWeight(field: Field, length: number): number {
  const { weight, b, typicalLength } = fieldSettings[field]
  return weight / (1 - b + (b * length) / typicalLength)
}

/** Saturated strength in one octet, 1–255. */
export const impactOf = (weighedOccurrences: number): number =>
  Math.max(1, Math.round((255 * weighedOccurrences) / (k1 + weighedOccurrences)))

/** Worth of a term that `frequency` of `total` documents have: never negative. */
export const idf = (frequency: number, total: number): number =>
  Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))
