/** What records may be the same as, under every key by which it may be found. */
export interface Candidates<Known extends Facts, Facts> {
  add(candidate: Known): void
  /** Those that share a key with these facts, in the order in which they were added, each once. */
  of(facts: Facts): Known[]
}

export function createCandidates<Known extends Facts, Facts>(
  known: readonly Known[],
  keysOf: (facts: Facts) => readonly string[],
): Candidates<Known, Facts> {
  const byKey = new Map<string, Known[]>()
  const add = (candidate: Known) => {
    for (const key of keysOf(candidate)) {
      const list = byKey.get(key)
      if (list) list.push(candidate)
      else byKey.set(key, [candidate])
    }
  }
  known.forEach(add)
  return { add, of: facts => [...new Set(keysOf(facts).flatMap(key => byKey.get(key) ?? []))] }
}
