/** More numbers than this in one range are a slip of the hand. */
const longestRange = 500
/** A cell of ranges would otherwise become millions of numbers. */
const mostWrittenOut = 5000

const range = /^(\D*)(\d+)\s*(?:-|–|—|÷|đến)\s*(\D*)(\d+)$/iu

/**
 * The numbers in a cell: "0001; 0002", one a line, or a range "ĐK.0101-ĐK.0110" of numbers of one width, which is
 * written out and told.
 */
export function textNumbers(text: string): { readonly numbers: string[]; readonly expanded: string[] } {
  const numbers: string[] = []
  const expanded: string[] = []
  for (const part of text.split(/[;,\n]/).map(one => one.trim().replaceAll(/\s+/g, ' '))) {
    if (part === '') continue
    const written = numbers.length < mostWrittenOut ? writtenOut(part) : null
    if (written !== null) expanded.push(part)
    numbers.push(...(written ?? [part]))
  }
  return { numbers: [...new Set(numbers)], expanded }
}

function writtenOut(part: string): string[] | null {
  const [, prefix = '', from = '', again = '', to = ''] = range.exec(part) ?? []
  if (from.length < 3 || from.length !== to.length || (again !== '' && again.trim() !== prefix.trim())) return null
  const [first, last] = [Number(from), Number(to)]
  if (!Number.isSafeInteger(last) || last <= first || last - first >= longestRange) return null
  return Array.from(
    { length: last - first + 1 },
    (_, at) => `${prefix}${String(first + at).padStart(from.length, '0')}`,
  )
}
