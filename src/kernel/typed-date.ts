import { englishMonths, type LocalDate, localDateOf, parseLocalDate } from './local-date.ts'

const numeric = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/
const digitsOnly = /^(\d\d)(\d\d)(\d{4})$/
const inWords = /^(?:ngày|mùng|mồng)?\s*(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s+năm\s+(\d{4})$/
const inEnglish = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/

/**
 * Reads a day as people write it: '28/11/2026', '28-11-2026', '28.11.2026', '28 11 2026', '28112026', '2026-11-28',
 * 'ngày 28 tháng 11 năm 2026', '28 Nov 2026'. The day always comes before the month, as in Vietnam, and the year has
 * four digits: '5/3/12' could be two days, so it is none. Null when it is no day.
 */
export function parseTypedDate(typed: string): LocalDate | null {
  const text = typed.normalize('NFC').trim().toLowerCase()
  const parts = numeric.exec(text) ?? digitsOnly.exec(text) ?? inWords.exec(text)
  if (parts !== null) return localDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]))
  const english = inEnglish.exec(text)
  if (english === null) return parseLocalDate(text)
  const month = englishMonths.findIndex(name => name.toLowerCase() === english[2]) + 1
  return localDateOf(Number(english[3]), month, Number(english[1]))
}
