import type { Language } from '../../kernel/language.ts'
import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { mayAt, type Viewer } from '../../kernel/viewer.ts'
import type { Db } from '../../platform/database/database.ts'
import { institutionByCode, institutionsByIds, libraries } from '../institutions/index.ts'
import type { CataloguingRefusal } from './cataloguing-refusal.ts'

/** Where somebody may catalogue. */
export interface CataloguingPlace {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** The institutions at which this viewer may catalogue, in Vietnamese order; the libraries for a right everywhere. */
export async function cataloguingPlaces(
  db: Db,
  viewer: Viewer,
  lang: Language,
  now: Date,
): Promise<CataloguingPlace[]> {
  const held = viewer.rights.filter(({ right }) => right === 'catalogue')
  const institutions = held.some(({ institution }) => institution === null)
    ? await libraries(db, localDateAt(now))
    : await institutionsByIds(db, [...new Set(held.flatMap(({ institution }) => institution ?? []))])
  return institutions.map(({ id, code, name }) => ({ id, code, name: textIn(name, lang).text }))
}

/** The institution that a form names, or why nothing may be done there. */
export async function placeNamed(
  db: Db,
  viewer: Viewer,
  code: string,
): Promise<
  { readonly id: string; readonly code: string } | Extract<CataloguingRefusal, { code: 'no-institution' | 'not-yours' }>
> {
  const institution = await institutionByCode(db, code)
  if (institution === null) return { code: 'no-institution' }
  return mayAt(viewer, 'catalogue', institution.id) ? institution : { code: 'not-yours' }
}
