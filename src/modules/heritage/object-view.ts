import { parseFuzzyDate } from '../../kernel/fuzzy-date.ts'
import { formatFuzzyDate } from '../../kernel/fuzzy-date-words.ts'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { mayAt, type Viewer } from '../../kernel/viewer.ts'
import type { Db } from '../../platform/database/database.ts'
import type { StateKind } from '../../site/index.ts'
import { institutionById, summarise } from '../institutions/index.ts'
import type { MuseumObject, ObjectFacts } from './object.ts'
import { objectById } from './object-store.ts'

/** The institution of an object, with what a visitor wants to know of it. */
export interface KeeperView {
  readonly code: string
  readonly href: string
  readonly name: string
  readonly nameLang: string | undefined
  readonly place: string
  readonly state: { readonly kind: StateKind; readonly text: string }
}

/** Everything that the page of an object shows. */
export interface ObjectView {
  readonly object: MuseumObject
  readonly keeper: KeeperView
  /** Whether whoever looks may correct it. */
  readonly mayCorrect: boolean
}

/** Whether this viewer may see the object, in whatever form. */
export const maySee = (object: MuseumObject, viewer: Viewer): boolean =>
  object.shown === 'everyone' || mayAt(viewer, 'catalogue', object.institution)

/** The object as it stands; null when it is not there for this viewer. */
export async function readObject(
  db: Db,
  id: string,
  { viewer, lang, now }: { readonly viewer: Viewer; readonly lang: Language; readonly now: Date },
): Promise<ObjectView | null> {
  const object = await objectById(db, id)
  if (object === null || !maySee(object, viewer)) return null
  const institution = await institutionById(db, object.institution)
  const [summary] = institution === null ? [] : await summarise(db, [institution], lang, now)
  if (summary === undefined) return null
  const { code, href, name, nameLang, state, place } = summary
  const where = place === null ? '' : textIn(place.name, lang).text
  return {
    object,
    keeper: { code, href, name, nameLang, state, place: where },
    mayCorrect: mayAt(viewer, 'catalogue', object.institution),
  }
}

/** The date as the register writes it; for readers of English also in their words, where it was understood. */
export function dateIn({ date, edtf }: ObjectFacts, lang: Language): string | null {
  const read = edtf === null ? null : parseFuzzyDate(edtf)
  if (date === null) return read === null ? null : formatFuzzyDate(read, lang)
  if (read === null || lang === 'vi') return date
  const inWords = formatFuzzyDate(read, lang)
  return inWords === date ? date : `${date} (${inWords})`
}
