import type { Sentences } from '../../kernel/sentences.ts'
import type { BatchState, Decision, ImportRecord, Outcome, RegisterName } from './import-batch.ts'
import type { ImportNote, ImportRefusal } from './refusal.ts'

const states: Readonly<Record<BatchState, string>> = {
  mapping: 'Chờ xem các cột',
  staging: 'Đang đọc tệp',
  staged: 'Chờ xem và đồng ý',
  applying: 'Đang đưa vào',
  applied: 'Đã vào',
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
  applied: 'đã vào',
  'left-out': 'để lại',
  withdrawn: 'đã rút',
}

const decisions: Readonly<Record<Decision, string>> = {
  same: 'Đúng là một',
  new: 'Cái khác, thêm mới',
  skip: 'Không nhận',
}

const registers: Readonly<Record<RegisterName, string>> = { catalogue: 'sách', heritage: 'hiện vật' }

const kinds = {
  xls: 'Excel đời cũ (.xls), hoặc có mật khẩu. Mời mở trong Excel, chọn “Lưu thành” kiểu .xlsx, không đặt mật khẩu',
  ods: 'OpenDocument (.ods). Mời mở bằng LibreOffice, chọn “Lưu thành” kiểu .xlsx hoặc .csv',
  pdf: 'PDF. Mời xin nơi làm ra tệp bản Excel hoặc MARC',
  markup: 'trang web (HTML) dù tên có thể là .xls. Mời mở trong Excel, chọn “Lưu thành” kiểu .xlsx',
} as const

const packedTooStrongly = ({ ratio }: { readonly ratio: number }) =>
  `Tệp nén bung ra to gấp hơn ${ratio} lần, không giống dữ liệu thật, nên máy chủ dừng lại. Mời giải nén trên máy của bạn, xem lại rồi gửi tệp ở trong.`
const packedDamaged = () => 'Tệp nén (gzip) bị hỏng hoặc thiếu đoạn cuối. Mời nén hoặc tải lại, rồi gửi lần nữa.'

const notes: Sentences<ImportNote> = {
  'no-record-there': () =>
    'Trong tệp không có biểu ghi hay dòng nào để đọc. Nếu bảng nằm ở trang tính khác, mời bấm “Xem lại các cột”; nếu không, mời xuất lại tệp.',
  'no-record-read': () => 'Không có biểu ghi nào trong tệp dùng được. Mời xem lý do ở từng dòng, sửa tệp rồi gửi lại.',
  'packed-too-strongly': packedTooStrongly,
  'packed-damaged': packedDamaged,
}

