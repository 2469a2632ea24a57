import type { Language } from '../../kernel/language.ts'
import { fold } from '../../kernel/vietnamese.ts'

export const objectFieldIds = [
  'number',
  'title',
  'titleEn',
  'otherTitles',
  'kind',
  'makers',
  'date',
  'material',
  'dimensions',
  'origin',
  'rights',
  'creditLine',
  'provenance',
  'description',
  'image',
] as const

/** What a column of a register may hold. */
export type ObjectField = (typeof objectFieldIds)[number]

export interface ObjectFieldInfo {
  readonly id: ObjectField
  readonly vi: string
  readonly en: string
  readonly required: boolean
  /** Code points. */
  readonly longest: number
  /** Names by which a heading is known, as people write them. */
  readonly headings: readonly string[]
  /** The Vietnamese ones of them, as `headingKey` gives them. */
  readonly vietnamese: readonly string[]
  /** English ones, and the names that collections' own files use. */
  readonly english: readonly string[]
}

/** How headings are compared: small letters without marks, blanks and signs. "Số kiểm kê:" and "so_kiem_ke" are one. */
export const headingKey = (heading: string): string => fold(heading).replace(/[^\p{L}\p{N}]+/gu, '')

const keys = (headings: string): string[] => headings.split('|').map(headingKey)

const field = (
  id: ObjectField,
  [vi, en]: readonly [string, string],
  longest: number,
  vietnamese: string,
  english: string,
  required = false,
): ObjectFieldInfo => ({
  id,
  vi,
  en,
  longest,
  headings: [...vietnamese.split('|'), ...english.split('|')],
  vietnamese: keys(vietnamese),
  english: keys(english),
  required,
})

/** The columns of a register. A heading belongs to the first field that knows it. */
export const objectFields: readonly ObjectFieldInfo[] = [
  field(
    'number',
    ['Số kiểm kê', 'Accession number'],
    60,
    'Số kiểm kê|Số đăng ký|Số hiện vật|Ký hiệu hiện vật|Mã hiện vật|Số KK|Số ĐK|Số hiệu',
    'accession number|accessionno|acc no|acno|object number|inventory number|registration number|inv no',
  ),
  field(
    'title',
    ['Tên hiện vật', 'Title'],
    500,
    'Tên hiện vật|Tên gọi|Tên|Hiện vật|Nhan đề|Tên tác phẩm|Tên gọi hiện vật',
    'title|object title|name|title vi',
    true,
  ),
  field(
    'titleEn',
    ['Tên tiếng Anh', 'Title in English'],
    500,
    'Tên tiếng Anh|Tên hiện vật tiếng Anh',
    'title en|english title|title in english',
  ),
  field(
    'otherTitles',
    ['Tên khác', 'Other names'],
    500,
    'Tên khác|Tên địa phương|Tên dân tộc|Tên gọi khác',
    'other titles|other title|other names|alternative title|foreign title|local name',
  ),
  field(
    'kind',
    ['Loại hiện vật', 'Kind of object'],
    200,
    'Loại hiện vật|Loại hình|Loại|Phân loại|Nhóm hiện vật|Thể loại',
    'kind|kind of object|object name|object type|type|classification|category',
  ),
  field(
    'makers',
    ['Người làm', 'Maker'],
    500,
    'Người làm|Người chế tác|Tác giả|Nghệ nhân|Người làm ra|Nơi sản xuất, người sản xuất',
    'maker|makers|creator|creators|artist|artists|contributors|all artists|author|made by',
  ),
  field(
    'date',
    ['Niên đại', 'Date'],
    200,
    'Niên đại|Thời gian|Năm|Năm sản xuất|Thời kỳ|Thế kỷ',
    'date|date text|creation date|dating|year|period|date made',
  ),
  field(
    'material',
    ['Chất liệu', 'Material'],
    500,
    'Chất liệu|Vật liệu|Chất liệu, kỹ thuật',
    'material|materials|medium|technique',
  ),
  field(
    'dimensions',
    ['Kích thước', 'Dimensions'],
    500,
    'Kích thước|Kích cỡ|Số đo|Kích thước (cm)',
    'dimensions|dimension|size|measurements',
  ),
  field(
    'origin',
    ['Nguồn gốc', 'Place of origin'],
    500,
    'Nguồn gốc|Xuất xứ|Nơi làm|Nguồn gốc, xuất xứ|Địa điểm|Quê gốc',
    'place|place of origin|origin|place made|culture',
  ),
  field(
    'rights',
    ['Quyền sử dụng', 'Rights'],
    500,
    'Quyền|Quyền sử dụng|Bản quyền',
    'rights|copyright|license|licence|thumbnail copyright',
  ),
  field('creditLine', ['Ghi công', 'Credit line'], 500, 'Ghi công|Lời ghi công|Dòng ghi công', 'credit line|credit'),
  field(
    'provenance',
    ['Lịch sử sưu tầm', 'Provenance'],
    10_000,
    'Lịch sử sưu tầm|Nguồn gốc, sưu tầm|Nguồn sưu tầm|Hình thức sưu tầm|Người sưu tầm|Người hiến tặng|Người tặng|Hiến tặng|Người bán|Lịch sử hiện vật|Chủ cũ|Nơi phát hiện|Địa điểm sưu tầm|Nơi sưu tầm|Ghi chú',
    'provenance|provenance text|history|donor|find spot|notes|note|remarks',
  ),
  field(
    'description',
    ['Miêu tả', 'Description'],
    10_000,
    'Miêu tả|Mô tả|Nội dung|Miêu tả hiện vật|Công dụng',
    'description|summary',
  ),
  field(
    'image',
    ['Tệp ảnh', 'Picture file'],
    200,
    'Tệp ảnh|Ảnh|Tên tệp ảnh|File ảnh|Tên file ảnh',
    'image|image file|picture file|file name|photo',
  ),
]

const byId = new Map(objectFields.map(info => [info.id, info]))

/** All that is known of a field. */
export function fieldInfo(id: ObjectField): ObjectFieldInfo {
  const info = byId.get(id)
  if (info === undefined) throw new Error(`the list of fields lacks ${id}`)
  return info
}

/** What a form, a page and a list call the field. */
export const fieldLabel = (id: ObjectField, lang: Language): string => fieldInfo(id)[lang]
