import { byteOrderMark, csvLine } from '../../kernel/csv.ts'
import type { Language } from '../../kernel/language.ts'
import type { Db } from '../../platform/database/database.ts'
import { marcxmlCollection } from '../../standards/marc/index.ts'
import type { ImportBatch, ImportRecord } from './import-batch.ts'
import { noteSentence, words } from './messages.ts'
import { bytesOfRecords, listRecords, type RecordFilter } from './record-store.ts'

const rowsAtOnce = 500

/** Records of a batch, some hundred at a time. */
async function* inPages(db: Db, batch: string, filter: RecordFilter): AsyncGenerator<ImportRecord[]> {
  let after = 0
  for (;;) {
    const records = await listRecords(db, batch, filter, after, rowsAtOnce)
    const last = records.at(-1)
    if (last === undefined) return
    yield records
    after = last.number
  }
}

/** The whole listing of a batch as CSV (RFC 4180) in UTF-8 with its mark, which spreadsheets need for Vietnamese. */
export async function* listingCsv(db: Db, batch: string, lang: Language): AsyncGenerator<string> {
  const say = words(lang)
  yield `${byteOrderMark}${csvLine(say.csv)}`
  for await (const records of inPages(db, batch, null)) {
    yield records
      .map(record =>
        csvLine([
          record.number,
          record.offset,
          record.octets,
          record.title,
          say.outcomes[record.outcome],
          record.reasons.map(note => noteSentence(note, lang)).join(' '),
          record.warnings.map(note => noteSentence(note, lang)).join(' '),
          record.decision === null ? '' : say.decisions[record.decision],
          say.recordStates[record.state],
          record.edition,
          record.items,
        ]),
      )
      .join('')
  }
}

/** The records that stayed outside, octet by octet as in the file; XML in a collection of its own. */
export async function* leftOutFile(db: Db, batch: ImportBatch): AsyncGenerator<Uint8Array | string> {
  const xml = batch.format === 'marcxml'
  // Fragments may carry the prefix of the collection that they were cut out of.
  if (xml) yield marcxmlCollection.open.replace(' xmlns=', ' xmlns:marc="http://www.loc.gov/MARC21/slim" xmlns=')
  for await (const records of inPages(db, batch.id, 'left-out')) {
    const bytes = await bytesOfRecords(
      db,
      batch.id,
      records.map(record => record.number),
    )
    for (const { number } of records) {
      yield bytes.get(number) ?? new Uint8Array()
      if (xml) yield '\n'
    }
  }
  if (xml) yield marcxmlCollection.close
}
