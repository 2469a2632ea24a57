import type { Register } from '../imports/index.ts'
import { bringIn } from './bring-in.ts'
import { judgeRecords } from './judge.ts'
import { noteSentence, words } from './messages.ts'
import { workPath } from './paths.ts'
import { bookColumns } from './row.ts'
import { takeBack } from './take-back.ts'
import { workOfEditions } from './work-store.ts'

/** The catalogue as a register into which records come from files. */
export const catalogueRegister: Register = {
  name: 'catalogue',
  formats: ['iso2709', 'marcxml', 'delimited', 'xlsx'],
  columns: bookColumns,
  judge: judgeRecords,
  bringIn,
  takeBack,
  pathsOf: async (db, editions) => {
    const works = await workOfEditions(db, editions)
    return new Map([...works].map(([edition, work]) => [edition, workPath(work)]))
  },
  sentence: noteSentence,
  words: lang => words(lang).register,
}
