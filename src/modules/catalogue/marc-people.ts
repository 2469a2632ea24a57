import { type DataField, fieldsOf, type MarcRecord } from '../../standards/marc/index.ts'
import { linesOf, personLine, personOf } from './book.ts'
import { contributorsIn, nameTags } from './marc.ts'
import { newField, withField } from './marc-edit.ts'

const isMain = ({ tag }: DataField): boolean => tag.startsWith('1')

/** The same name as main entry (1XX) or as added entry (7XX). */
const entered = (field: DataField, main: boolean): DataField => ({
  ...field,
  tag: `${main ? '1' : '7'}${field.tag.slice(1)}`,
})

function newName(line: string): DataField {
  const { name, role } = personOf(line)
  return newField('700', '0 ', [{ code: 'a', value: name }, ...(role === null ? [] : [{ code: 'e', value: role }])])
}

/** The fields that these lines ask for, in their order: those of the record where the whole of one is still wanted. */
function wantedFields(held: readonly DataField[], lines: readonly string[]): DataField[] {
  const left = [...held]
  const fields: DataField[] = []
  for (let at = 0; at < lines.length; ) {
    const named = (field: DataField) => contributorsIn(field).map(personLine)
    const found = left.findIndex(field => {
      const own = named(field)
      return own.length > 0 && own.every((line, more) => lines[at + more] === line)
    })
    const [field] = found < 0 ? [] : left.splice(found, 1)
    fields.push(field ?? newName(lines[at] ?? ''))
    at += field === undefined ? 1 : named(field).length
  }
  return fields
}

/** Names by the lines of the form. The first is the main entry, unless the record had none and its first name stays. */
export function changePeople(record: MarcRecord, text: string): MarcRecord {
  const lines = linesOf(text)
  const names = new Set(lines.map(line => personOf(line).name))
  const held = nameTags.flatMap(tag => fieldsOf(record, tag))
  const wanted = wantedFields(held, lines)
  const [first] = wanted
  const underTitle = !held.some(isMain) && first !== undefined && held.includes(first)
  // A second field of the same name (another part in the book) shows nowhere in the form, so it stays with its name.
  const gone = held.filter(
    field => wanted.includes(field) || !contributorsIn(field).every(({ name }) => names.has(name)),
  )
  const others: MarcRecord = {
    ...record,
    fields: record.fields.filter(field => field.kind !== 'data' || !gone.includes(field)),
  }
  return wanted.reduce<MarcRecord>((so, field, at) => withField(so, entered(field, at === 0 && !underTitle)), others)
}
