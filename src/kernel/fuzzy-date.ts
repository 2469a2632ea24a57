import { daysInMonth, type LocalDate, localDateOf } from './local-date.ts'

/** How exactly a moment of the past is known. */
export type Precision = 'day' | 'month' | 'year' | 'decade' | 'century'

/** One date of EDTF: `year` is the first year of a decade or century; month and day are there as far as the precision goes. */
export interface FuzzyPoint {
  readonly precision: Precision
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  /** '?': the source may be wrong. */
  readonly uncertain: boolean
  /** '~': about then. */
  readonly approximate: boolean
}

/** A point, or an interval of which one end may be open (null). */
export type FuzzyDate =
  | ({ readonly kind: 'point' } & FuzzyPoint)
  | { readonly kind: 'interval'; readonly from: FuzzyPoint | null; readonly to: FuzzyPoint | null }

const point = /^(?:(\d{2})XX|(\d{3})X|(\d{4})(?:-(\d\d)(?:-(\d\d))?)?)([?~%])?$/

/**
 * Reads the part of EDTF (ISO 8601-2, Library of Congress 2019) that books, objects and documents need: '2005',
 * '2005-07', '2005-07-01', decade '199X', century '18XX', each with '~' about, '?' uncertain, '%' both; intervals
 * '1998/2001', '../1945', '1945/..'. Years 1–9999 only. Null for anything else.
 */
export function parseFuzzyDate(text: unknown): FuzzyDate | null {
  if (typeof text !== 'string') return null
  const ends = text.split('/')
  const [first = '', second] = ends
  if (second === undefined) {
    const only = parsePoint(first)
    return only === null ? null : { kind: 'point', ...only }
  }
  const from = first === '..' ? null : parsePoint(first)
  const to = second === '..' ? null : parsePoint(second)
  const readable = (first === '..') === (from === null) && (second === '..') === (to === null)
  if (!readable || ends.length > 2 || (from === null && to === null)) return null
  if (from !== null && to !== null && pointEarliest(from) > pointLatest(to)) return null
  return { kind: 'interval', from, to }
}

function parsePoint(text: string): FuzzyPoint | null {
  const found = point.exec(text)
  if (found === null) return null
  const [, century, decade, year, month, day, mark] = found
  const doubt = { uncertain: mark === '?' || mark === '%', approximate: mark === '~' || mark === '%' }
  if (century !== undefined)
    return { precision: 'century', year: Number(century) * 100, month: null, day: null, ...doubt }
  if (decade !== undefined) return { precision: 'decade', year: Number(decade) * 10, month: null, day: null, ...doubt }
  if (localDateOf(Number(year), Number(month ?? 1), Number(day ?? 1)) === null) return null
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  return {
    precision,
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    ...doubt,
  }
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

function writePoint({ precision, year, month, day, uncertain, approximate }: FuzzyPoint): string {
  const mark = uncertain ? (approximate ? '%' : '?') : approximate ? '~' : ''
  if (precision === 'century') return `${pad(year / 100, 2)}XX${mark}`
  if (precision === 'decade') return `${pad(year / 10, 3)}X${mark}`
  return [pad(year, 4), month === null ? [] : pad(month, 2), day === null ? [] : pad(day, 2)].flat().join('-') + mark
}

/** The EDTF text, as it is stored. */
export const toEdtf = (date: FuzzyDate): string =>
  date.kind === 'point'
    ? writePoint(date)
    : [date.from, date.to].map(end => (end === null ? '..' : writePoint(end))).join('/')

const bound = (year: number, month: number, day: number): LocalDate =>
  // Year 0 of the first decade or century is no day of ours.
  localDateOf(year, month, day) ?? (`0001-01-01` as LocalDate)

const pointEarliest = ({ year, month, day }: FuzzyPoint): LocalDate => bound(year, month ?? 1, day ?? 1)

function pointLatest({ precision, year, month, day }: FuzzyPoint): LocalDate {
  const last = precision === 'century' ? year + 99 : precision === 'decade' ? year + 9 : year
  return bound(last, month ?? 12, day ?? daysInMonth(last, month ?? 12))
}

/** The first day it can mean, '~' and '?' not widening it; null when its beginning is open. */
export function earliest(date: FuzzyDate): LocalDate | null {
  const from = date.kind === 'point' ? date : date.from
  return from === null ? null : pointEarliest(from)
}

/** The last day it can mean; null when its end is open. */
export function latest(date: FuzzyDate): LocalDate | null {
  const to = date.kind === 'point' ? date : date.to
  return to === null ? null : pointLatest(to)
}
