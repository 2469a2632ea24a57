import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { setKeepsHistory } from './person-store.ts'

export type HistoryRefusal = { readonly code: 'nobody-there' }

/** A reader chooses whether what they returned stays on their page. What others do with that they do at their next turn. */
export function keepHistory(
  { database }: World,
  who: { person: string; act: string; keeps: boolean; now: Date },
): Promise<Result<{ keeps: boolean }, HistoryRefusal>> {
  const payload = { keeps: who.keeps }
  return perform<{ keeps: boolean }, HistoryRefusal>(
    database,
    {
      id: who.act,
      type: 'people.keep-history',
      version: 1,
      actor: who.person,
      institution: null,
      occurredAt: who.now,
      payload,
    },
    async tx =>
      (await setKeepsHistory(tx, who.person, who.keeps))
        ? ok({ keeps: who.keeps })
        : refused([{ code: 'nobody-there' }]),
  )
}
