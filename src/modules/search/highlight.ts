import { readTokens, type Token } from './tokens.ts'

/** The parts of a title that the words of a query found, as ranges [from, to) in UTF-16 code units; neighbours become one. */
export function highlightsIn(title: string, words: readonly Token[]): (readonly [number, number])[] {
  const wanted = new Set(words.map(word => word.folded))
  const ranges: [number, number][] = []
  let previousFound = false
  for (const { folded, from, to } of readTokens(title)) {
    const found = wanted.has(folded)
    const last = ranges.at(-1)
    if (found && previousFound && last !== undefined) last[1] = to
    else if (found) ranges.push([from, to])
    previousFound = found
  }
  return ranges
}
