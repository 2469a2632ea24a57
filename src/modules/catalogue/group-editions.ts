import { ok, type Result, refused } from '../../kernel/result.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { queueWorks } from './documents.ts'
import type { EditionFacts } from './edition.ts'
import { editionsOfWorks, ensureWorks, type NewWork, worksById } from './edition-store.ts'
import {
  endLeftWork,
  type KeptEdition,
  livingWorkOfKey,
  lockEdition,
  moveEdition,
  nameWorks,
  openWork,
  workOfKey,
} from './grouping-store.ts'
import { matchFacts, ownWorkKey, workKey } from './keys.ts'
import { lockWorks } from './work-store.ts'

export type GroupRefusal =
  | { readonly code: 'edition-gone' }
  | { readonly code: 'stands-alone' }
  | { readonly code: 'no-such-work'; readonly typed: string }
  | { readonly code: 'together-already' }

export interface GroupAct {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly edition: string
}

/** Where the edition stands now, and where it stood. */
export type Grouped = { readonly work: string; readonly from: string }

const derivedKey = (edition: string, facts: EditionFacts): string => workKey(edition, matchFacts(facts, null))

const workFor = (key: string, { title }: EditionFacts): NewWork => ({
  id: newId(),
  key,
  title,
  sortKey: sortKey(title[0]?.text ?? ''),
})

/** Takes an edition over to another work; the one it leaves ends when that was its last. */
async function move(
  tx: Db,
  edition: KeptEdition,
  to: string,
  chosen: { byPerson: boolean; joined: boolean; now: Date },
) {
  const works = [edition.work, to]
  await lockWorks(tx, works)
  await moveEdition(tx, edition.id, to, chosen.byPerson)
  await endLeftWork(tx, edition.work, to, chosen.joined)
  await nameWorks(tx, works)
  await queueWorks(tx, works, chosen.now)
}

/**
 * Gives an edition a work of its own, for good: no import and no correction groups it with others again. Where its
 * title and author name no other work any more, as after a joining, it simply goes back under them.
 */
export function splitEdition(world: World, asked: GroupAct): Promise<Result<Grouped, GroupRefusal>> {
  const act = {
    id: asked.act,
    type: 'catalogue.split-edition',
    version: 1,
    actor: asked.by,
    institution: asked.institution,
    occurredAt: world.clock.now(),
    payload: { edition: asked.edition },
  }
  return perform<Grouped, GroupRefusal>(world.database, act, async tx => {
    const edition = await lockEdition(tx, asked.edition)
    if (edition === null) return refused([{ code: 'edition-gone' }])
    await lockWorks(tx, [edition.work])
    if ((await editionsOfWorks(tx, [edition.work])).length < 2) return refused([{ code: 'stands-alone' }])
    const derived = derivedKey(edition.id, edition.facts)
    const taken = (await livingWorkOfKey(tx, derived)) !== null
    const to = await openWork(tx, workFor(taken ? ownWorkKey(edition.id) : derived, edition.facts))
    await move(tx, edition, to, { byPerson: taken, joined: false, now: act.occurredAt })
    return ok({ work: to, from: edition.work })
  })
}

/** Puts an edition with those of another work; back under its own title and author, it is grouped by them again. */
export function joinEdition(
  world: World,
  asked: GroupAct & { readonly into: string },
): Promise<Result<Grouped, GroupRefusal>> {
  const { into } = asked
  const act = {
    id: asked.act,
    type: 'catalogue.join-edition',
    version: 1,
    actor: asked.by,
    institution: asked.institution,
    occurredAt: world.clock.now(),
    payload: { edition: asked.edition, into },
  }
  return perform<Grouped, GroupRefusal>(world.database, act, async tx => {
    const edition = await lockEdition(tx, asked.edition)
    if (edition === null) return refused([{ code: 'edition-gone' }])
    if (edition.work === into) return refused([{ code: 'together-already' }])
    await lockWorks(tx, [edition.work, into])
    if ((await worksById(tx, [into])).length === 0) return refused([{ code: 'no-such-work', typed: into }])
    const home = await workOfKey(tx, derivedKey(edition.id, edition.facts))
    await move(tx, edition, into, { byPerson: home !== into, joined: true, now: act.occurredAt })
    return ok({ work: into, from: edition.work })
  })
}

/** After a correction: the work that the edition belongs to by what its record says now, unless a person chose one. */
export async function regroup(tx: Db, edition: KeptEdition, facts: EditionFacts, now: Date): Promise<string> {
  const key = derivedKey(edition.id, facts)
  const derived = edition.groupedByPerson ? null : (await ensureWorks(tx, [workFor(key, facts)])).get(key)
  const to = derived ?? edition.work
  if (to !== edition.work) await move(tx, edition, to, { byPerson: false, joined: false, now })
  else {
    await nameWorks(tx, [to])
    await queueWorks(tx, [to], now)
  }
  return to
}
