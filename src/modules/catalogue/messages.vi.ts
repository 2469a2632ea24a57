import type { Sentences } from '../../kernel/sentences.ts'
import type { BatchState, Decision, ImportRecord, Outcome } from './import-batch.ts'
import type { MatchReason } from './match.ts'
import type { ImportNote } from './note.ts'
import type { ImportRefusal } from './refusal.ts'

const states: Readonly<Record<BatchState, string>> = {
  staging: 'Đang đọc tệp',
  staged: 'Chờ xem và đồng ý',
  applying: 'Đang đưa vào mục lục',
  applied: 'Đã vào mục lục',
  withdrawing: 'Đang rút',
  withdrawn: 'Đã rút',
  failed: 'Chưa đọc được',
}

const outcomes: Readonly<Record<Outcome, string>> = {
  new: 'Mới',
  same: 'Đã có',
  doubtful: 'Nghi trùng',
  problem: 'Chưa nhận',
}

const recordStates: Readonly<Record<ImportRecord['state'], string>> = {
  staged: 'chờ',
  applied: 'đã vào mục lục',
  'left-out': 'để lại',
  withdrawn: 'đã rút',
}

const decisions: Readonly<Record<Decision, string>> = {
  same: 'Cùng một ấn phẩm',
  new: 'Ấn phẩm khác',
  skip: 'Không nhận',
}

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

const notes: Sentences<ImportNote> = {
  'no-title': () => 'Biểu ghi không có nhan đề (trường 245 $a) nên chưa nhận. Mời bổ sung rồi nhập lại.',
  'deleted-at-source': () => 'Nơi gửi đã đánh dấu xóa biểu ghi này (đầu biểu, vị trí 05) nên không nhận.',
  'no-record-read': () => 'Không có biểu ghi nào trong tệp dùng được. Mời xem lý do ở từng dòng, sửa tệp rồi gửi lại.',
  'isbn-wrong': ({ found }) => `“${found}” ở trường 020 không phải ISBN đúng nên chưa dùng để tìm.`,
  'number-too-long': ({ number }) => `Số đăng ký cá biệt “${number}” quá dài nên bản này vào mục lục mà chưa có số.`,
  'copy-known': ({ number }) => `Bản ${number} đã có trong mục lục nên không thêm lần nữa.`,
  'barcode-taken': ({ barcode }) =>
    `Mã vạch ${barcode} đang thuộc một bản khác trong tỉnh. Bản này đã vào mục lục nhưng chưa có mã vạch, mời dán mã mới.`,
}

const refusals: Sentences<ImportRefusal> = {
  'no-file': () => 'Chưa chọn tệp. Mời chọn một tệp .mrc hoặc .xml.',
  'no-institution': () => 'Chưa chọn nơi giữ sách. Mời chọn một nơi trong danh sách.',
  'not-yours': () =>
    'Bạn chưa được giao việc nhập biểu ghi cho nơi này. Mời chọn nơi khác, hoặc nhờ người phụ trách giao quyền.',
  'file-empty': () => 'Chưa đọc được tệp này vì tệp rỗng. Mời xuất lại từ phần mềm thư viện.',
  'file-compressed': ({ kind }) =>
    `Chưa đọc được tệp này vì tệp còn nén (${kind}). Mời giải nén, rồi gửi tệp .mrc hoặc .xml ở trong.`,
  'file-unknown': () =>
    'Chưa đọc được tệp này: không thấy MARC 21 (ISO 2709) hay MARCXML. Mời xuất lại từ phần mềm thư viện, chọn MARC 21 hoặc MARCXML.',
  'batch-unknown': () => 'Không có lô này. Mời xem lại danh sách các lô.',
  'already-running': () => 'Máy chủ đang làm việc này rồi. Mời chờ, trang tự cập nhật.',
  'not-staged': ({ state }) => `Lô này đang ở bước “${states[state]}” nên chưa làm được việc vừa chọn.`,
  'not-withdrawable': ({ state }) =>
    `Lô này đang ở bước “${states[state]}” nên chưa rút được. Mời chờ máy chủ làm xong.`,
  'not-readable-again': ({ state }) =>
    `Lô này đang ở bước “${states[state]}” nên không đọc lại tệp. Muốn đọc lại, mời rút lô trước.`,
  'record-not-waiting': ({ number }) => `Biểu ghi số ${number} không còn chờ quyết định.`,
  'nothing-to-join': ({ number }) =>
    `Biểu ghi số ${number} không trùng với ấn phẩm nào để ghép. Mời chọn “Ấn phẩm khác”.`,
}

