/** How long a text is for people: 𡨸 is one, not two. Lengths of fields are always counted so. */
export function lengthInCodePoints(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Marks, variation selectors and joiners: what hangs on the code point before it. */
const hanging = /[\p{M}\u200c\u200d]/u
const joiner = '\u200d'

/**
 * At most `most` code points, the last one being '…' when something was cut. A letter is never parted from its marks,
 * nor one half of a joined sequence from the other, so the cut text may be a little shorter.
 */
export function cutToCodePoints(text: string, most: number): string {
  const points = [...text]
  if (points.length <= most) return text
  if (most < 1) return ''
  let end = most - 1
  while (end > 0 && (hanging.test(points[end] ?? '') || points[end - 1] === joiner)) end--
  return `${points.slice(0, end).join('').trimEnd()}…`
}
