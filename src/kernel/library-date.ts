import { earliest, type FuzzyDate, parseFuzzyDate, toEdtf } from './fuzzy-date.ts'
import { yearOf } from './local-date.ts'

/** A year that a library may hold something of; 2973 is a slip of the hand. */
const year = '(1\\d{3}|20\\d{2})'
const patterns: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [new RegExp(`^${year}\\s*[-–/]\\s*${year}$`), (from, to) => `${from}/${to}`],
  [new RegExp(`^${year}\\s*[-–/]\\s*(\\d\\d)$`), (from = '', to = '') => `${from}/${from.slice(0, 2)}${to}`],
  [new RegExp(`^${year}\\s*[-–]$`), from => `${from}/..`],
  [/^(1\d\d|20[0-2])[-–?_]?$/, decade => `${decade}X`],
  [/^(1\d|20)[-–?_]{2}$/, century => `${century}XX`],
  [
    new RegExp(`^(?:tháng|th\\.?|t\\.?)?\\s*(\\d{1,2})\\s*[-/.]\\s*${year}$`),
    (month = '', of) => `${of}-${month.padStart(2, '0')}`,
  ],
  [new RegExp(`^(?:thập niên|thập kỷ|những năm)\\s*(1\\d\\d|20\\d)0$`), decade => `${decade}X`],
  [/^(?:thế kỷ|thế kỉ|tk\.?)\s*(\d{1,2})$/, century => `${String(Number(century) - 1).padStart(2, '0')}XX`],
  [new RegExp(`^${year}$`), of => `${of}`],
  // The first year among other words: 'In lần 2, 2010', '2005, c2003', 'Hà Nội, 1998 [tb. 2001]'.
  [new RegExp(`(?<!\\d)${year}(?!\\d)`), of => `${of}`],
]

const about = /(^|[\s[(])(?:khoảng|k\.|kh\.|ca?\.|circa|ước)\s+(?=\d)/
const copyright = /(^|[\s[(,])(?:©|cop\.|c|p|℗)\s*(?=\d)/g

/**
 * Reads a date of publication as cataloguers type it: '2005', '[2005?]', 'c2010', 'cop. 1999', '1998-2001', '1998-99',
 * '1998-', '[199-]', '[19--]', '199.' (whose last sign was lost), 'khoảng 1920', 'tháng 5/2005', or EDTF itself; of a longer statement the first year. A
 * question mark means uncertain. Null when no year from 1000 to 2099 can be made out.
 */
export function readLibraryDate(typed: string): FuzzyDate | null {
  const text = typed.normalize('NFC').trim()
  const edtf = parseFuzzyDate(text)
  // '2001-02' is a month in EDTF, and 1998-99 are two years that a cataloguer joined.
  if (edtf !== null && /^(\.\.\/)?(1|20)/.test(text)) return edtf
  const small = text.toLowerCase()
  const approximate = about.test(small)
  const bare = small
    .replace(about, '$1')
    .replace(copyright, '$1')
    .replace(/[[\]()<>]+/g, ' ')
    .replace(/(?<=\d) (?=[-–_?])/g, '')
    .replace(/[.,;:\s]+$/, '')
    .trim()
  const uncertain = /\d[-–_]*\?/.test(bare) && !/^\d{3}\?$/.test(bare) && !/^\d\d\?\?$/.test(bare)
  const plain = uncertain ? bare.replace(/(?<=[\d_–-])\?/, '') : bare
  return marked(firstMatch(plain), `${uncertain ? (approximate ? '%' : '?') : approximate ? '~' : ''}`)
}

function firstMatch(text: string): FuzzyDate | null {
  for (const [pattern, toText] of patterns) {
    const found = pattern.exec(text)
    const date = found === null ? null : parseFuzzyDate(toText(...found.slice(1)))
    if (date !== null) return date
  }
  return null
}

const marked = (date: FuzzyDate | null, mark: string): FuzzyDate | null =>
  date === null || mark === '' || date.kind === 'interval' ? date : parseFuzzyDate(toEdtf(date) + mark)

/** The first year of a date of publication as typed; null when none can be made out. */
export function parseLibraryYear(typed: string): number | null {
  const date = readLibraryDate(typed)
  const first = date === null ? null : earliest(date)
  return first === null ? null : yearOf(first)
}