/** Sentences of the codec of tables need its own words; `messages.ts` says them. */
const refusals: Sentences<Exclude<ImportRefusal, { code: 'table-unreadable' }>> = {
  'no-file': () => 'Chưa chọn tệp. Mời chọn một tệp .mrc, .xml, .xlsx hoặc .csv.',
  'no-institution': () => 'Chưa chọn nơi giữ. Mời chọn một nơi trong danh sách.',
  'not-yours': () =>
    'Bạn chưa được giao việc nhập biểu ghi cho nơi này. Mời chọn nơi khác, hoặc nhờ người phụ trách giao quyền.',
  'file-empty': () => 'Chưa đọc được tệp này vì tệp rỗng. Mời xuất lại từ phần mềm đang dùng.',
  'file-compressed': ({ kind }) =>
    `Chưa đọc được tệp này vì tệp còn nén (${kind}). Mời giải nén, rồi gửi từng tệp ở trong.`,
  'file-of-another-kind': ({ kind }) => `Chưa đọc được tệp này vì là ${kinds[kind]}, rồi gửi lại.`,
  'file-unknown': () =>
    'Chưa đọc được tệp này: không thấy MARC 21 (ISO 2709), MARCXML, bảng Excel hay CSV. Mời xuất lại từ phần mềm đang dùng theo một trong các dạng ấy.',
  'format-of-another-register': ({ register }) =>
    `Tệp dạng này chỉ nhập được cho ${registers[register]}. Mời chọn lại “Tệp này là”.`,
  'packed-too-strongly': packedTooStrongly,
  'packed-damaged': packedDamaged,
  'sheet-unknown': ({ sheet }) => `Trong tệp không có trang tính “${sheet}”. Mời chọn trang khác.`,
  'header-missing': ({ headerRow }) => `Dòng ${headerRow} của bảng không có gì. Mời xem lại đầu đề ở dòng nào.`,
  'column-missing': ({ column }) =>
    `Chưa cột nào là “${column}”, mà thiếu cột ấy thì không nhận được dòng nào. Mời chọn cột cho “${column}”.`,
  'column-unknown': ({ column }) => `Không có loại cột “${column}”. Mời chọn trong danh sách.`,
  'columns-changed': () => 'Trong khi bạn xem, có người vừa gửi lại tệp này nên các cột đã khác. Mời xem lại lần nữa.',
  'batch-unknown': () => 'Không có lô này. Mời xem lại danh sách các lô.',
  'already-running': () => 'Máy chủ đang làm việc này rồi. Mời chờ, trang tự cập nhật.',
  'not-mapping': ({ state }) => `Lô này đang ở bước “${states[state]}” nên không đổi cột được nữa.`,
  'not-staged': ({ state }) => `Lô này đang ở bước “${states[state]}” nên chưa làm được việc vừa chọn.`,
  'not-withdrawable': ({ state }) =>
    `Lô này đang ở bước “${states[state]}” nên chưa rút được. Mời chờ máy chủ làm xong.`,
  'not-readable-again': ({ state }) =>
    `Lô này đang ở bước “${states[state]}” nên không đọc lại tệp. Muốn đọc lại, mời rút lô trước.`,
  'record-not-waiting': ({ number }) => `Biểu ghi số ${number} không còn chờ quyết định.`,
  'nothing-to-join': ({ number }) => `Biểu ghi số ${number} không trùng với gì để ghép. Mời chọn “Cái khác, thêm mới”.`,
}

