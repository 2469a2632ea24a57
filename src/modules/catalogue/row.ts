import { isbn13 } from '../../kernel/isbn.ts'
import type { Language } from '../../kernel/language.ts'
import { type Column, type Note, textNumbers } from '../imports/index.ts'
import type { Contributor, EditionFacts, ItemFacts } from './edition.ts'
import { languageCode, languageOfTitle, languageTag } from './language.ts'
import { type MappedRecord, yearOf } from './marc.ts'
import { usableNumber } from './marc-items.ts'
import { bare } from './marc-text.ts'

type RowColumn = Omit<Column, 'label'> & { readonly vi: string; readonly en: string }

/** What a spreadsheet of books has in its columns, and under which headings libraries here keep it. */
const columns = [
  {
    name: 'title',
    vi: 'Nhan đề',
    en: 'Title',
    headings: ['nhan đề', 'tên sách', 'tên tài liệu', 'tên ấn phẩm', 'tựa sách', 'tiêu đề', 'tên', 'title'],
    required: true,
  },
  {
    name: 'otherTitles',
    vi: 'Nhan đề khác',
    en: 'Other titles',
    headings: ['nhan đề khác', 'tên khác', 'nhan đề song song'],
  },
  { name: 'volume', vi: 'Tập', en: 'Volume', headings: ['tập', 'tập số', 'quyển', 'volume', 'vol'] },
  {
    name: 'people',
    vi: 'Tác giả (cách nhau bằng ;)',
    en: 'Authors (apart by ;)',
    headings: ['tác giả', 'họ tên tác giả', 'người biên soạn', 'author', 'authors', 'creator'],
  },
  { name: 'publisher', vi: 'Nhà xuất bản', en: 'Publisher', headings: ['nhà xuất bản', 'nxb', 'nhà xb', 'publisher'] },
  {
    name: 'publicationPlace',
    vi: 'Nơi xuất bản',
    en: 'Place of publication',
    headings: ['nơi xuất bản', 'nơi xb', 'place of publication'],
  },
  {
    name: 'date',
    vi: 'Năm xuất bản',
    en: 'Year',
    headings: ['năm xuất bản', 'năm xb', 'năm', 'nxb năm', 'year', 'date', 'publication year'],
  },
  { name: 'isbn', vi: 'ISBN', en: 'ISBN', headings: ['isbn', 'chỉ số isbn', 'mã isbn'] },
  { name: 'language', vi: 'Tiếng', en: 'Language', headings: ['ngôn ngữ', 'tiếng', 'ngữ', 'language'] },
  {
    name: 'extent',
    vi: 'Số trang, khổ',
    en: 'Extent',
    headings: ['số trang', 'khổ', 'khổ sách', 'mô tả vật lý', 'pages', 'extent'],
  },
  { name: 'series', vi: 'Tùng thư', en: 'Series', headings: ['tùng thư', 'bộ sách', 'tủ sách', 'series'] },
  {
    name: 'subjects',
    vi: 'Chủ đề (cách nhau bằng ;)',
    en: 'Subjects (apart by ;)',
    headings: ['chủ đề', 'đề mục', 'từ khóa', 'thể loại', 'môn loại', 'lĩnh vực', 'subject', 'subjects', 'keywords'],
  },
  {
    name: 'notes',
    vi: 'Ghi chú, tóm tắt',
    en: 'Notes',
    headings: ['tóm tắt', 'giới thiệu', 'nội dung', 'notes', 'summary'],
  },
  {
    name: 'classification',
    vi: 'Phân loại',
    en: 'Classification',
    headings: ['phân loại', 'ký hiệu phân loại', 'chỉ số phân loại', 'cspl', 'ddc', 'bbk', 'classification'],
  },
  {
    name: 'callNumber',
    vi: 'Ký hiệu xếp giá',
    en: 'Call number',
    headings: ['ký hiệu xếp giá', 'kí hiệu xếp giá', 'ký hiệu kho', 'call number', 'shelf mark'],
  },
  {
    name: 'accessionNumbers',
    vi: 'Số đăng ký cá biệt (cách nhau bằng ;)',
    en: 'Accession numbers (apart by ;)',
    headings: [
      'số đăng ký cá biệt',
      'số cá biệt',
      'đkcb',
      'số đkcb',
      'số đăng ký',
      'accession number',
      'accession numbers',
    ],
  },
  {
    name: 'barcodes',
    vi: 'Mã vạch (cách nhau bằng ;)',
    en: 'Barcodes (apart by ;)',
    headings: ['mã vạch', 'barcode', 'barcodes'],
  },
  {
    name: 'copies',
    vi: 'Số bản',
    en: 'Number of copies',
    headings: ['số lượng', 'số bản', 'số cuốn', 'sl', 'copies', 'quantity'],
  },
  {
    name: 'location',
    vi: 'Kho, vị trí',
    en: 'Location',
    headings: ['vị trí tài liệu', 'vị trí', 'kho', 'nơi để', 'giá kệ', 'kệ', 'location', 'shelf'],
  },
] as const satisfies readonly RowColumn[]

