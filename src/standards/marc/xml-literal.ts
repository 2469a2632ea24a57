/** Follows a text and knows whether it stands in a comment or a CDATA section, where "&" is a sign like any other. */
export interface LiteralScan {
  /** The next piece of the text; it may end anywhere. */
  advance(text: string): void
  isLiteral(): boolean
}

/** What begins a stretch and what ends it. XML 1.0, 2.5 and 2.7. */
const stretches = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

export function createLiteralScan(): LiteralScan {
  let ending: string | null = null
  /** The end of the text so far, which may begin or end a stretch together with what follows. */
  let tail = ''

  const advance = (text: string): void => {
    const all = tail + text
    tail = ''
    let at = 0
    while (at < all.length) {
      const found = all.indexOf(ending ?? '<', at)
      if (found < 0) {
        tail = ending === null ? '' : all.slice(Math.max(at, all.length - 2))
        return
      }
      if (ending !== null) {
        at = found + ending.length
        ending = null
        continue
      }
      const rest = all.slice(found, found + 9)
      const begun = stretches.find(([opening]) => rest.startsWith(opening))
      if (begun === undefined && stretches.some(([opening]) => opening.startsWith(rest))) {
        tail = rest
        return
      }
      ending = begun?.[1] ?? null
      at = found + (begun?.[0].length ?? 1)
    }
  }

  return { advance, isLiteral: () => ending !== null }
}
