import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { noteCall } from '../notices/index.ts'
import { callKey } from './call-list.ts'
import { readerOfLoan } from './reminder-store.ts'

export type CallRefusal = { readonly code: 'returned-meanwhile' }

/** Writes down that a desk rang a reader about late books, so that nobody rings again this week. */
export function recordCall(
  world: World,
  call: {
    readonly act: string
    readonly by: string
    readonly institution: string
    /** One of the late loans: the journal names it, never the reader. */
    readonly loan: string
    readonly now: Date
  },
): Promise<Result<null, CallRefusal>> {
  const { act, by, institution, loan, now } = call
  return perform<null, CallRefusal>(
    world.database,
    {
      id: act,
      type: 'circulation.call-reader',
      version: 1,
      actor: by,
      institution,
      occurredAt: now,
      payload: { loan },
    },
    async tx => {
      const person = await readerOfLoan(tx, institution, loan)
      if (person === null) return refused([{ code: 'returned-meanwhile' }])
      await noteCall(tx, { topic: 'overdue', key: callKey(person, institution, now), person, institution, by, now })
      return ok(null)
    },
  )
}
