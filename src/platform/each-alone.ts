import type { Log } from './log.ts'

/** Does `work` for each thing in its order; one that fails is logged as `what`, and holds back none of the others. */
export async function eachAlone<T>(
  log: Pick<Log, 'error'>,
  what: string,
  things: Iterable<T>,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  for (const thing of things) {
    try {
      await work(thing)
    } catch (error) {
      log.error({ error: String(error), thing: typeof thing === 'string' ? thing : undefined }, what)
    }
  }
}
