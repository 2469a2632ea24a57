import type { Language } from '../../kernel/language.ts'
import { type Sentences, say } from '../../kernel/sentences.ts'
import { jsonLinesWords } from '../../standards/json-lines/index.ts'
import { marcWords } from '../../standards/marc/index.ts'
import { tableWords } from '../../standards/table/index.ts'
import type { FileFormat, Note } from './import-batch.ts'
import { en } from './messages.en.ts'
import { type Messages, vi } from './messages.vi.ts'
import type { ImportRefusal } from './refusal.ts'
import type { Column, Register } from './register.ts'

export const words = (lang: Language): Messages => ({ vi, en })[lang]

/**
 * A stored reason or warning as a sentence. Notes come out of the database, so their codes are looked up in every list
 * that may have written them; one that a later release wrote is shown by its code.
 */
export function noteSentence(
  note: Note,
  lang: Language,
  register: Pick<Register, 'sentence'>,
  format: FileFormat,
): string {
  const marc = marcWords(lang)
  const table = tableWords(lang)
  const codecs: Readonly<Record<FileFormat, readonly object[]>> = {
    iso2709: [marc.warnings, marc.problems],
    marcxml: [marc.warnings, marc.problems],
    delimited: [table.warnings, table.problems],
    xlsx: [table.warnings, table.problems],
    'json-lines': [jsonLinesWords(lang)],
  }
  const list = [words(lang).notes, ...codecs[format]].find((one): one is Sentences<Note> => note.code in one)
  return register.sentence(note, lang) ?? (list === undefined ? note.code : say(list, note))
}

/** `columns`: those of the register, so that the sentence has a column's label and not its name. */
export function refusalSentence(refusal: ImportRefusal, lang: Language, columns: readonly Column[] = []): string {
  if (refusal.code === 'table-unreadable') return say(tableWords(lang).problems, refusal.problem)
  if (refusal.code !== 'column-missing') return say(words(lang).refusals, refusal)
  const label = columns.find(({ name }) => name === refusal.column)?.label(lang)
  return say(words(lang).refusals, { ...refusal, column: label ?? refusal.column })
}
