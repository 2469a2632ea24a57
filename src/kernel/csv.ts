/** The mark that spreadsheets need before they read UTF-8, as Vietnamese does. */
export const byteOrderMark = '\ufeff'

/** A cell that a spreadsheet takes as text, never as a formula (OWASP, "CSV Injection"). Numbers stay numbers. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One record with its line end. RFC 4180. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`
