import { byteOrderMark, csvLine } from '../../kernel/csv.ts'
import type { Language } from '../../kernel/language.ts'
import type { Db } from '../../platform/database/database.ts'
import { marcxmlCollection } from '../../standards/marc/index.ts'
import { type ImportBatch, type ImportRecord, isTable, type Note } from './import-batch.ts'
import { noteSentence, words } from './messages.ts'
import { bytesOfRecords, listRecords, type RecordFilter } from './record-store.ts'
import type { Register } from './register.ts'

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
export async function* listingCsv(
  db: Db,
  batch: ImportBatch,
  register: Register,
  lang: Language,
): AsyncGenerator<string> {
  const sentence = (note: Note) => noteSentence(note, lang, register, batch.format)
  const say = words(lang)
  yield `${byteOrderMark}${csvLine(say.csv)}`
  for await (const records of inPages(db, batch.id, null)) {
    yield records
      .map(record =>
        csvLine([
          record.number,
          record.offset,
          record.octets,
          record.title,
          say.outcomes[record.outcome],
          record.reasons.map(sentence).join(' '),
          record.warnings.map(sentence).join(' '),
          record.decision === null ? '' : say.decisions[record.decision],
          say.recordStates[record.state],
          record.entry,
          record.items,
        ]),
      )
      .join('')
  }
}

/**
 * The records that stayed outside, as in the file: octet by octet, XML in a collection of its own; rows as CSV under
 * their headings.
 */
export async function* leftOutFile(db: Db, batch: ImportBatch): AsyncGenerator<Uint8Array | string> {
  const { open, close, one } = leftOutForm(batch)
  yield open
  for await (const records of inPages(db, batch.id, 'left-out')) {
    const bytes = await bytesOfRecords(
      db,
      batch.id,
      records.map(record => record.number),
    )
    for (const { number } of records) yield* one(bytes.get(number) ?? new Uint8Array())
  }
  yield close
}

interface LeftOutForm {
  readonly open: string
  readonly close: string
  one(bytes: Uint8Array): (Uint8Array | string)[]
}

function leftOutForm({ format, layout }: ImportBatch): LeftOutForm {
  if (format === 'marcxml')
    return {
      // Fragments may carry the prefix of the collection that they were cut out of.
      open: marcxmlCollection.open.replace(' xmlns=', ' xmlns:marc="http://www.loc.gov/MARC21/slim" xmlns='),
      close: marcxmlCollection.close,
      one: bytes => [bytes, '\n'],
    }
  if (!isTable(format))
    return { open: '', close: '', one: bytes => [bytes, ...(format === 'json-lines' ? ['\n'] : [])] }
  const headings = layout?.columns.map(({ heading }) => heading) ?? []
  return {
    open: `${byteOrderMark}${csvLine(headings)}`,
    close: '',
    one: bytes => {
      const cells: unknown = JSON.parse(new TextDecoder().decode(bytes))
      return [csvLine(Array.isArray(cells) ? cells.map(String) : [])]
    },
  }
}
