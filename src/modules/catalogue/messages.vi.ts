import type { Sentences } from '../../kernel/sentences.ts'
import type { MatchReason } from './match.ts'
import type { CatalogueNote } from './note.ts'

const reasons: Sentences<MatchReason> = {
  'same-control-number': ({ controlKey }) => `Cùng số kiểm soát ${controlKey}.`,
  'control-number-with-another-title': ({ controlKey }) =>
    `Cùng số kiểm soát ${controlKey} nhưng nhan đề khác. Có thể hai nơi dùng trùng số, mời xem lại.`,
  'same-isbn': ({ isbn }) => `Cùng ISBN ${isbn} và cùng nhan đề.`,
  'same-title-author-year': () => 'Cùng nhan đề, tác giả và năm.',
  'isbn-with-another-title': ({ isbn }) => `Cùng ISBN ${isbn} nhưng nhan đề khác. Mời xem có gõ nhầm không.`,
  'same-title-author-unknown-year': () => 'Cùng nhan đề và tác giả, một bên không ghi năm.',
  'same-title-year-unknown-author': () => 'Cùng nhan đề và năm, một bên không ghi tác giả.',
}

const otherFormats: Readonly<Record<string, string>> = {
  holdings: 'vốn tài liệu (MARC 21 Holdings)',
  authority: 'nhất quán (MARC 21 Authority)',
  classification: 'khung phân loại (MARC 21 Classification)',
  community: 'thông tin cộng đồng (MARC 21 Community)',
}

const notes: Sentences<CatalogueNote> = {
  'title-missing': () =>
    'Cần nhan đề: biểu ghi được nhận nhưng chưa có nhan đề (245 $a). Mời bổ sung ở trang sửa mô tả.',
  'nothing-described': () => 'Không có nhan đề, tác giả, ISBN hay số đăng ký nào, nên không có gì để nhận.',
  'row-without-title': () =>
    'Dòng này không có nhan đề, như dòng chữ ký hay dòng viết tiếp, nên chưa nhận. Nếu là sách, mời ghi nhan đề vào dòng này rồi gửi lại.',
  'sums-row': () => 'Dòng này là dòng cộng của bảng, không phải sách, nên chưa nhận.',
  'deleted-at-source': () => 'Nơi gửi đã đánh dấu xóa biểu ghi này (đầu biểu, vị trí 05) nên không nhận.',
  'not-bibliographic': ({ format }) =>
    `Đây là biểu ghi ${otherFormats[format] ?? format}, không mô tả cuốn sách nào, nên chưa nhận.`,
  'isbn-wrong': ({ found }) => `“${found}” ghi là ISBN nhưng không phải ISBN đúng nên chưa dùng để tìm.`,
  'number-too-long': ({ number }) => `Số đăng ký cá biệt “${number}” quá dài nên bản này vào mục lục mà chưa có số.`,
  'numbers-expanded': ({ range }) => `“${range}” được hiểu là cả dãy số, mỗi số một bản.`,
  'copies-unclear': ({ found }) => `Chưa hiểu số bản “${found}” nên không tính theo ô này.`,
  'copies-differ': ({ said, numbered }) =>
    `Ô số bản ghi ${said} nhưng có ${numbered} số đăng ký; tính theo số đăng ký.`,
  'copy-known': ({ number }) => `Bản ${number} đã có trong mục lục nên không thêm lần nữa.`,
  'copies-known': ({ count }) => `${count} bản không có số đã có trong mục lục nên không thêm lần nữa.`,
  'barcode-taken': ({ barcode }) =>
    `Mã vạch ${barcode} đang thuộc một bản khác trong tỉnh. Bản này đã vào mục lục nhưng chưa có mã vạch, mời dán mã mới.`,
}

export const vi = {
  reasons,
  notes,
  register: { name: 'mục lục', choice: 'Sách (vào mục lục)', items: 'Bản sách đã thêm' },

  book: 'Sách',
  books: 'Sách',
  printings: (count: string) => `${count} lần in`,
  onShelf: (count: string) => `Còn ${count} bản trên giá`,
  allOut: 'Đang cho mượn hết',
  noCopies: 'Chưa có bản nào trong tỉnh',
  where: 'Ở đâu có',
  place: 'Nơi giữ',
  callNumber: 'Ký hiệu xếp giá',
  state: 'Tình trạng',
  lending: 'Mượn được',
  shelfCount: (free: string) => `Trên giá, ${free} bản`,
  waiting: 'Đang cho mượn hết',
  notHere: 'Hiện không có trên giá',
  loanDays: (days: string) => `${days} ngày`,
  readHere: 'Đọc tại chỗ',
  moreplaces: (count: string) => `Còn ${count} nơi nữa có sách này. Mời hỏi thư viện gần bạn.`,
  description: 'Mô tả',
  fact: {
    title: 'Nhan đề',
    otherTitles: 'Nhan đề khác',
    people: 'Tác giả',
    statement: 'Người làm sách',
    language: 'Tiếng',
    published: 'Xuất bản',
    extent: 'Khổ sách, số trang',
    series: 'Tùng thư',
    subjects: 'Chủ đề',
    classification: 'Phân loại',
    isbn: 'ISBN',
  },
  notesTitle: 'Giới thiệu, ghi chú',
  editions: 'Các lần in',
  edition: 'Lần in',
  copies: 'Số bản',
  year: (year: string) => `Năm ${year}`,
  noYear: 'Không ghi năm',
  download: 'Tải bản ghi',
  otherForms: 'Cả tác phẩm, dạng khác',
  noSuchFormTitle: 'Không có dạng này',
  noSuchForm: 'Trang sách này có thể lấy ở các dạng sau:',
  backToBook: 'Về trang sách',
  heldAt: (places: string) => `Có ở ${places} nơi trong tỉnh`,
  takeAlong: 'Mang trang này theo',
  scan: 'Quét mã bằng máy ảnh điện thoại để mở lại trang này, hoặc gửi cho người khác.',
  cite: 'Trích dẫn',
  notWritable: 'Bản ghi này không ghi được ra dạng bạn chọn. Mời tải dạng MARCXML (.xml).',
  goneTitle: 'Sách này không còn trong mục lục',
  goneText: 'Bản ghi đã được rút, có thể vì nhập nhầm hoặc đã ghép với bản ghi khác. Mời tìm lại theo tên.',
  search: 'Tìm sách',
}

export type Messages = typeof vi
