import type { Language } from '../../kernel/language.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { say } from '../../kernel/sentences.ts'
import { marcWords, marcxmlCollection, readRecord, writeIso2709, writeMarcxml } from '../../standards/marc/index.ts'
import { publicRecord } from './marc-public.ts'
import type { RecordForm } from './paths.ts'

/** A record as it was kept. */
export interface KeptRecord {
  readonly bytes: Uint8Array
  readonly format: 'iso2709' | 'marcxml'
}

/**
 * The record as a file of that form, without what is marked as not for the public. ISO 2709 that came as such and hides
 * nothing goes out octet by octet; everything else is written by our writer. Refuses in sentences what the form cannot hold.
 */
export function recordFile(
  kept: KeptRecord,
  form: RecordForm,
  lang: Language,
): Result<Uint8Array<ArrayBuffer>, string> {
  const record = readRecord(kept.format, kept.bytes)
  const shown = publicRecord(record)
  if (form === 'mrc' && kept.format === 'iso2709' && shown === record) return ok(new Uint8Array(kept.bytes))
  return recordsFile([shown], form, lang)
}

/** Records in one file, all by our writer and so in one coding, UTF-8; refuses when the form cannot hold one of them. */
export function recordsFile(
  records: readonly ReturnType<typeof readRecord>[],
  form: RecordForm,
  lang: Language,
): Result<Uint8Array<ArrayBuffer>, string> {
  const parts: Uint8Array[] = []
  const problems: string[] = []
  for (const record of records) {
    const written = form === 'mrc' ? writeIso2709(record) : writeMarcxml(record)
    if (!written.ok) problems.push(...written.problems.map(problem => say(marcWords(lang).refusals, problem)))
    else parts.push(typeof written.value === 'string' ? new TextEncoder().encode(written.value) : written.value)
  }
  if (problems.length > 0) return refused(problems)
  const whole =
    form === 'mrc' ? parts : [Buffer.from(marcxmlCollection.open), ...parts, Buffer.from(marcxmlCollection.close)]
  return ok(new Uint8Array(Buffer.concat(whole)))
}
