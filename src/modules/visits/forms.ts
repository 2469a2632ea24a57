/** A whole number as typed, points between thousands allowed; null for an empty field, 0 for what is no number. */
export function typedNumber(typed: string): number | null {
  if (typed === '') return null
  const digits = typed.replaceAll(/[.\s]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : 0
}