export const vi = {
  states,
  outcomes,
  recordStates,
  decisions,
  notes,
  refusals,

  importsTitle: 'Nhập biểu ghi',
  importsLead: 'Gửi tệp MARC, Excel hay CSV, xem lại từng biểu ghi, rồi mới đưa vào. Đưa nhầm thì rút lại cả lô.',
  batches: 'Các lô đã gửi',
  noBatches: 'Chưa có lô nào. Mời gửi tệp đầu tiên ở mẫu trên.',
  sendFile: 'Gửi một tệp',
  refusedFile: (count: number) => `Chưa nhận được tệp, còn ${count} điều cần xem`,
  institution: 'Của nơi nào',
  chooseInstitution: 'Chọn nơi giữ',
  file: 'Tệp',
  kind: 'Tệp này là',
  coding: 'Bảng mã chữ',
  codingHelp: 'Chỉ cần khi bảng tính đời cũ hiện sai chữ. Máy tự nhận Unicode, TCVN3 và VNI.',
  codingTold: 'Tự nhận',
  codings: {
    tcvn3: 'TCVN3 (ABC, phông .VnTime)',
    vni: 'VNI (phông VNI-Times)',
    'windows-1258': 'Windows-1258',
    'windows-1252': 'Windows-1252 (tiếng Anh, Pháp)',
  },
  unicode: 'Unicode',
  fontRead: (coding: string) =>
    `Chữ trong bảng gõ bằng ${coding}, đã đọc thành Unicode. Nếu hiện sai, mời chọn bảng mã khác.`,
  fileHelp: (limit: string) =>
    `MARC 21 (.mrc), MARCXML (.xml), Excel (.xlsx), CSV; nén gzip cũng được; đến ${limit}. Tệp lớn hơn, nhờ người quản trị máy chủ chạy: npm run bac-thang -- import marc TỆP`,
  send: 'Gửi tệp',
  fileColumn: 'Tệp',
  stateColumn: 'Bước',
  sentColumn: 'Gửi lúc',
  recordsColumn: 'Biểu ghi',
  copiesColumn: 'Đã thêm',
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
    new: 'Mới',
    same: 'Đã có',
    doubtful: 'Nghi trùng, cần xem',
    problem: 'Chưa nhận',
    applied: 'Đã vào',
    leftOut: 'Để lại',
    withdrawn: 'Đã rút',
    warned: 'Có điều cần lưu ý',
    untitled: 'Cần nhan đề',
    normalised: 'Chữ viết rời (NFD), đã ghép lại',
  },
  doubtfulAdvice: (count: string) =>
    `Còn ${count} biểu ghi nghi trùng chưa ai quyết. Nếu để vậy, chúng sẽ được thêm mới.`,
  all: 'Tất cả',
  warned: 'Có lưu ý',
  untitledTab: 'Cần nhan đề',
  leftOut: 'Để lại',
  filter: 'Xem theo kết quả',
  number: 'Số',
  row: 'Dòng',
  title: 'Tên',
  outcome: 'Kết quả',
  why: 'Vì sao, lưu ý',
  octet: (offset: string) => `byte ${offset}`,
  untitled: '(không có nhan đề)',
  matchedEntry: 'Xem mục đã có',
  matchedRecord: (number: string) => `Giống biểu ghi số ${number} trong tệp này.`,
  seeEntry: 'Mở trang',
  decided: (decision: string) => `Đã quyết: ${decision}.`,
  decideFor: (number: string) => `Quyết định cho biểu ghi số ${number}`,
  noRecords: 'Không có biểu ghi nào ở mục này.',
  next: 'Xem tiếp',
  fromStart: 'Về đầu',
  apply: (register: string) => `Đưa vào ${register}`,
  withdraw: 'Rút cả lô',
  downloads: 'Tải về',
  downloadLeftOut: 'Các biểu ghi để lại, đúng như trong tệp',
  downloadList: 'Cả danh sách (CSV)',
  back: 'Về lô này',
  backToList: 'Về danh sách các lô',
  confirmApply: (count: string, register: string) => `Đưa ${count} biểu ghi vào ${register}?`,
  confirmApplyText: 'Mọi người sẽ tìm thấy ngay. Nếu nhầm, vẫn rút lại được cả lô.',
  confirmWithdraw: (name: string) => `Rút cả lô “${name}”?`,
  confirmDropText: 'Chưa có gì của lô này vào hệ thống. Tệp vẫn được giữ; gửi lại tệp ấy thì làm tiếp được.',
  confirmWithdrawText: (copies: string) =>
    `${copies} bản của lô này sẽ ra khỏi hệ thống, số liệu cũng trừ lại. Bản đang cho mượn thì ở lại đến khi trả.`,
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
    'Mã trong hệ thống',
    'Bản thêm',
  ],

  place: 'Nơi giữ',

  columnsTitle: 'Các cột của bảng',
  columnsLead:
    'Máy đã đoán mỗi cột là gì. Mời xem lại, sửa chỗ sai, rồi đọc cả tệp. Lần sau, tệp có các cột này được hiểu như bạn chọn hôm nay.',
  columnsRemembered: 'Nơi này đã từng gửi bảng có đúng các cột này, nên máy hiểu như lần trước.',
  sheet: 'Trang tính',
  headerRow: 'Dòng đầu đề (0 nếu không có)',
  lookAgain: 'Xem lại bảng',
  columnHeading: 'Cột trong bảng',
  columnMeans: 'Cột này là',
  eachColumn: 'Mỗi cột là gì',
  columnSample: 'Vài dòng đầu',
  passOver: '(bỏ qua)',
  columnNumber: (number: string) => `Cột ${number}`,
  meansOf: (heading: string) => `Cột “${heading}” là`,
  readTable: 'Đọc cả tệp',
  askColumns: 'Xem lại các cột',
}

export type Messages = typeof vi
