/**
 * The same pure function, remembering what it gave for short texts: a language has some thousand syllables, and a
 * catalogue has them a million times. What is remembered is bounded, and forgotten as a whole when it is full.
 */
export function remembered<Result>(
  of: (text: string) => Result,
  most = 1 << 14,
  longest = 24,
): (text: string) => Result {
  let known = new Map<string, Result>()
  return text => {
    if (text.length > longest) return of(text)
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known = new Map()
    const result = of(text)
    known.set(text, result)
    return result
  }
}
