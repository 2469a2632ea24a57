import type { Sentences } from '../../kernel/sentences.ts'
import type { TableNote, TableProblem, TableWarning } from './problem.ts'

const formats: Readonly<Record<string, string>> = {
  xls: 'bảng tính Excel đời cũ (.xls), hoặc tệp có khóa mật khẩu. Mời mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx không mật khẩu',
  ods: 'bảng tính OpenDocument (.ods). Mời mở bằng LibreOffice rồi lưu lại thành .xlsx hoặc .csv',
  zip: 'tệp nén ZIP. Mời giải nén rồi chọn tệp bảng tính bên trong',
  gzip: 'tệp nén GZIP. Mời giải nén rồi chọn tệp bên trong',
  pdf: 'tệp PDF. Mời xin bảng tính gốc (.xlsx hoặc .csv)',
  markup: 'trang HTML hoặc XML. Mời mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx',
  delimited: 'tệp chữ thuần (như CSV), không phải .xlsx. Mời đọc như tệp CSV',
  xlsx: 'bảng tính .xlsx, không phải CSV. Mời đọc như tệp .xlsx',
}

/** The first ten of many names. */
const listed = (names: readonly string[]): string =>
  names.slice(0, 10).join(', ') + (names.length > 10 ? ` và ${names.length - 10} trang khác` : '')

const column = (number: number): string => `Ô ở cột ${number}`

const problems: Sentences<TableProblem> = {
  'not-a-table': ({ format }) => `Đây là ${formats[format] ?? 'tệp chưa rõ loại. Mời chọn tệp .xlsx hoặc .csv'}.`,
  'no-rows': () => 'Bảng không có dòng nào có chữ. Mời kiểm tra có chọn đúng tệp, đúng trang tính không.',
  'cell-too-long': ({ limit }) => `Dòng này có ô dài quá ${limit} ký tự nên chưa lấy. Mời sửa trong bảng gốc.`,
  'row-too-long': ({ limit }) => `Dòng này dài quá ${limit} ký tự nên chưa lấy. Mời sửa trong bảng gốc.`,
  'too-many-columns': ({ limit }) => `Dòng này có chữ ngoài ${limit} cột đầu nên chưa lấy. Mời bỏ bớt cột.`,
  'too-many-rows': ({ limit }) => `Bảng có quá ${limit} dòng. Các dòng sau chưa đọc; mời chia thành nhiều tệp.`,
  'coding-unknown': () =>
    'Chữ trong tệp không phải UTF-8. Mời lưu lại dạng “CSV UTF-8” (chữ TCVN3, VNI: đổi sang Unicode trước), hoặc cho biết bảng mã.',
  'coding-unsupported': ({ coding }) => `Chưa đọc được bảng mã “${coding}”. Mời lưu tệp lại dạng UTF-8.`,
  'quotes-unbalanced': ({ count }) =>
    `Quá ${count} dòng có dấu ngoặc kép (") mở mà không đóng. Mời xuất lại tệp, hoặc lưu thành .xlsx.`,
  'zip-damaged': () => 'Tệp .xlsx bị hỏng nên không mở được. Mời chép lại, hoặc mở bằng Excel rồi lưu thành tệp mới.',
  'zip-cut': () => 'Tệp .xlsx bị cụt, có thể chép hay tải lên chưa trọn. Mời chép lại.',
  'zip-encrypted': () => 'Tệp .xlsx bị khóa bằng mật khẩu. Mời bỏ mật khẩu rồi lưu lại.',
  zip64: () => 'Tệp .xlsx ghi theo kiểu ZIP64 (rất lớn) nên không đọc. Mời mở bằng Excel rồi lưu lại, hoặc chia nhỏ.',
  'zip-method': ({ part }) => `Phần “${part}” nén theo cách chưa đọc được. Mời mở bằng Excel rồi lưu thành tệp mới.`,
  'zip-too-many-entries': ({ entries, limit }) =>
    `Tệp .xlsx chứa ${entries} phần, quá giới hạn ${limit}. Mời lưu riêng trang tính cần dùng thành tệp mới.`,
  'zip-name-unsafe': ({ part }) => `Tệp chứa phần có tên không an toàn “${part}” nên không đọc. Mời xin lại tệp gốc.`,
  'zip-overlap': ({ part }) => `Phần “${part}” chồng lên phần khác trong tệp nên không đọc, vì lý do an toàn.`,
  'zip-part-damaged': ({ part }) =>
    `Phần “${part}” bị hỏng hoặc không đúng cỡ đã ghi. Mời chép lại tệp; các dòng đã đọc có thể chưa đủ.`,
  'zip-too-large': ({ part, limit }) =>
    `Phần “${part}” bung ra vượt quá ${limit} byte cho cả tệp nên dừng lại. Mời chia thành nhiều tệp.`,
  'zip-ratio': ({ part, limit }) =>
    `Phần “${part}” bung ra lớn hơn ${limit} lần nên không đọc, vì lý do an toàn. Mời mở bằng Excel, xóa các dòng trống đã kẻ khung rồi lưu lại.`,
  'zip-holds-files': ({ part }) => `Đây là tệp nén chứa tệp khác (“${part}”). Mời giải nén rồi chọn tệp bên trong.`,
  'part-missing': ({ part }) => `Tệp .xlsx thiếu phần “${part}”. Mời mở bằng Excel rồi lưu thành tệp mới.`,
  'workbook-binary': () => 'Đây là bảng tính Excel nhị phân (.xlsb). Mời lưu lại thành .xlsx.',
  'not-a-workbook': ({ part }) =>
    `Tệp này không phải bảng tính (phần chính là “${part}”, có thể là văn bản Word hay bài trình chiếu). Mời chọn tệp .xlsx.`,
  'sheet-missing': ({ sheet, sheets }) =>
    sheets.length === 0
      ? 'Tệp .xlsx không có trang tính nào. Mời kiểm tra tệp gốc.'
      : `Không có trang tính “${sheet}”. Các trang có trong tệp: ${listed(sheets)}.`,
  'xml-malformed': ({ part, reason }) =>
    `Phần “${part}” của tệp .xlsx sai cú pháp (${reason}). Mời mở bằng Excel rồi lưu thành tệp mới.`,
  'xml-doctype': ({ part }) => `Phần “${part}” có khai báo DOCTYPE nên không đọc, vì lý do an toàn.`,
  'xml-too-deep': ({ part, limit }) => `Phần “${part}” lồng nhau quá ${limit} cấp nên không đọc.`,
  'xml-too-large': ({ part, limit }) => `Phần “${part}” có một đoạn dài quá ${limit} ký tự nên không đọc.`,
  'too-many-strings': ({ limit }) =>
    `Chữ trong tệp .xlsx nhiều quá ${limit} ký tự. Mời chia thành nhiều tệp, hoặc lưu thành .csv.`,
  'too-many-styles': ({ limit }) => `Tệp .xlsx có quá ${limit} kiểu định dạng. Mời lưu thành .csv rồi nhập.`,
}

