import { describeObject, type MappedObject, type ObjectWarning } from './describe-object.ts'
import { headingKey, type ObjectField, objectFieldIds, objectFields } from './fields.ts'
import type { Maker } from './object.ts'
import type { YearBounds } from './object-date.ts'

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list in a record with more members than this is no list of names. */
const mostMembers = 50

/** The text of a value: itself, its members joined, or what names it where it is an object. Addresses name nothing. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) {
    const texts = value.slice(0, mostMembers).map(textOf)
    return texts.filter(text => text.trim() !== '').join('; ')
  }
  if (!isObject(value)) return ''
  for (const name of ['vi', 'full_name', 'fc', 'name', 'label', 'text', 'value', 'en', 'cited_name']) {
    const found = value[name]
    if (typeof found === 'string' && found.trim() !== '') return found
  }
  return ''
}

/** People with the part that they had, where the source lists them as objects. */
function makersOf(value: unknown): Maker[] | undefined {
  if (!Array.isArray(value) || !value.some(isObject)) return undefined
  return value.slice(0, mostMembers).map(one => {
    const role = isObject(one) ? textOf(one['role']) : ''
    return { name: textOf(one), role: role === '' ? null : role }
  })
}

const integerIn = (value: unknown): number | null => {
  const text = textOf(value)
  const year = /^-?\d{1,4}(?=$|-\d\d-\d\d)/.exec(text)?.[0]
  return year === undefined ? null : Number(year)
}

/** The years that the source itself gives: Carnegie's earliest and latest day, Tate's range. */
function boundsOf(record: JsonObject): YearBounds {
  const range = record['dateRange']
  if (isObject(range)) return { from: integerIn(range['startYear']), to: integerIn(range['endYear']) }
  return { from: integerIn(record['creation_date_earliest']), to: integerIn(record['creation_date_latest']) }
}

/** Sizes that stand apart, where there is no text of them; of which unit they are the record does not say. */
function sizesOf(record: JsonObject): string {
  const size = (name: string) => {
    const value = record[name]
    return typeof value === 'number' && value > 0 ? String(value) : null
  }
  const sides = ['item_height', 'item_width', 'item_depth'].map(size).filter(one => one !== null)
  const across = size('item_diameter')
  return [sides.join(' × '), across === null ? '' : `⌀ ${across}`].filter(text => text !== '').join('; ')
}

interface Found {
  readonly value: unknown
  readonly vietnamese: boolean
}

/** The members that name a field, by field; where several do, the first name in the list of fields leads. */
function fieldsIn(record: JsonObject): Map<ObjectField, Found> {
  const byKey = new Map<string, unknown>()
  for (const [name, value] of Object.entries(record)) {
    const key = headingKey(name)
    if (!byKey.has(key) && textOf(value).trim() !== '') byKey.set(key, value)
  }
  const found = new Map<ObjectField, Found>()
  for (const { id, vietnamese, english } of objectFields) {
    const key = [...vietnamese, ...english].find(one => byKey.has(one))
    if (key !== undefined) found.set(id, { value: byKey.get(key), vietnamese: vietnamese.includes(key) })
  }
  return found
}

/** Only where it is spelt out: an English title without its own member stays of unknown language. */
function langOf(title: Found | undefined): string {
  if (title?.vietnamese === true) return 'vi'
  const { value } = title ?? {}
  if (!isObject(value)) return 'und'
  return textOf(value['vi']) !== '' ? 'vi' : textOf(value['en']) !== '' ? 'en' : 'und'
}

/**
 * An object of one record of JSON: a flat one with the headings of `objectFields` as names, in Vietnamese or English, or
 * one as Tate and the Carnegie Museum of Art publish theirs. Addresses of pictures and what we have no field for stay out.
 */
export function objectFromJson(value: unknown): MappedObject {
  if (!isObject(value)) return { code: 'not-an-object' }
  const found = fieldsIn(value)
  const texts: Partial<Record<ObjectField, string>> = {}
  for (const id of objectFieldIds) texts[id] = textOf(found.get(id)?.value)
  const warnings: ObjectWarning[] = []
  if ((texts.dimensions ?? '').trim() === '') {
    texts.dimensions = sizesOf(value)
    if (texts.dimensions !== '') warnings.push({ code: 'dimensions-without-unit' })
  }
  const title = found.get('title')
  if (isObject(title?.value) && (texts.titleEn ?? '') === '') texts.titleEn = textOf(title.value['en'])
  const makers = makersOf(value['creator'] ?? value['contributors'] ?? found.get('makers')?.value)
  return describeObject({
    texts,
    lang: langOf(title),
    dayFirst: found.get('date')?.vietnamese === true,
    bounds: boundsOf(value),
    warnings,
    ...(makers === undefined ? {} : { makers }),
  })
}