type ColumnName = (typeof columns)[number]['name']

export const bookColumns: readonly Column[] = columns.map(({ vi, en, ...column }) => ({
  ...column,
  label: (lang: Language) => (lang === 'vi' ? vi : en),
}))

/** More copies under one row without numbers of their own are a slip of the hand. */
const mostUncounted = 500

/** Several names or words in one cell. */
const listed = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(/[;\n]/)
      .map(bare)
      .filter(one => one !== ''),
  ),
]

const languages: Readonly<Record<string, string>> = {
  việt: 'vi',
  anh: 'en',
  pháp: 'fr',
  nga: 'ru',
  trung: 'zh',
  hoa: 'zh',
  nhật: 'ja',
  hàn: 'ko',
  đức: 'de',
}

/** "Tiếng Việt", "vie", "vi", "Anh"; null for anything else. */
function languageOf(text: string | undefined): string | null {
  const typed =
    text
      ?.trim()
      .toLowerCase()
      .replace(/^tiếng\s+/, '') ?? ''
  return languages[typed] ?? (/^[a-z]{2}$/.test(typed) && languageCode(typed) !== null ? typed : languageTag(typed))
}

/** A row of a spreadsheet as an edition with its copies. The cells stand under the names of `bookColumns`. */
export function mapRow(cells: Readonly<Partial<Record<string, string>>>): MappedRecord {
  const cell = (name: ColumnName): string | null => bare(cells[name] ?? '') || null
  const title = cell('title') ?? ''
  const language = languageOf(cells['language'])
  const typedIsbns = listed(cells['isbn'])
  const facts: EditionFacts = {
    title: title === '' ? [] : [{ lang: language ?? languageOfTitle(title), text: title, state: 'original' }],
    volume: cell('volume'),
    otherTitles: listed(cells['otherTitles']),
    people: listed(cells['people']).map((name): Contributor => ({ name, role: null })),
    statement: null,
    publisher: cell('publisher'),
    publicationPlace: cell('publicationPlace'),
    date: cell('date'),
    year: yearOf(cell('date')),
    language,
    extent: cell('extent'),
    series: listed(cells['series']),
    subjects: listed(cells['subjects']),
    notes: [cell('notes')].filter(note => note !== null),
    classification: cell('classification'),
    isbns: [...new Set(typedIsbns.flatMap(typed => isbn13(typed) ?? []))],
  }
  const { items, warnings } = copiesOf(cells, cell)
  const wrong = typedIsbns
    .filter(typed => isbn13(typed) === null)
    .map((typed): Note => ({ code: 'isbn-wrong', found: typed.slice(0, 40) }))
  return { facts, items, controlKey: null, warnings: [...warnings, ...wrong] }
}

function copiesOf(
  cells: Readonly<Partial<Record<string, string>>>,
  cell: (name: ColumnName) => string | null,
): Pick<MappedRecord, 'items' | 'warnings'> {
  const warnings: Note[] = []
  const numbersIn = (name: ColumnName): string[] => {
    const { numbers, expanded } = textNumbers(cells[name] ?? '')
    warnings.push(...expanded.map((range): Note => ({ code: 'numbers-expanded', range: range.slice(0, 80) })))
    return numbers
  }
  const accessions = numbersIn('accessionNumbers')
  const barcodes = numbersIn('barcodes')
  const numbered = Math.max(accessions.length, barcodes.length)
  const said = cell('copies')
  const counted = /^\d{1,6}$/.test(said ?? '') ? Number(said) : null
  if (said !== null && (counted === null || counted > mostUncounted))
    warnings.push({ code: 'copies-unclear', found: said.slice(0, 40) })
  if (counted !== null && numbered > 0 && counted !== numbered)
    warnings.push({ code: 'copies-differ', said: counted, numbered })
  const count = numbered > 0 ? numbered : counted !== null && counted <= mostUncounted ? counted : 0
  const kept = { callNumber: cell('callNumber') ?? cell('classification'), location: cell('location') }
  const usable = (number: string | undefined) => usableNumber(number, warnings)
  const items = Array.from({ length: count }, (_, at): ItemFacts => {
    const accession = usable(accessions[at])
    return { ...kept, barcode: usable(barcodes[at]) ?? accession, accessionNumber: accession, status: 'available' }
  })
  return { items, warnings }
}
