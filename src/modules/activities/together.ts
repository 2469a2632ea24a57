import type { Database, Db } from '../../platform/database/database.ts'

interface Waiting {
  readonly work: (tx: Db) => Promise<unknown>
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}

/** By database and event, who came while others were being written. */
const lines = new WeakMap<Pick<Database, 'transaction'>, Map<string, Waiting[]>>()

/** More would keep the first of them waiting for their answer. */
const mostTogether = 24

/**
 * Work on one event that comes at the same moment goes through the database together, in the order in which it came:
 * one lock, one commit, one connection, so that a crowd at one event leaves the others theirs. Each has a savepoint of
 * its own, and its answer comes after the commit. Other processes are held apart by the lock on the event's row.
 */
export function together<T>(
  database: Pick<Database, 'transaction'>,
  event: string,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const ofDatabase = lines.get(database) ?? new Map<string, Waiting[]>()
  lines.set(database, ofDatabase)
  return new Promise<T>((resolve, reject) => {
    const waiting: Waiting = { work, done: value => resolve(value as T), failed: reject }
    const line = ofDatabase.get(event)
    if (line !== undefined) line.push(waiting)
    else {
      const begun = [waiting]
      ofDatabase.set(event, begun)
      void writeAll(database, begun, () => ofDatabase.delete(event))
    }
  })
}

/** Until nobody is left. It never throws: whoever asked is told. */
async function writeAll(database: Pick<Database, 'transaction'>, line: Waiting[], close: () => void): Promise<void> {
  while (line.length > 0) {
    const batch = line.splice(0, mostTogether)
    const answers: (() => void)[] = []
    try {
      await database.transaction(async tx => {
        for (const { work, done, failed } of batch) {
          try {
            const value = await work(tx)
            answers.push(() => done(value))
          } catch (error) {
            answers.push(() => failed(error))
          }
        }
      })
      for (const answer of answers) answer()
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }
  // In the same turn in which the line was seen to be empty: whoever comes later begins another.
  close()
}
