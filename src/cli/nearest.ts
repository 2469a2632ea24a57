/** Levenshtein's distance: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The name most like what was typed, by its whole or by its first word; null when none is like it. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const [first = ''] = typed.split(' ')
  const ranked = names
    .map(name => {
      const [word = ''] = name.split(' ')
      return { name, far: Math.min(distance(typed, name), distance(first, word) + 0.5) }
    })
    .sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best !== undefined && best.far <= Math.max(2, typed.length / 3) ? best.name : null
}
