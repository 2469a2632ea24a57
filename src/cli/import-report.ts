import { registers } from '../app/registers.ts'
import { type ImportBatch, type ImportRecord, listRecords, noteSentence, registerOf } from '../modules/imports/index.ts'
import type { Db } from '../platform/database/database.ts'
import type { Call } from './command.ts'
import { count } from './figures.ts'
import type { Imported } from './import-file.ts'

const pageSize = 500

/** The records of a batch that stay outside the register: those that could not be read, and those a person left out. */
export async function* leftOutOf(db: Db, batch: string): AsyncGenerator<ImportRecord> {
  for (let after = 0; ; ) {
    const page = await listRecords(db, batch, 'left-out', after, pageSize)
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.number
  }
}

/** One line for a file, and one for what is in the register now. */
export function reportFile({ terminal, words, lang }: Call, { batch, counts }: Omit<Imported, 'known'>): void {
  const shown = (value: number) => count(value, lang)
  terminal.line(
    words.import.fileLine(batch.fileName, {
      records: shown(counts.records),
      fresh: shown(counts.new),
      same: shown(counts.same),
      doubtful: shown(counts.doubtful),
      problem: shown(counts.problem),
    }),
  )
  if (counts.applied > 0) terminal.line(words.import.appliedLine(shown(counts.applied), shown(counts.items)))
  if (batch.problem !== null)
    terminal.line(`  ${noteSentence(batch.problem, lang, registerOf(registers, batch), batch.format)}`)
  if (counts.untitled > 0) terminal.line(words.import.untitledLine(shown(counts.untitled)))
  if (batch.state === 'staged') terminal.line(`  ${words.import.next(batch.id)}`)
}

export function reportLeftOut({ terminal, words, lang }: Call, batch: ImportBatch, record: ImportRecord): void {
  const { fileName, format } = batch
  const register = registerOf(registers, batch)
  const reasons = record.reasons.map(reason => noteSentence(reason, lang, register, format)).join(' ')
  terminal.line(words.import.leftOutLine(fileName, count(record.number, lang), reasons, record.title ?? ''))
}
