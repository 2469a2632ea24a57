import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Assistance, assistedBy, mayGoOn, type TurnOver } from './assistance.ts'
import { setKeepsHistory } from './person-store.ts'

export type HistoryRefusal = TurnOver | { readonly code: 'nobody-there' }

/** A reader chooses whether what they returned stays on their page. What others do with that they do at their next turn. */
export function keepHistory(
  { database }: World,
  who: { person: string; act: string; keeps: boolean; now: Date; assistance?: Assistance },
): Promise<Result<{ keeps: boolean }, HistoryRefusal>> {
  const intent = {
    id: who.act,
    type: 'people.keep-history',
    version: 1,
    actor: who.person,
    institution: null,
    occurredAt: who.now,
    payload: { keeps: who.keeps, ...assistedBy(who.assistance) },
  }
  return perform<{ keeps: boolean }, HistoryRefusal>(database, intent, async tx => {
    if (!(await mayGoOn(tx, intent, who.assistance))) return refused([{ code: 'turn-over' }])
    return (await setKeepsHistory(tx, who.person, who.keeps))
      ? ok({ keeps: who.keeps })
      : refused([{ code: 'nobody-there' }])
  })
}
