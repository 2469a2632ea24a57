/** Keys that this process queued in the last moments: the writer's own next search looks at these first. */
const keptMs = 5_000
const keptKeys = 500

const queuedAt = new Map<string, number>()

export function notedKeys(keys: readonly string[]): void {
  const now = performance.now()
  for (const key of keys) {
    queuedAt.delete(key)
    queuedAt.set(key, now)
  }
  for (const key of queuedAt.keys()) {
    if (queuedAt.size <= keptKeys) break
    queuedAt.delete(key)
  }
}

/** Keys whose transaction may have ended by now. They stay for a while, since some of these transactions may still be open. */
export function recentKeys(): string[] {
  const oldest = performance.now() - keptMs
  for (const [key, at] of queuedAt) if (at < oldest) queuedAt.delete(key)
  return [...queuedAt.keys()]
}
