/** An identifier as it is compared: letters and digits alone, in capitals. `978-604-2-12345-6`, `tn 000 123` and `TN000123` lose their dress. */
export function comparableIdentifier(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*ISBN(?:-?1[03])?[\s:]+(?=[\dX])/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** What a person may have typed as an identifier: short, with a digit in it. */
export function typedIdentifier(typed: string): string | null {
  const comparable = typed.length <= 80 ? comparableIdentifier(typed) : ''
  return comparable.length >= 2 && /\p{N}/u.test(comparable) ? comparable : null
}
