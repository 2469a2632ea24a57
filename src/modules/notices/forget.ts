import type { Db } from '../../platform/database/database.ts'
import { forgetContacts } from '../people/index.ts'
import { deleteNoticesOf } from './store.ts'

/** Forgets where a person could be reached, what they wished to hear and what they were written. */
export async function forgetNoticesOf(tx: Db, person: string): Promise<void> {
  await forgetContacts(tx, person)
  await deleteNoticesOf(tx, person)
}
