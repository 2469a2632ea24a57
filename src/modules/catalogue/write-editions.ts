import { sortKey } from '../../kernel/vietnamese.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { ensureWorks, insertEditions, type NewEdition } from './edition-store.ts'
import { workKey } from './keys.ts'
import type { MappedRecord } from './marc.ts'
import type { MatchFacts } from './match.ts'

/** An edition about to be written, with the record it comes from. */
export interface ComingEdition extends Pick<NewEdition, 'owner' | 'format' | 'batch'> {
  readonly edition: string
  readonly mapped: Pick<MappedRecord, 'facts'>
  readonly match: MatchFacts
  readonly bytes: Uint8Array
}

/** Writes new editions under their works, which are made where there is none yet. */
export async function writeEditions(tx: Db, coming: readonly ComingEdition[]): Promise<void> {
  if (coming.length === 0) return
  const keyed = coming.map(one => ({
    ...one,
    facts: one.mapped.facts,
    key: workKey(one.edition, one.match),
    sortKey: sortKey(one.mapped.facts.title[0]?.text ?? ''),
  }))
  const works = await ensureWorks(
    tx,
    keyed.map(({ key, facts, sortKey }) => ({ id: newId(), key, title: facts.title, sortKey })),
  )
  await insertEditions(
    tx,
    keyed.map(one => {
      const work = works.get(one.key)
      if (work === undefined) throw new Error('a work was not made')
      return {
        id: one.edition,
        work,
        owner: one.owner,
        facts: one.facts,
        sortKey: one.sortKey,
        match: one.match,
        record: one.bytes,
        format: one.format,
        batch: one.batch,
      }
    }),
  )
}
