import { type DataField, fieldsOf, type MarcRecord } from '../../standards/marc/index.ts'
import type { Note } from '../imports/index.ts'
import type { ItemFacts } from './edition.ts'
import { bare, first, subfields } from './marc-text.ts'

/** Copies as a record describes them, and what was odd about them. */
export interface MappedItems {
  readonly items: readonly ItemFacts[]
  readonly warnings: readonly Note[]
}

/** Which subfield says what. Koha's 952 (Koha manual, "Holdings data fields"); MARC 21 Holdings, 852. */
interface Holding {
  readonly tag: string
  readonly barcode: string
  /** Where this kind of field has a place of its own for it; otherwise the barcode is the accession number too. */
  readonly accession: string
  /** Parts of the call number in the order in which they are read. */
  readonly callNumber: string
  readonly location: string
  readonly lost: string
  readonly withdrawn: string
}

const koha: Holding = {
  tag: '952',
  barcode: 'p',
  accession: 'i',
  callNumber: 'o',
  location: 'c',
  lost: '1',
  withdrawn: '0',
}
// $j is "shelving control number" in MARC 21; Vietnamese catalogues keep the accession numbers (số ĐKCB) there.
const marc21: Holding = {
  tag: '852',
  barcode: 'p',
  accession: 'j',
  callNumber: 'khi',
  location: 'c',
  lost: '',
  withdrawn: '',
}

/** What a scanner reads; anything longer is a sentence in the wrong place. */
export const longestNumber = 64

/** Copies as Koha (952) and MARC 21 holdings (852) write them; a `;` list of numbers is a list of copies. */
export function itemsOf(record: MarcRecord): MappedItems {
  const callNumber = first(record, '082', 'a') ?? first(record, '080', 'a')
  for (const holding of [koha, marc21]) {
    const found = fieldsOf(record, holding.tag).map(field => copiesIn(field, holding, callNumber))
    const items = found.flatMap(one => one.items)
    if (items.length > 0) return { items, warnings: found.flatMap(one => one.warnings) }
  }
  return { items: [], warnings: [] }
}

const numbersIn = (field: DataField, code: string): string[] =>
  code === ''
    ? []
    : subfields(field, code)
        .flatMap(value => value.split(';'))
        .map(value => value.trim().replaceAll(/\s+/g, ' '))
        .filter(value => value !== '')

const isSet = (field: DataField, code: string): boolean => numbersIn(field, code).some(value => value !== '0')

/** The number as it is, unless a scanner could never read it: then none, and a warning. */
export function usableNumber(number: string | undefined, warnings: Note[]): string | null {
  if (number === undefined) return null
  if (number.length <= longestNumber) return number
  warnings.push({ code: 'number-too-long', number: `${number.slice(0, longestNumber)}…` })
  return null
}

function copiesIn(field: DataField, holding: Holding, fallback: string | null): MappedItems {
  if (isSet(field, holding.withdrawn)) return { items: [], warnings: [] }
  const barcodes = numbersIn(field, holding.barcode)
  const accessions = numbersIn(field, holding.accession)
  const location = numbersIn(field, holding.location).join('; ') || null
  const callNumber = subfields(field, holding.callNumber).map(bare).join(' ').trim() || fallback
  const status = isSet(field, holding.lost) ? 'missing' : 'available'
  const copies = Math.max(barcodes.length, accessions.length)
  const warnings: Note[] = []
  const usable = (number: string | undefined) => usableNumber(number, warnings)
  const items = Array.from({ length: copies }, (_, at): ItemFacts => {
    const barcode = usable(barcodes[at])
    return { barcode, accessionNumber: usable(accessions[at]) ?? barcode, callNumber, location, status }
  })
  // A Koha field is one copy even where nobody gave it a number; an 852 without one only says where the library is.
  if (copies === 0 && holding === koha)
    items.push({ barcode: null, accessionNumber: null, callNumber, location, status })
  return { items, warnings }
}
