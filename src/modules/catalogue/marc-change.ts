import { isbn13 } from '../../kernel/isbn.ts'
import { controlField, type DataField, fieldsOf, type MarcRecord, type Subfield } from '../../standards/marc/index.ts'
import { type BookChanges, type BookField, bookFields, linesOf } from './book.ts'
import { languageCode } from './language.ts'
import { headingOf, seriesIn, seriesTags, subjectTags, yearOf } from './marc.ts'
import {
  newField,
  replaceField,
  signsAfter,
  stamped,
  withField,
  withFirst,
  withFixed,
  withSubfields,
} from './marc-edit.ts'
import { changePeople } from './marc-people.ts'
import { bare, subfields } from './marc-text.ts'

type Change = (record: MarcRecord, text: string) => MarcRecord

/** "Tôi và chúng ta: kịch" in $a and $b again, where the record had a $b. */
function titleParts(title: string, old: readonly Subfield[]): Subfield[] {
  const signs = signsAfter(old.at(-1)?.value)
  const [, main, sign, rest] = /^(.+?)(: | = |; )(.+)$/.exec(title) ?? []
  if (main === undefined || sign === undefined || !old.some(({ code }) => code === 'b'))
    return [{ code: 'a', value: `${title}${signs}` }]
  return [
    { code: 'a', value: `${main} ${sign.trim()}` },
    { code: 'b', value: `${rest}${signs}` },
  ]
}

const title: Change = (record, text) => {
  const [field, ...more] = fieldsOf(record, '245')
  const old = field?.subfields.filter(({ code }) => 'ab'.includes(code)) ?? []
  const parts = text === '' ? [] : titleParts(text, old)
  if (field === undefined) {
    const named = record.fields.some(({ tag }) => tag.startsWith('1'))
    return parts.length === 0 ? record : withField(record, newField('245', named ? '10' : '00', parts))
  }
  const first = replaceField(record, field, withSubfields(field, 'ab', parts))
  return more.reduce<MarcRecord>((so, other) => replaceField(so, other, withSubfields(other, 'ab', [])), first)
}

/** A volume that stood in 490 $v beside no series moves to where it belongs. */
const volume: Change = (record, text) => {
  const loose = fieldsOf(record, '490').filter(field => subfields(field, 'a').length === 0)
  const bareRecord = loose.reduce<MarcRecord>(
    (so, field) => replaceField(so, field, withSubfields(field, 'v', [])),
    record,
  )
  const [field] = fieldsOf(bareRecord, '245')
  const signs = signsAfter(field?.subfields.findLast(({ code }) => 'np'.includes(code))?.value)
  const parts = text === '' ? [] : [{ code: 'n', value: `${text}${signs}` }]
  if (field !== undefined) return replaceField(bareRecord, field, withSubfields(field, 'np', parts, 'ab'))
  return parts.length === 0 ? bareRecord : withField(bareRecord, newField('245', '00', parts))
}

/** 264, or 260 in older records: `code` a is the place, b the publisher, c the date. */
const published =
  (code: 'a' | 'b' | 'c'): Change =>
  (record, text) => {
    const fields = fieldsOf(record, '264').concat(fieldsOf(record, '260'))
    const holder = fields.find(field => subfields(field, code).some(value => bare(value) !== ''))
    if (holder !== undefined) return replaceField(record, holder, withFirst(holder, code, text))
    if (text === '') return record
    const part = { code, value: text }
    const [field] = fields
    return field === undefined
      ? withField(record, newField('260', '  ', [part]))
      : replaceField(record, field, withSubfields(field, code, [part], 'abc'.slice(0, 'abc'.indexOf(code))))
  }

/** The date as words, and as the coded date 1 of 008/06–14, which stands in where words fail. */
const date: Change = (record, text) => {
  const year = yearOf(text)
  return withFixed(published('c')(record, text), 6, year === null ? 'nuuuuuuuu' : `s${year}    `)
}

/** A number corrected stays in its field, with its price and binding. */
const isbns: Change = (record, text) => {
  const wanted = linesOf(text).flatMap(line => isbn13(line) ?? [])
  const held = fieldsOf(record, '020').flatMap(field => subfields(field, 'a').flatMap(value => isbn13(value) ?? []))
  const coming = wanted.filter(isbn => !held.includes(isbn))
  const changed = fieldsOf(record, '020').reduce<MarcRecord>((so, field) => {
    const parts = field.subfields.flatMap((part): Subfield[] => {
      const isbn = part.code === 'a' ? isbn13(part.value) : null
      if (isbn === null || wanted.includes(isbn)) return [part]
      const next = coming.shift()
      return next === undefined ? [] : [{ code: 'a', value: next }]
    })
    return replaceField(so, field, { ...field, subfields: parts })
  }, record)
  return coming.reduce<MarcRecord>(
    (so, isbn) => withField(so, newField('020', '  ', [{ code: 'a', value: isbn }])),
    changed,
  )
}

