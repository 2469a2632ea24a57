import type { Language } from './language.ts'

const minus = '\u2212'

const grouped = (digits: string, language: Language): string =>
  digits.replace(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',')

/** '1.240' in Vietnamese, '1,240' in English, with a true minus sign. The value is rounded to a whole number. */
export function formatInteger(value: number, language: Language): string {
  const rounded = Math.round(Math.abs(value))
  return (value < 0 && rounded > 0 ? minus : '') + grouped(BigInt(rounded).toString(), language)
}

/** '1.240,5' or '1,240.5', with exactly so many digits after the mark (0–6). */
export function formatDecimal(value: number, digits: number, language: Language): string {
  const [whole = '0', fraction] = roundedTo(Math.abs(value), digits).split('.')
  const text = grouped(whole, language) + (fraction === undefined ? '' : `${language === 'vi' ? ',' : '.'}${fraction}`)
  return (value < 0 && /[1-9]/.test(text) ? minus : '') + text
}

/** Half away from zero as people round it: 1.005 is written 1.01, although its binary value is a little less. */
const roundedTo = (value: number, digits: number): string =>
  (Math.round(Number(`${value.toFixed(12)}e${digits}`)) / 10 ** digits).toFixed(digits)

/** A share as '111,2 %' in Vietnamese or '111.2%' in English: one digit at most, none when it is zero. `ratio` 1 is 100 %. */
export function formatPercent(ratio: number, language: Language): string {
  const text = formatDecimal(ratio * 100, 1, language).replace(/[.,]0$/, '')
  return language === 'vi' ? `${text}\u00a0%` : `${text}%`
}
