import type { Language } from '../../kernel/language.ts'
import { type Sentences, say } from '../../kernel/sentences.ts'
import { marcWords } from '../../standards/marc/index.ts'
import type { Note } from './import-batch.ts'
import { en } from './messages.en.ts'
import { type Messages, vi } from './messages.vi.ts'
import type { ImportRefusal } from './refusal.ts'

export const words = (lang: Language): Messages => ({ vi, en })[lang]

/**
 * A stored reason or warning as a sentence. Notes come out of the database, so their codes are looked up in every list
 * that may have written them; one that a later release wrote is shown by its code.
 */
export function noteSentence(note: Note, lang: Language): string {
  const own = words(lang)
  const codec = marcWords(lang)
  const lists: readonly object[] = [own.notes, own.reasons, codec.warnings, codec.problems]
  const list = lists.find((one): one is Sentences<Note> => note.code in one)
  return list === undefined ? note.code : say(list, note)
}

export const refusalSentence = (refusal: ImportRefusal, lang: Language): string => say(words(lang).refusals, refusal)
