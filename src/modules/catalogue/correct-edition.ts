import { ok, type Result, refused } from '../../kernel/result.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import type { WriteRefusal } from '../../standards/marc/index.ts'
import { readRecord } from '../../standards/marc/index.ts'
import { type Book, type BookField, bookFields, bookOf, changesBetween } from './book.ts'
import { regroup } from './group-editions.ts'
import { lockEdition, updateEdition } from './grouping-store.ts'
import { matchFacts } from './keys.ts'
import { mapRecord } from './marc.ts'
import { changeRecord } from './marc-change.ts'
import { writeRecord } from './write-record.ts'

export type CorrectRefusal =
  | { readonly code: 'edition-gone' }
  /** Somebody else corrected these fields since the form was opened. */
  | { readonly code: 'changed-meanwhile'; readonly fields: readonly BookField[] }
  | { readonly code: 'not-writable'; readonly reasons: readonly WriteRefusal[] }

export interface CorrectEdition {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly edition: string
  /** What the form showed when it was opened. */
  readonly shown: Book
  readonly typed: Book
}

export type Corrected = { readonly work: string; readonly fields: readonly string[] }

/**
 * Corrects the fields that a person changed, in the edition's own record; all else of it stays. What pages and searches
 * say is read out of the corrected record, and the work follows it unless a person chose one.
 */
export function correctEdition(world: World, asked: CorrectEdition): Promise<Result<Corrected, CorrectRefusal>> {
  const changes = changesBetween(asked.shown, asked.typed)
  const act = {
    id: asked.act,
    type: 'catalogue.correct-edition',
    version: 1,
    actor: asked.by,
    institution: asked.institution,
    occurredAt: world.clock.now(),
    payload: { edition: asked.edition, fields: Object.keys(changes) },
  }
  return perform<Corrected, CorrectRefusal>(world.database, act, async tx => {
    const edition = await lockEdition(tx, asked.edition)
    if (edition === null) return refused([{ code: 'edition-gone' }])
    const elsewhere = changesBetween(asked.shown, bookOf(edition.facts))
    const fields = bookFields.filter(field => elsewhere[field] !== undefined)
    if (fields.length > 0) return refused([{ code: 'changed-meanwhile', fields }])
    const record = changeRecord(readRecord(edition.format, edition.bytes), changes, act.occurredAt)
    const kept = writeRecord(record, edition.format)
    if (!kept.ok) return refused([{ code: 'not-writable', reasons: kept.problems }])
    const { bytes, format } = kept.value
    const { facts, controlKey } = mapRecord(readRecord(format, bytes))
    const match = matchFacts(facts, controlKey)
    const key = sortKey(facts.title[0]?.text ?? '')
    await updateEdition(tx, { id: edition.id, facts, match, sortKey: key, record: bytes, format })
    return ok({ work: await regroup(tx, edition, facts, act.occurredAt), fields: Object.keys(changes) })
  })
}
