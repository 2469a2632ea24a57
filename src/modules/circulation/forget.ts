import { addDays, localDateAt } from '../../kernel/local-date.ts'
import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { eachAlone } from '../../platform/each-alone.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { policyOf } from '../institutions/index.ts'
import { unlinkFacts } from '../participation/index.ts'
import { forgetReadings, hasReadingsToForget, institutionsWithLinkedReadings } from './reading-store.ts'
import { forgetRequests, hasRequestsToForget, institutionsWithEndedRequests } from './request-store.ts'
import { forgetReturned, hasToForget, institutionsWithLinkedReturns } from './store.ts'

/**
 * Cuts the link between readers and the loans they returned, or what they read in the room, longer ago than the
 * institution's grace days, and throws away their slips; readers who chose to keep their history keep it. Facts and figures do not move. Gives how
 * many facts were unlinked.
 */
export async function forgetReturnedLoans(world: World): Promise<number> {
  let forgotten = 0
  const db = world.database
  const linked = [
    ...(await institutionsWithLinkedReturns(db)),
    ...(await institutionsWithLinkedReadings(db)),
    ...(await institutionsWithEndedRequests(db)),
  ]
  await eachAlone(world.log, 'forgetting', new Set(linked), async institution => {
    const now = world.clock.now()
    const { graceDays } = await policyOf(db, institution)
    const through = addDays(localDateAt(now), -graceDays - 1)
    // Without this the journal would be told four times a day that nothing was done.
    const asked = [hasToForget, hasReadingsToForget, hasRequestsToForget]
    const found = await Promise.all(asked.map(has => has(db, institution, through)))
    if (!found.includes(true)) return
    const act = {
      id: newId(),
      type: 'circulation.forget-returned',
      version: 1,
      actor: null,
      institution,
      occurredAt: now,
      payload: {},
    }
    const result = await perform(db, act, async tx => {
      const facts = [
        ...(await forgetReturned(tx, institution, through)),
        ...(await forgetReadings(tx, institution, through)),
      ]
      await unlinkFacts(tx, facts)
      await forgetRequests(tx, institution, through)
      return ok({ facts: facts.length })
    })
    if (result.ok) forgotten += result.value.facts
  })
  return forgotten
}
