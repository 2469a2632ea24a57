import { earliest, type FuzzyDate, latest, parseFuzzyDate, toEdtf } from '../../kernel/fuzzy-date.ts'
import { yearOf } from '../../kernel/local-date.ts'
import { oneLine } from './object-text.ts'
import { readWrittenDate } from './written-date.ts'

export interface ObjectDate {
  /** As written; null when nothing was. */
  readonly text: string | null
  readonly edtf: string | null
  readonly year: number | null
  /** Something is written that says no time which we can be sure of. */
  readonly unread: boolean
}

/** The years between which the source itself puts the object. */
export interface YearBounds {
  readonly from: number | null
  readonly to: number | null
}

const noBounds: YearBounds = { from: null, to: null }

/** A wider interval belongs to no decade. */
const longestSpanYears = 30

/** Words by which registers say that they do not know. */
const unknown =
  /^(n\.? ?d\.?|s\.? ?d\.?|no date|undated|not dated|date (not known|unknown)|unknown|(không|chưa) (rõ|xác định|biết)( niên đại| năm)?|kxđ|[-–—?]+)$/iu

/** Whether a date is only the word for not knowing one. */
export const saysUnknown = (text: string): boolean => unknown.test(text)

/**
 * Reads a date as registers write it, in Vietnamese or English. The text is always kept; a date in EDTF comes with it only
 * when there is one way to read it, or else from the bounds that the source gives. `dayFirst`: 5/3/1975 is in March.
 */
export function readObjectDate(
  written: string,
  { dayFirst = false, bounds = noBounds }: { readonly dayFirst?: boolean; readonly bounds?: YearBounds } = {},
): ObjectDate {
  const text = oneLine(written)
  const isKnown = text !== '' && !unknown.test(text)
  const read = isKnown ? readWrittenDate(text, dayFirst) : null
  const date = read ?? parseFuzzyDate(boundsInEdtf(bounds))
  return {
    text: text === '' ? null : text,
    edtf: date === null ? null : toEdtf(date),
    year: date === null ? null : decadeYear(date),
    unread: isKnown && date === null,
  }
}

function boundsInEdtf({ from, to }: YearBounds): string | null {
  const inYears = (year: number | null) => year !== null && Number.isInteger(year) && year >= 1 && year <= 9999
  if (from === null || to === null || !inYears(from) || !inYears(to) || from > to) return null
  const [first, last] = [from, to].map(year => String(year).padStart(4, '0'))
  return first === last ? `${first}` : `${first}/${last}`
}

/** The year by which it stands in a list; null when the date reaches over more than some decades, or is open. */
function decadeYear(date: FuzzyDate): number | null {
  const [from, to] = [earliest(date), latest(date)]
  if (from === null || to === null) return null
  return yearOf(to) - yearOf(from) <= longestSpanYears ? yearOf(from) : null
}
