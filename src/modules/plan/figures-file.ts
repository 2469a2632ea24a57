import { byteOrderMark, csvLine } from '../../kernel/csv.ts'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { words } from './messages.ts'
import type { Published } from './publish.ts'
import { readPublications } from './view.ts'

/** Whose figures a line gives; the province has no code. */
interface Whose {
  readonly code: string
  readonly name: string
}

/**
 * The twelve months that end with `last` as CSV: a line for each indicator, institution and month, the province first,
 * with just what the pages publish. Of one institution, when its id is given.
 */
export async function figuresFileText(
  db: Db,
  asked: { readonly institution: string | null; readonly last: YearMonth },
  whose: (institution: string) => Whose,
  lang: Language,
): Promise<string> {
  const say = words(lang)
  const notes = (value: Published): string =>
    value === null ? say.silent : value === 'not-published' ? say.notPublished : ''
  const lines = (await readPublications(db, asked.last)).flatMap(({ indicator, publication }) => {
    const all = [...publication.institutions].filter(([id]) => asked.institution === null || asked.institution === id)
    const rows: [Whose, readonly Published[]][] = all.map(([id, figures]) => [whose(id), figures])
    if (asked.institution === null) rows.unshift([{ code: '', name: say.wholeProvince }, publication.province])
    const about = [indicator.code, textIn(indicator.name, lang).text, textIn(indicator.unit, lang).text]
    return rows.flatMap(([{ code, name }, figures]) =>
      publication.months.map((month, at) => {
        const value = figures[at] ?? null
        return csvLine([...about, code, name, month, typeof value === 'number' ? value : null, notes(value)])
      }),
    )
  })
  return [byteOrderMark, csvLine(say.csv), ...lines].join('')
}
