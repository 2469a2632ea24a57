import { type Sentences, say } from '../../kernel/sentences.ts'
import type { Note, Register } from '../imports/index.ts'
import { bringIn, takeBack } from './bring-in.ts'
import { objectFields } from './fields.ts'
import { judgeObjects } from './judge.ts'
import { words } from './messages.ts'
import { objectPath } from './paths.ts'

/** The registers of objects as one into which records come from files. */
export const heritageRegister: Register = {
  name: 'heritage',
  formats: ['json-lines', 'delimited', 'xlsx'],
  columns: objectFields.map(({ id, vi, en, headings, required }) => ({
    name: id,
    label: lang => (lang === 'vi' ? vi : en),
    headings,
    ...(required ? { required } : {}),
  })),
  judge: judgeObjects,
  bringIn,
  takeBack,
  pathsOf: async (_db, objects) => new Map(objects.map(object => [object, objectPath(object)])),
  sentence: (note, lang) => {
    const { problems, warnings, reasons, refusals } = words(lang)
    const lists: readonly object[] = [problems, warnings, reasons, refusals]
    const list = lists.find((one): one is Sentences<Note> => note.code in one)
    return list === undefined ? null : say(list, note)
  },
  words: lang => words(lang).register,
}
