/** So many per so many seconds, refilled evenly: a bucket that starts full. */
export interface Rate {
  readonly count: number
  readonly seconds: number
}

interface Bucket {
  left: number
  at: number
}

const maxBuckets = 50_000

/**
 * Counts by whatever names the one who asks: account, card or event before address, since a class shares one address.
 * Kept in memory, bounded: the bucket used longest ago goes first.
 */
export function createRateLimiter(clock: { now(): Date }) {
  const buckets = new Map<string, Bucket>()
  const perMs = (rate: Rate): number => rate.count / (rate.seconds * 1000)
  const leftIn = (id: string, rate: Rate, now: number): number => {
    const bucket = buckets.get(id) ?? { left: rate.count, at: now }
    return Math.min(rate.count, bucket.left + Math.max(0, now - bucket.at) * perMs(rate))
  }
  const waitFor = (left: number, rate: Rate): number | null =>
    left >= 1 ? null : Math.ceil((1 - left) / perMs(rate) / 1000)
  return {
    /** Takes one; gives null when there was one left, otherwise the seconds to wait. */
    take(name: string, key: string, rate: Rate): number | null {
      const id = `${name}:${key}`
      const now = clock.now().getTime()
      const left = leftIn(id, rate, now)
      buckets.delete(id)
      buckets.set(id, { left: left >= 1 ? left - 1 : left, at: now })
      if (buckets.size > maxBuckets) buckets.delete(buckets.keys().next().value ?? '')
      return waitFor(left, rate)
    },
    /** The seconds to wait before `take` would give null; takes nothing and remembers nobody. */
    wait(name: string, key: string, rate: Rate): number | null {
      return waitFor(leftIn(`${name}:${key}`, rate, clock.now().getTime()), rate)
    },
    /** Forgets one key, as after a right password. */
    forgive(name: string, key: string): void {
      buckets.delete(`${name}:${key}`)
    },
  }
}

export type RateLimiter = ReturnType<typeof createRateLimiter>
