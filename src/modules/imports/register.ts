import type { Language } from '../../kernel/language.ts'
import type { Db } from '../../platform/database/database.ts'
import type { MarcRecord } from '../../standards/marc/index.ts'
import type { FileFormat, ImportBatch, ImportRecord, Note, RegisterName } from './import-batch.ts'

/** What a record says, as the codec of its format gives it. */
export type Content =
  | { readonly form: 'marc'; readonly record: MarcRecord }
  /** The cells of a row under the names of the register's columns; columns that nobody named are not here. */
  | { readonly form: 'row'; readonly cells: Readonly<Record<string, string>> }
  | { readonly form: 'json'; readonly value: unknown }

/** A record on its way to being judged. */
export interface Incoming {
  readonly number: number
  readonly content: Content
}

/** What a register says of a record before anybody agreed to anything. */
export interface Verdict {
  /** As people would name it; null when it has no name. */
  readonly title: string | null
  readonly outcome: ImportRecord['outcome']
  /** Why it is the same or doubtful, or the one thing that keeps it out. */
  readonly reasons: readonly Note[]
  readonly warnings: readonly Note[]
  readonly matchedEntry: string | null
  /** The number of the earlier record of this file that it is the same as, or may be. */
  readonly matchedRecord: number | null
}

/** A record that is to come in. */
export interface Accepted {
  readonly staged: ImportRecord
  readonly content: Content
  /** As they were kept: the record's own octets, or a row as JSON. */
  readonly bytes: Uint8Array
}

/** What became of an accepted record. */
export interface BroughtIn {
  readonly number: number
  /** The entry that it became or joined. */
  readonly entry: string
  readonly items: number
  readonly extraWarnings: readonly Note[]
}

/** The act by which a chunk comes in or is taken back. */
export interface ChunkAct {
  readonly id: string
  readonly occurredAt: Date
}

/** A column that a register understands. */
export interface Column {
  readonly name: string
  readonly label: (lang: Language) => string
  /** Headings by which it is known, in any case and with or without marks. */
  readonly headings: readonly string[]
  /** No row can come in without this column. */
  readonly required?: true
}

/** What a register is called in sentences. */
export interface RegisterWords {
  /** "mục lục" */
  readonly name: string
  /** What its files hold, as a choice: "Sách". */
  readonly choice: string
  /** What its records bring, as in "Bản sách đã thêm". */
  readonly items: string
}

/**
 * Where records come in. The imports move files, batches and reviews; a register decides what its records are, and
 * writes them. Each function runs in a transaction that is not its own.
 */
export interface Register {
  readonly name: RegisterName
  readonly formats: readonly FileFormat[]
  readonly columns: readonly Column[]
  /** One verdict for each record, in their order. */
  judge(tx: Db, batch: ImportBatch, records: readonly Incoming[]): Promise<Verdict[]>
  /** Writes records with their facts and search documents. `countedAt`: from when they count as stock. */
  bringIn(
    tx: Db,
    act: ChunkAct,
    batch: ImportBatch,
    records: readonly Accepted[],
    countedAt: Date,
  ): Promise<BroughtIn[]>
  /** Takes back what the batch brought to these entries, as if it had not come; gives how many copies or objects. */
  takeBack(tx: Db, act: ChunkAct, batch: ImportBatch, entries: readonly string[], countedAt: Date): Promise<number>
  /** The pages of these entries. */
  pathsOf(db: Db, entries: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The sentence of a note that the register wrote; null when it is not one of its own. */
  sentence(note: Note, lang: Language): string | null
  words(lang: Language): RegisterWords
}

export const registerOf = (registers: readonly Register[], { register }: Pick<ImportBatch, 'register'>): Register => {
  const found = registers.find(one => one.name === register)
  if (found === undefined) throw new Error(`no register is named ${register}`)
  return found
}