export const vi = {
  states,
  outcomes,
  recordStates,
  decisions,
  reasons,
  notes,
  refusals,

  importsTitle: 'Nhập biểu ghi',
  importsLead:
    'Gửi tệp từ phần mềm thư viện, xem lại từng biểu ghi, rồi mới đưa vào mục lục. Đưa nhầm thì rút lại cả lô.',
  batches: 'Các lô đã gửi',
  noBatches: 'Chưa có lô nào. Mời gửi tệp đầu tiên ở mẫu trên.',
  sendFile: 'Gửi một tệp',
  refusedFile: (count: number) => `Chưa nhận được tệp, còn ${count} điều cần xem`,
  institution: 'Sách của nơi nào',
  chooseInstitution: 'Chọn nơi giữ sách',
  file: 'Tệp MARC',
  fileHelp: (limit: string) =>
    `ISO 2709 (.mrc) hoặc MARCXML (.xml), bảng mã UTF-8 hoặc MARC-8, đến ${limit}. Tệp lớn hơn, nhờ người quản trị máy chủ chạy: npm run bac-thang -- import marc TỆP`,
  send: 'Gửi tệp',
  fileColumn: 'Tệp',
  stateColumn: 'Bước',
  sentColumn: 'Gửi lúc',
  recordsColumn: 'Biểu ghi',
  copiesColumn: 'Bản sách',
  nothingToChoose: 'Bạn chưa được giao việc nhập biểu ghi cho nơi nào.',

  knownBatch: 'Tệp này đã được gửi trước đây cho nơi này, nên đây là lô đã có. Không có gì bị nhập hai lần.',
  progress: (done: string, total: string) => `${done} trên ${total}`,
  progressOf: { staging: 'Đã đọc (KB)', applying: 'Biểu ghi đã vào', withdrawing: 'Biểu ghi đã rút' },
  refreshing: 'Trang tự cập nhật vài giây một lần. Đóng trang lại, máy chủ vẫn làm tiếp.',
  stopped: (code: string) =>
    `Việc này đã dừng giữa chừng (mã ${code}). Những gì đã ghi còn nguyên, mời bấm để làm tiếp.`,
  goOn: 'Làm tiếp',
  readAgain: 'Đọc lại tệp',
  records: 'Biểu ghi trong tệp',
  counts: 'Kết quả đọc tệp',
  countNames: {
    records: 'Biểu ghi trong tệp',
    new: 'Ấn phẩm mới',
    same: 'Ấn phẩm đã có',
    doubtful: 'Nghi trùng, cần xem',
    problem: 'Chưa nhận',
    applied: 'Đã vào mục lục',
    leftOut: 'Để lại ngoài mục lục',
    withdrawn: 'Đã rút',
    items: 'Bản sách đã thêm',
    warned: 'Có điều cần lưu ý',
    normalised: 'Chữ viết rời (NFD), đã ghép lại',
  },
  doubtfulAdvice: (count: string) =>
    `Còn ${count} biểu ghi nghi trùng chưa ai quyết. Nếu để vậy, chúng vào mục lục như ấn phẩm mới.`,
  all: 'Tất cả',
  warned: 'Có lưu ý',
  leftOut: 'Để lại',
  filter: 'Xem theo kết quả',
  number: 'Số',
  title: 'Nhan đề',
  outcome: 'Kết quả',
  why: 'Vì sao, lưu ý',
  octet: (offset: string) => `byte ${offset}`,
  untitled: '(không có nhan đề)',
  matchedEdition: 'Xem ấn phẩm đã có',
  matchedRecord: (number: string) => `Giống biểu ghi số ${number} trong tệp này.`,
  seeEdition: 'Xem trong mục lục',
  decided: (decision: string) => `Đã quyết: ${decision}.`,
  decideFor: (number: string) => `Quyết định cho biểu ghi số ${number}`,
  noRecords: 'Không có biểu ghi nào ở mục này.',
  next: 'Xem tiếp',
  fromStart: 'Về đầu',
  apply: 'Đưa vào mục lục',
  withdraw: 'Rút cả lô',
  downloads: 'Tải về',
  downloadLeftOut: 'Các biểu ghi để lại, đúng như trong tệp',
  downloadList: 'Cả danh sách (CSV)',
  back: 'Về lô này',
  backToList: 'Về danh sách các lô',
  confirmApply: (count: string) => `Đưa ${count} biểu ghi vào mục lục?`,
  confirmApplyText: 'Sách sẽ tìm thấy và mượn được ngay. Nếu nhầm, vẫn rút lại được cả lô.',
  confirmWithdraw: (name: string) => `Rút cả lô “${name}”?`,
  confirmWithdrawText: (copies: string) =>
    `${copies} bản sách của lô này sẽ ra khỏi mục lục, số liệu cũng trừ lại. Bản đang cho mượn thì ở lại đến khi trả.`,
  csv: [
    'Số',
    'Byte bắt đầu',
    'Số byte',
    'Nhan đề',
    'Kết quả',
    'Vì sao',
    'Lưu ý',
    'Quyết định',
    'Tình trạng',
    'Ấn phẩm',
    'Bản thêm',
  ],

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
