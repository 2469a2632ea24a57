import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Whether the module at this address is the program itself, and not a part of another one. */
export const runsAlone = (url: string): boolean =>
  process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === url

/** A share of the sorted times: 0.5 is the median. */
export function shareOf(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? 0
}

/** Milliseconds of the median of `runs`, after one that only warms up, and what the last one gave. */
export async function medianOf<T>(runs: number, work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const times: number[] = []
  let result = await work()
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    result = await work()
    times.push(performance.now() - from)
  }
  return { ms: shareOf(times, 0.5), result }
}
