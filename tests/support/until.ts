import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'

/** What a person takes for "some seconds", on a machine that does much else. */
const patienceMs = 15_000

/** Reads until it is as expected; after that the last reading is refused. */
export async function until<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + patienceMs
  for (;;) {
    const seen = await read()
    try {
      return assert.deepEqual(seen, expected)
    } catch (error) {
      if (performance.now() > end) throw error
    }
    await wait(100)
  }
}