const warnings: Sentences<TableWarning> = {
  ragged: ({ cells, expected }) => `Dòng có ${cells} ô, các dòng khác có ${expected}. Mời xem các ô có lệch cột không.`,
  'quote-inside': ({ column: at }) =>
    `${column(at)} có dấu ngoặc kép (") chưa viết đúng kiểu CSV. Đã giữ như chữ thường.`,
  'quote-not-closed': () => 'Dòng có dấu ngoặc kép (") mở mà không đóng. Đã đọc như chữ thường, mời xem kỹ dòng này.',
  'text-damaged': ({ column: at }) => `${column(at)} có ký tự hỏng, hiện là dấu �.`,
  'control-character': ({ column: at }) => `${column(at)} có ký tự điều khiển, đã bỏ.`,
  'formula-without-value': ({ column: at }) =>
    `${column(at)} là công thức chưa có kết quả nên để trống. Mời mở bằng Excel rồi lưu lại.`,
  'error-value': ({ column: at, found }) => `${column(at)} là lỗi công thức ${found}.`,
  'string-missing': ({ column: at }) => `${column(at)} trỏ tới chữ không có trong tệp nên để trống.`,
  'number-unreadable': ({ column: at, found }) => `${column(at)} ghi là số nhưng là “${found}”. Đã giữ như chữ.`,
  'cell-twice': ({ column: at }) => `${column(at)} được ghi hai lần. Đã lấy lần sau.`,
  'row-number-wrong': ({ found }) => `Số dòng ghi trong tệp là “${found}”, không đúng thứ tự. Đã đếm tiếp.`,
}

const delimiters: Readonly<Record<string, string>> = {
  ',': 'dấu phẩy',
  ';': 'dấu chấm phẩy',
  '\t': 'tab',
  '|': 'dấu |',
}

const notes: Sentences<TableNote> = {
  delimited: ({ delimiter, coding }) =>
    `Đọc theo bảng mã ${coding.toUpperCase()}, các ô cách nhau bằng ${delimiters[delimiter] ?? delimiter}.`,
  'other-sheets': ({ sheet, others }) => `Đã đọc trang tính “${sheet}”. Chưa đọc: ${listed(others)}.`,
  'merged-cells': ({ count, first }) =>
    `Trang tính có ${count} vùng ô gộp (đầu tiên là ${first}). Chữ chỉ nằm ở ô đầu của mỗi vùng, các ô sau để trống.`,
}

export const vi = { problems, warnings, notes }

export type TableMessages = typeof vi