const language: Change = (record, text) => {
  const code = languageCode(text === '' ? null : text) ?? 'und'
  const coded = withFixed(record, 35, code)
  const spoken = fieldsOf(coded, '041').find(field => subfields(field, 'a').length > 0)
  if (spoken !== undefined) {
    const first = spoken.subfields.find(part => part.code === 'a')
    const parts = spoken.subfields.map(part => (part === first ? { ...part, value: code + part.value.slice(3) } : part))
    return replaceField(coded, spoken, { ...spoken, subfields: parts })
  }
  const hasFixed = (controlField(coded, '008')?.length ?? 0) >= 40
  return hasFixed ? coded : withField(coded, newField('041', '0 ', [{ code: 'a', value: code }]))
}

/** Pages and size keep their subfields as long as there are as many of them. */
const extent: Change = (record, text) => {
  const [field, ...more] = fieldsOf(record, '300')
  const old = field?.subfields.filter(({ code, value }) => 'abc'.includes(code) && bare(value) !== '') ?? []
  const typed = text.split('; ')
  const value = (words: string, part: Subfield | undefined) => `${words}${signsAfter(part?.value)}`
  const whole = [{ code: 'a', value: value(text, old.at(-1)) }]
  const parts: Subfield[] =
    text === ''
      ? []
      : typed.length === old.length
        ? old.map((part, at) => ({ code: part.code, value: value(typed[at] ?? '', part) }))
        : whole
  if (field === undefined) return parts.length === 0 ? record : withField(record, newField('300', '  ', parts))
  const first = replaceField(record, field, withSubfields(field, 'abc', parts))
  return more.reduce<MarcRecord>((so, other) => replaceField(so, other, withSubfields(other, 'abc', [])), first)
}

/** A list of which each value is a field: fields whose value is still there stay as they are. */
const fieldList =
  (tags: readonly string[], valueOf: (field: DataField) => string, fieldFor: (line: string) => DataField): Change =>
  (record, text) => {
    const wanted = linesOf(text)
    const held = tags.flatMap(tag => fieldsOf(record, tag)).filter(field => valueOf(field) !== '')
    const gone = held.filter(field => !wanted.includes(valueOf(field)))
    const kept: MarcRecord = {
      ...record,
      fields: record.fields.filter(field => field.kind !== 'data' || !gone.includes(field)),
    }
    const known = held.map(valueOf)
    return wanted
      .filter(line => !known.includes(line))
      .reduce<MarcRecord>((so, line) => withField(so, fieldFor(line)), kept)
  }

const series = fieldList(seriesTags, seriesIn, line => {
  const [, name = line, number] = /^(.+); ([^;]+)$/.exec(line) ?? []
  const parts = [{ code: 'a', value: name }, ...(number === undefined ? [] : [{ code: 'v', value: number }])]
  return newField('490', '0 ', parts)
})

const subjects = fieldList(subjectTags, headingOf, line =>
  newField(
    '650',
    ' 4',
    line.split(' – ').map((value, at) => ({ code: at === 0 ? 'a' : 'x', value })),
  ),
)

const noteCodes: Readonly<Record<string, string>> = { '500': 'a', '505': 'at', '520': 'a' }

const notes: Change = (record, text) => {
  const wanted = linesOf(text)
  const known = new Set<string>()
  const kept = Object.entries(noteCodes).reduce<MarcRecord>(
    (so, [tag, codes]) =>
      fieldsOf(so, tag).reduce<MarcRecord>((now, field) => {
        const parts = field.subfields.filter(({ code, value }) => {
          if (!codes.includes(code) || bare(value) === '') return true
          known.add(bare(value))
          return wanted.includes(bare(value))
        })
        return parts.length === field.subfields.length ? now : replaceField(now, field, { ...field, subfields: parts })
      }, so),
    record,
  )
  return wanted
    .filter(line => !known.has(line))
    .reduce<MarcRecord>((so, line) => withField(so, newField('500', '  ', [{ code: 'a', value: line }])), kept)
}

const classification: Change = (record, text) => {
  const fields = fieldsOf(record, '082').concat(fieldsOf(record, '080'))
  const holder = fields.find(field => subfields(field, 'a').some(value => bare(value) !== ''))
  if (holder !== undefined) return replaceField(record, holder, withFirst(holder, 'a', text))
  return text === '' ? record : withField(record, newField('082', '04', [{ code: 'a', value: text }]))
}

/** Where each field of the form stands in MARC 21 Bibliographic. */
const changers: Readonly<Record<BookField, Change>> = {
  title, // 245 $a $b
  volume, // 245 $n $p
  people: changePeople, // 100, 110, 111, 700, 710, 711
  publisher: published('b'), // 264 or 260 $b
  publicationPlace: published('a'), // 264 or 260 $a
  date, // 264 or 260 $c, 008/06–14
  isbns, // 020 $a
  language, // 041 $a, 008/35–37
  extent, // 300 $a $b $c
  series, // 440, 490 $a $v
  subjects, // 600–655
  classification, // 082, 080 $a
  notes, // 500, 505, 520
}

/** The record with just these fields changed, corrected (leader/05) at that moment (005); all else stays as it was. */
export function changeRecord(record: MarcRecord, changes: BookChanges, at: Date): MarcRecord {
  const changed = bookFields.reduce<MarcRecord>((so, field) => {
    const text = changes[field]
    return text === undefined ? so : changers[field](so, text)
  }, record)
  return stamped({ ...changed, leader: `${changed.leader.slice(0, 5)}c${changed.leader.slice(6)}` }, at)
}
