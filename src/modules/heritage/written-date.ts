import { type FuzzyDate, parseFuzzyDate } from '../../kernel/fuzzy-date.ts'
import { englishMonths, localDateOf } from '../../kernel/local-date.ts'
import { parseTypedDate } from '../../kernel/typed-date.ts'

const pad = (year: number, width = 4): string => String(year).padStart(width, '0')

const roman = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'.split(' ')

/** A later year would be a number of something else. */
const latestYear = 2100

/** One end of a date in EDTF without marks; null when it is not certain which time is meant. */
type Reader = (text: string) => string | null

const year: Reader = text => {
  const found = /^(?:năm |in )?(\d{3,4})(?: (?:ad|ce|scn))?$/.exec(text)
  const value = Number(found?.[1] ?? 0)
  return value >= 100 && value <= latestYear ? pad(value) : null
}

const decade: Reader = text => {
  const found =
    /^(?:the )?(\d{3})0['’]?s$/.exec(text) ?? /^(?:thập niên|thập kỷ|những năm|các năm) (\d{3})0$/.exec(text)
  if (found?.[1]) return `${found[1]}X`
  const within =
    /^(?:thập niên|thập kỷ|những năm|các năm) (\d)0 (?:của )?(?:thế kỷ|thế kỉ|tk\.?) ?([ivx]+|\d{1,2})$/.exec(text)
  const century = within === null ? null : centuryNumber(within[2] ?? '')
  return century === null ? null : `${pad(century - 1, 2)}${within?.[1]}X`
}

function centuryNumber(text: string): number | null {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : roman.indexOf(text) + 1
  return number >= 1 && number <= 21 ? number : null
}

const part =
  '(?:đầu|giữa|cuối|nửa đầu|nửa cuối|nửa sau|khoảng đầu|khoảng giữa|khoảng cuối|early|mid|middle|late|very late|' +
  '(?:first|second|last|latter) (?:half|third|quarter)(?: of(?: the)?)?|(?:third|fourth) quarter(?: of(?: the)?)?|end of the|beginning of the|the)'
const vietnameseCentury = new RegExp(`^(?:${part} )?(?:thế kỷ|thế kỉ|tk\\.?) ?(?:thứ )?([ivx]+|\\d{1,2})$`)
const englishCentury = new RegExp(`^(?:${part}[ -])?(\\d{1,2})(?:st|nd|rd|th)(?: |-)?(?:century|cent\\.?|c\\.?)$`)

/** Its beginning and its end are in it: a part of a century is told by the century. */
const century: Reader = text => {
  const found = vietnameseCentury.exec(text) ?? englishCentury.exec(text)
  const number = found?.[1] === undefined ? null : centuryNumber(found[1])
  return number === null ? null : `${pad(number - 1, 2)}XX`
}

const monthNumber = (name: string): number => englishMonths.findIndex(month => name.startsWith(month.toLowerCase())) + 1

const month: Reader = text => {
  const found = /^tháng (\d{1,2})(?: năm |\/| ?- ?|, )(\d{4})$/.exec(text)
  const english = /^([a-z]{3,9})\.?,? (\d{4})$/.exec(text)
  const number = found ? Number(found[1]) : english ? monthNumber(english[1] ?? '') : 0
  const inYear = Number(found?.[2] ?? english?.[2] ?? 0)
  return localDateOf(inYear, number, 1) === null ? null : `${pad(inYear)}-${pad(number, 2)}`
}

/** A day whose month may be either figure is read as far as it is certain. */
const day =
  (dayFirst: boolean): Reader =>
  text => {
    const figures = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text)
    if (figures !== null && !dayFirst) {
      const [first, second, inYear] = figures.slice(1).map(Number)
      if (first === undefined || second === undefined || inYear === undefined) return null
      if (first <= 12 && second <= 12 && first !== second) return year(String(inYear))
      return first > 12 ? localDateOf(inYear, second, first) : localDateOf(inYear, first, second)
    }
    const english = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text)
    if (english !== null) return localDateOf(Number(english[3]), monthNumber(english[1] ?? ''), Number(english[2]))
    return /\d{4}/.test(text) ? parseTypedDate(text) : null
  }

/** "khoảng", "?" and their like before what they cast doubt on, and "?" after it. */
function withoutDoubt(text: string): { readonly text: string; readonly mark: string } {
  const about = /^(?:khoảng|chừng|kh\.|c\. ?|ca\. ?|c(?=\d)|circa|about|around|approximately)\s*/
  const perhaps = /^(?:có lẽ|có thể|perhaps|probably|possibly|likely|\?)\s*/
  let rest = text
  let [approximate, uncertain] = [false, false]
  for (let went = true; went; ) {
    went = false
    for (const [pattern, note] of [
      [about, () => (approximate = true)],
      [perhaps, () => (uncertain = true)],
      [/\s*(?:\(\?\)|\?)$/, () => (uncertain = true)],
    ] as const) {
      if (!pattern.test(rest)) continue
      rest = rest.replace(pattern, '')
      note()
      went = true
    }
  }
  return { text: rest, mark: approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : '' }
}

/** 1890-95 and 1920-3 say their second year by its last figures. */
function secondYear(first: string, last: string): string | null {
  if (last.length >= first.length) return last
  const whole = first.slice(0, first.length - last.length) + last
  return Number(whole) > Number(first) ? whole : null
}

