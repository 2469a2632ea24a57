import type { Language } from '../../kernel/language.ts'
import type { Db } from '../../platform/database/database.ts'
import type { OwnRecords } from '../people/index.ts'
import { words } from './messages.ts'
import { lettersTo, wishesOf } from './own-record-store.ts'

/** What is kept here of a person, for them to take along. */
export async function letterRecords(db: Db, person: string, lang: Language): Promise<OwnRecords[]> {
  const { ownRecord } = words(lang)
  const fieldsOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([key, label]) => ({ key, label }))
  const [wishes, letters] = [await wishesOf(db, person), await lettersTo(db, person)]
  return [
    { key: 'wishes', title: ownRecord.wishes, fields: fieldsOf(ownRecord.wishFields), records: wishes },
    { key: 'letters', title: ownRecord.letters, fields: fieldsOf(ownRecord.letterFields), records: letters },
  ]
}
