const isbn13Shape = /^(97[89](?:[ -]?\d){10})(?![ -]?\d)/
const isbn10Shape = /^(\d(?:[ -]?\d){8}[ -]?[\dX])(?![\dX])/

/** Weights 1 3 1 3 … over the first twelve digits (ISBN Users' Manual, 7th ed., §4.1; also EAN-13). */
function checkDigit13(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

/** Weights n … 2 from the left, modulo 11, X for ten: ISBN-10, and ISSN (ISO 3297). */
function checkDigit11(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (digits.length + 1 - i), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

const prepared = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
    .replace(/^[\s[("]*(?:ISBN(?:-1[03])?)?[\s:]*/, '')

/**
 * The ISBN that a text begins with, as thirteen digits: '604-1-02345-X (bìa mềm)', 'ISBN 978-604-…'. Null when there is
 * none, or its check digit is wrong; a barcode that is no ISBN is none.
 */
export function isbn13(text: string): string | null {
  const typed = prepared(text)
  const long = isbn13Shape.exec(typed)?.[1]?.replace(/[ -]/g, '')
  if (long !== undefined) return checkDigit13(long.slice(0, 12)) === long[12] ? long : null
  const short = isbn10Shape.exec(typed)?.[1]?.replace(/[ -]/g, '')
  if (short === undefined || checkDigit11(short.slice(0, 9)) !== short[9]) return null
  const twelve = `978${short.slice(0, 9)}`
  return twelve + checkDigit13(twelve)
}

/** Whether a text is an ISSN with its right check digit, 'NNNN-NNNC', the hyphen or not. */
export function isIssn(text: string): boolean {
  const parts = /^(\d{4})-?(\d{3})([\dX])$/.exec(text.trim().toUpperCase())
  return parts !== null && checkDigit11(`${parts[1]}${parts[2]}`) === parts[3]
}