const made =
  /^(?:made|published|first published|engraved|printed|cast|issued|manufactured|produced|sản xuất|làm|chế tác|in)(?: (?:in|năm|vào))? /

/** Reads a whole date; null when there is more than one way to, or none. */
export function readWrittenDate(written: string, dayFirst: boolean): FuzzyDate | null {
  const dashed = written.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim()
  // A year with two figures after a hyphen may be a month or the end of a span; the dash of a span is another sign.
  if (/^(c\. ?|ca\. ?|khoảng )?\d{4}-(0\d|1[0-2])$/.test(dashed) && isOpenToDoubt(dashed)) return null
  const text = dashed.replace(/\s*[‐‑‒–—−-]\s*/g, '-')
  const whole = parseFuzzyDate(dashed.toUpperCase())
  if (whole !== null) return whole
  return span(text, dayFirst) ?? bounded(text, dayFirst) ?? unwrapped(text, dayFirst)
}

/** 1905-03 is March, since no span ends before it begins. */
function isOpenToDoubt(text: string): boolean {
  const [, first = '', last = ''] = /(\d{2})-(\d{2})$/.exec(text) ?? []
  return Number(last) > Number(first)
}

function point(text: string, dayFirst: boolean): string | null {
  const { text: plain, mark } = withoutDoubt(text)
  for (const read of [year, decade, century, month, day(dayFirst)]) {
    const found = read(plain)
    if (found !== null) return found + mark
  }
  return null
}

const fromTo = (from: string, to: string): FuzzyDate | null => parseFuzzyDate(`${from}/${to}`)

function span(text: string, dayFirst: boolean): FuzzyDate | null {
  const only = point(text, dayFirst)
  if (only !== null) return parseFuzzyDate(only)
  const { text: plain, mark } = withoutDoubt(text)
  const years = /^(?:từ )?(?:năm |between )?(\d{3,4})(?:-|\/| to | or | đến | đến năm | hoặc )(\d{1,4})$/.exec(plain)
  if (years?.[1] && years[2]) {
    const last = secondYear(years[1], years[2])
    const [from, to] = [year(years[1]), last === null ? null : year(last)]
    return from === null || to === null ? null : fromTo(from + mark, to + mark)
  }
  return centuries(plain, mark) ?? twoPoints(text, dayFirst)
}

/** "thế kỷ 18-19", "18th-19th century", "late 19th-early 20th century": the word is written once. */
function centuries(text: string, mark: string): FuzzyDate | null {
  const vi =
    /^(?:(?:đầu|giữa|cuối) )?(?:thế kỷ|thế kỉ|tk\.?) ?([ivx]+|\d{1,2})-(?:(?:đầu|giữa|cuối) )?([ivx]+|\d{1,2})$/.exec(
      text,
    )
  const en = new RegExp(
    `^(?:${part}[ -])?(\\d{1,2})(?:st|nd|rd|th)(?: century)?(?:-| to | or )(?:${part}[ -])?(\\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)$`,
  ).exec(text)
  const [first, last] = [vi?.[1] ?? en?.[1], vi?.[2] ?? en?.[2]].map(one =>
    one === undefined ? null : centuryNumber(one),
  )
  if (!first || !last || last < first) return null
  return fromTo(`${pad(first - 1, 2)}XX${mark}`, `${pad(last - 1, 2)}XX${mark}`)
}

/** Two dates with a dash, or two parts of centuries side by side: "cuối thế kỷ 19 đầu thế kỷ 20". */
function twoPoints(text: string, dayFirst: boolean): FuzzyDate | null {
  const [first, last, more] = text.split(/-| to | đến |,? (?=(?:đầu|early) )/)
  if (first === undefined || last === undefined || more !== undefined) return null
  const [from, to] = [point(first.trim(), dayFirst), point(last.trim(), dayFirst)]
  return from === null || to === null ? null : fromTo(from, to)
}

/** "trước 1945", "after 1900", "1850 or later". */
function bounded(text: string, dayFirst: boolean): FuzzyDate | null {
  const before =
    /^(?:trước|before|by|đến|until|exhibited|no later than|not after) (.+)$/.exec(text) ??
    /^(.+) or earlier$/.exec(text)
  if (before?.[1]) return orNull(point(before[1], dayFirst), date => fromTo('..', date))
  const after =
    /^(?:sau|after|từ|from|no earlier than|not before|since) (.+)$/.exec(text) ?? /^(.+) or later$/.exec(text)
  return after?.[1] ? orNull(point(after[1], dayFirst), date => fromTo(date, '..')) : null
}

const orNull = (date: string | null, then: (date: string) => FuzzyDate | null): FuzzyDate | null =>
  date === null ? null : then(date)

/** "published 1806"; "Qianlong period (1736-1795)", "Tang Dynasty, 618-906": the figures say what the words do. */
function unwrapped(text: string, dayFirst: boolean): FuzzyDate | null {
  if (made.test(text)) return span(text.replace(made, ''), dayFirst)
  const named =
    /^(?:(?:thời|triều|nhà|đời) [\p{L} ]+|[\p{L} ]+ (?:period|dynasty|era|reign))[,:]? ?\(?([^()]*\d[^()]*)\)?$/u.exec(
      text,
    )
  return named?.[1] ? span(named[1].trim(), dayFirst) : null
}
