import type { Field, MarcRecord } from '../../standards/marc/index.ts'

/** Fields that say by their first indicator, 0, that they are private. MARC 21 Bibliographic, 541, 542, 561, 583. */
const mayBePrivate = ['541', '542', '561', '583']

/** Fields whose subfield x is the nonpublic note. MARC 21 Bibliographic, 583; Holdings, 852, 863–865, 876–878; Koha, 952. */
const withNonpublicNote = ['583', '852', '863', '864', '865', '876', '877', '878', '952']

function publicField(field: Field): Field[] {
  if (field.kind === 'control') return [field]
  if (mayBePrivate.includes(field.tag) && field.ind1 === '0') return []
  if (!withNonpublicNote.includes(field.tag)) return [field]
  const subfields = field.subfields.filter(({ code }) => code !== 'x')
  if (subfields.length === field.subfields.length) return [field]
  return subfields.length === 0 ? [] : [{ ...field, subfields }]
}

/** The record without what its cataloguers marked as not for the public; the same object when that is nothing. */
export function publicRecord(record: MarcRecord): MarcRecord {
  const fields = record.fields.flatMap(publicField)
  const whole = fields.length === record.fields.length && fields.every((field, at) => field === record.fields[at])
  return whole ? record : { ...record, fields }
}
