import { localDateAt } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { insertLooks } from './look-store.ts'

/** What staff had a reader's record before them for. */
export type LookPurpose = 'reader-list' | 'desk' | 'overdue-list' | 'call-list' | 'contact' | 'erasure' | 'assistance'

export interface Look {
  /** The member of staff. */
  readonly by: string
  readonly institution: string
  readonly purpose: LookPurpose
  /** Whose records are shown. */
  readonly persons: readonly string[]
  readonly now: Date
}

/**
 * Remembers who saw whose record, before it is shown: once a day for each of them, so that a busy desk stays quick.
 * It is no act: nothing changed, and the journal may not name readers.
 */
export async function noteLook(db: Db, look: Look): Promise<void> {
  const persons = [...new Set(look.persons)]
  if (persons.length > 0) await insertLooks(db, { ...look, persons, on: localDateAt(look.now), at: look.now })
}
