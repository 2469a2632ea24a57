import type { Language } from '../../kernel/language.ts'
import { type Sentences, say } from '../../kernel/sentences.ts'
import type { Note } from '../imports/index.ts'
import { en } from './messages.en.ts'
import { type Messages, vi } from './messages.vi.ts'

export const words = (lang: Language): Messages => ({ vi, en })[lang]

/** A stored reason or warning of the catalogue as a sentence; null when it is not one of its own. */
export function noteSentence(note: Note, lang: Language): string | null {
  const own = words(lang)
  const lists: readonly object[] = [own.notes, own.reasons]
  const list = lists.find((one): one is Sentences<Note> => note.code in one)
  return list === undefined ? null : say(list, note)
}
