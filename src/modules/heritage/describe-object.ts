import type { LocalizedText, TextIn } from '../../kernel/localized-text.ts'
import { fieldInfo, type ObjectField } from './fields.ts'
import type { DescribedObject, Maker } from './object.ts'
import { readObjectDate, type YearBounds } from './object-date.ts'
import { cutTo, manyLines, oneLine } from './object-text.ts'

/** What was put right or could not be understood; the object is taken all the same. */
export type ObjectWarning =
  | { readonly code: 'no-number' }
  | { readonly code: 'title-from-kind' }
  | { readonly code: 'date-not-read'; readonly found: string }
  | { readonly code: 'text-cut'; readonly field: ObjectField; readonly limit: number }
  | { readonly code: 'image-address-left-out' }
  | { readonly code: 'dimensions-without-unit' }
  | { readonly code: 'kept-back' }

/** Why no object could be made of it. */
export type ObjectProblem =
  | { readonly code: 'not-an-object' }
  | { readonly code: 'no-title' }
  | { readonly code: 'sums-row' }
  | { readonly code: 'number-too-long'; readonly number: string; readonly limit: number }

/** An object with what is to be said of its making, or why there is none. */
export type MappedObject = (DescribedObject & { readonly warnings: readonly ObjectWarning[] }) | ObjectProblem

/** What a file or a form says, a text to each field; what it does not say is ''. */
export interface ObjectTexts {
  readonly texts: Readonly<Partial<Record<ObjectField, string>>>
  /** BCP-47 of the title; 'und' where nobody knows. */
  readonly lang: string
  /** Whether 5/3/1975 is in March. */
  readonly dayFirst: boolean
  /** Makers with their part, where the source keeps them apart. */
  readonly makers?: readonly Maker[]
  readonly bounds?: YearBounds
  readonly warnings?: readonly ObjectWarning[]
}

const longFields: readonly ObjectField[] = ['description', 'provenance']

const addressLike = /^[a-z][a-z0-9+.-]*:|[/\\]/i

const mostMakers = 20

/** Makes an object of its texts: cleaned, cut to what a field may hold, its date read. */
export function describeObject(given: ObjectTexts): MappedObject {
  const warnings: ObjectWarning[] = [...(given.warnings ?? [])]
  const text = (field: ObjectField): string | null => {
    const written = given.texts[field] ?? ''
    const clean = longFields.includes(field) ? manyLines(written) : oneLine(written)
    const { longest } = fieldInfo(field)
    const cut = cutTo(clean, longest)
    if (cut.cut) warnings.push({ code: 'text-cut', field, limit: longest })
    return cut.text === '' ? null : cut.text
  }
  const number = oneLine(given.texts.number ?? '')
  const limit = fieldInfo('number').longest
  if ([...number].length > limit) return { code: 'number-too-long', number: cutTo(number, 80).text, limit }
  const kind = text('kind')
  const own = text('title')
  const titleEn = text('titleEn')
  const title = titleIn(own ?? (titleEn === null ? kind : null), given.lang, titleEn)
  if (title.length === 0) return { code: 'no-title' }
  if (own === null && titleEn === null) warnings.push({ code: 'title-from-kind' })
  if (number === '') warnings.push({ code: 'no-number' })
  const date = readObjectDate(text('date') ?? '', {
    dayFirst: given.dayFirst,
    ...(given.bounds === undefined ? {} : { bounds: given.bounds }),
  })
  if (date.unread && date.text !== null) warnings.push({ code: 'date-not-read', found: date.text })
  const image = text('image')
  const isAddress = image !== null && addressLike.test(image)
  if (isAddress) warnings.push({ code: 'image-address-left-out' })
  return {
    accessionNumber: number === '' ? null : number,
    facts: {
      title,
      otherTitles: listed(text('otherTitles')),
      kind,
      makers: makersOf(given, text('makers')),
      date: date.text,
      edtf: date.edtf,
      year: date.year,
      material: text('material'),
      dimensions: text('dimensions'),
      origin: text('origin'),
      rights: text('rights'),
      creditLine: text('creditLine'),
      provenance: text('provenance'),
      description: text('description'),
      image: isAddress ? null : image,
    },
    warnings,
  }
}

function titleIn(title: string | null, lang: string, english: string | null): LocalizedText {
  const entries: TextIn[] = []
  if (title !== null) entries.push({ lang, text: title, state: 'original' })
  if (english !== null && (title === null || lang !== 'en'))
    entries.push({ lang: 'en', text: english, state: title === null ? 'original' : 'translated' })
  return entries
}

/** Names in one cell stand between semicolons. */
const listed = (text: string | null): string[] =>
  (text ?? '')
    .split(';')
    .map(one => one.trim())
    .filter(one => one !== '')

function makersOf({ makers }: ObjectTexts, text: string | null): Maker[] {
  const given = makers ?? listed(text).map(name => ({ name, role: null }))
  return given
    .map(({ name, role }) => ({
      name: cutTo(oneLine(name), 200).text,
      role: role === null || oneLine(role) === '' ? null : cutTo(oneLine(role), 100).text,
    }))
    .filter(({ name }) => name !== '')
    .slice(0, mostMakers)
}
