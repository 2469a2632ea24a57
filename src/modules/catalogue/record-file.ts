import type { Language } from '../../kernel/language.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { say } from '../../kernel/sentences.ts'
import { marcWords, marcxmlCollection, writeIso2709, writeMarcxml } from '../../standards/marc/index.ts'
import type { RecordForm } from './paths.ts'
import { readRecord } from './read-records.ts'

/** A record as it was kept. */
export interface KeptRecord {
  readonly bytes: Uint8Array
  readonly format: 'iso2709' | 'marcxml'
}

/**
 * The record as a file of that form. ISO 2709 that came as such goes out octet by octet; everything else is written by
 * our writer. Refuses in sentences what the form cannot hold.
 */
export function recordFile(
  kept: KeptRecord,
  form: RecordForm,
  lang: Language,
): Result<Uint8Array<ArrayBuffer>, string> {
  if (form === 'mrc' && kept.format === 'iso2709') return ok(new Uint8Array(kept.bytes))
  const record = readRecord(kept.format, kept.bytes)
  const written = form === 'mrc' ? writeIso2709(record) : writeMarcxml(record)
  if (!written.ok) return refused(written.problems.map(problem => say(marcWords(lang).refusals, problem)))
  const { value } = written
  return ok(
    typeof value === 'string'
      ? new TextEncoder().encode(`${marcxmlCollection.open}${value}${marcxmlCollection.close}`)
      : new Uint8Array(value),
  )
}
