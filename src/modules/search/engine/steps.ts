/** Work between two yields of a long computation, in documents or postings: about a millisecond. */
export const step = 20_000

/** Runs a stepwise computation without a pause. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const next = work.next()
    if (next.done === true) return next.value
  }
}

const sliceMs = 8

/** Runs a stepwise computation and lets others have their turn after each few milliseconds. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs
    do {
      const next = work.next()
      if (next.done === true) return next.value
    } while (performance.now() < until)
    await new Promise<void>(resolve => setImmediate(resolve))
  }
}
