import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { createIso2709Reader, type WriteRefusal } from '../../standards/marc/index.ts'
import { institutionById } from '../institutions/index.ts'
import { queueWorks } from './documents.ts'
import type { EditionFacts, ItemFacts } from './edition.ts'
import { insertItems } from './item-store.ts'
import { matchFacts } from './keys.ts'
import { mapRecord } from './marc.ts'
import { writeDescription } from './marc-write.ts'
import { recordStock } from './stock.ts'
import { workOfEditions } from './work-store.ts'
import { writeEditions } from './write-editions.ts'

export interface AddEdition {
  /** The act's id. */
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly facts: EditionFacts
  readonly items: readonly ItemFacts[]
}

export type AddEditionRefusal = WriteRefusal | { readonly code: 'no-institution' } | { readonly code: 'no-title' }

export type AddedEdition = { readonly edition: string; readonly work: string; readonly items: number }

/**
 * Catalogues one edition with its copies. It gets a MARC record of its own, written from the facts, and its facts are
 * those that reading this record gives: one mapping for what is typed and for what is imported.
 */
export async function addEdition(world: World, asked: AddEdition): Promise<Result<AddedEdition, AddEditionRefusal>> {
  const institution = await institutionById(world.database, asked.institution)
  if (institution === null) return refused([{ code: 'no-institution' }])
  const now = world.clock.now()
  const edition = newId()
  const name = { source: institution.code, number: edition }
  const written = writeDescription({ facts: asked.facts, items: asked.items, name, enteredOn: localDateAt(now) })
  if (!written.ok) return written
  const mapped = readBack(written.value)
  if (mapped === null || mapped.facts.title.length === 0) return refused([{ code: 'no-title' }])
  const act = {
    id: asked.act,
    type: 'catalogue.add-edition',
    version: 1,
    actor: asked.by,
    institution: institution.id,
    occurredAt: now,
    payload: { title: mapped.facts.title[0]?.text ?? '' },
  }
  return perform<AddedEdition, AddEditionRefusal>(world.database, act, async tx => {
    const owner = institution.id
    const match = matchFacts(mapped.facts, mapped.controlKey)
    const form = { owner, format: 'iso2709', batch: null } as const
    await writeEditions(tx, [{ edition, mapped, match, bytes: written.value, ...form }])
    await insertItems(
      tx,
      mapped.items.map(item => ({ ...item, id: newId(), edition, owner, keeper: owner, batch: null })),
    )
    await recordStock(tx, act, owner, mapped.items.length, { kind: 'edition', id: edition }, now)
    const work = (await workOfEditions(tx, [edition])).get(edition)
    if (work === undefined) throw new Error('an edition was written without a work')
    await queueWorks(tx, [work])
    return ok({ edition, work, items: mapped.items.length })
  })
}

function readBack(bytes: Uint8Array) {
  const reader = createIso2709Reader()
  const found = [...reader.push(bytes), ...reader.end()].find(outcome => outcome.kind === 'record')
  return found === undefined ? null : mapRecord(found.record)
}
