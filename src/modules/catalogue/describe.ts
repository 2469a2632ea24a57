import type { Language } from '../../kernel/language.ts'
import { type LocalizedText, textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { cataloguingWords } from './cataloguing-words.ts'
import { descriptionRows, editionRows } from './item-store.ts'
import { workPath } from './paths.ts'

/** A copy in the words of a list: what it is, its barcode, where its page is. */
export interface ItemDescription {
  readonly item: string
  readonly title: string
  readonly barcode: string
  readonly path: string
}

/** The title with its volume, as people name a book. */
export function titleIn(title: LocalizedText, volume: string | null, lang: Language): string {
  const text = title.length === 0 ? '' : textIn(title, lang).text
  return volume === null ? text : `${text} · ${volume}`
}

/** Stands where a title is still owed, so that the book can be seen, opened and mended. */
const untitled: LocalizedText = [
  { lang: 'vi', text: cataloguingWords('vi').untitled, state: 'original' },
  { lang: 'en', text: cataloguingWords('en').untitled, state: 'translated' },
]

export const orUntitled = (title: LocalizedText): LocalizedText => (title.length > 0 ? title : untitled)

/** The same for a page or a list, which always has something to say. */
export const shownTitle = (title: LocalizedText, volume: string | null, lang: Language): string =>
  titleIn(orUntitled(title), volume, lang)

/** Describes copies, the withdrawn ones included: a loan outlives the copy's place in the catalogue. */
export async function describeItems(
  db: Db,
  items: readonly string[],
  lang: Language,
): Promise<Map<string, ItemDescription>> {
  const rows = await descriptionRows(db, items)
  return new Map(
    rows.map(row => [
      row.item,
      {
        item: row.item,
        title: shownTitle(row.title, row.volume, lang),
        barcode: row.barcode ?? row.accessionNumber ?? '',
        path: workPath(row.work),
      },
    ]),
  )
}

/** The same of editions, the withdrawn ones included. */
export async function describeEditions(
  db: Db,
  editions: readonly string[],
  lang: Language,
): Promise<Map<string, { readonly title: string; readonly path: string }>> {
  const rows = await editionRows(db, editions)
  return new Map(
    rows.map(row => [row.edition, { title: shownTitle(row.title, row.volume, lang), path: workPath(row.work) }]),
  )
}

/** For the `lang` attribute: nothing where the page's language is meant or nobody knows. */
export const langOf = (lang: string, page: Language): string | undefined =>
  lang === 'und' || lang === page ? undefined : lang
