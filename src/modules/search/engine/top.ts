/** The best `limit` of a stream of (value, ordinal): higher values first, lower ordinals first among equals. */
export interface Top {
  offer(value: number, ordinal: number): void
  /** Best first. */
  sorted(): { value: number; ordinal: number }[]
}

/** A binary heap whose root is the worst kept. */
export function topOf(limit: number): Top {
  const values = new Float64Array(limit)
  const ordinals = new Uint32Array(limit)
  let size = 0
  const isWorse = (a: number, b: number): boolean => {
    const difference = (values[a] as number) - (values[b] as number)
    return difference !== 0 ? difference < 0 : (ordinals[a] as number) > (ordinals[b] as number)
  }
  const swap = (a: number, b: number): void => {
    const value = values[a] as number
    const ordinal = ordinals[a] as number
    values[a] = values[b] as number
    ordinals[a] = ordinals[b] as number
    values[b] = value
    ordinals[b] = ordinal
  }
  const rise = (from: number): void => {
    for (let at = from; at > 0 && isWorse(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1)
  }
  const sink = (): void => {
    let at = 0
    for (;;) {
      const left = at * 2 + 1
      if (left >= size) return
      const worse = left + 1 < size && isWorse(left + 1, left) ? left + 1 : left
      if (!isWorse(worse, at)) return
      swap(worse, at)
      at = worse
    }
  }
  return {
    offer(value, ordinal) {
      if (size < limit) {
        values[size] = value
        ordinals[size] = ordinal
        size += 1
        rise(size - 1)
      } else if (limit > 0) {
        const worst = values[0] as number
        if (value < worst || (value === worst && ordinal > (ordinals[0] as number))) return
        values[0] = value
        ordinals[0] = ordinal
        sink()
      }
    },
    sorted: () =>
      Array.from({ length: size }, (_, i) => ({ value: values[i] as number, ordinal: ordinals[i] as number })).sort(
        (a, b) => b.value - a.value || a.ordinal - b.ordinal,
      ),
  }
}
