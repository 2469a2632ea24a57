import type { Sentences } from '../../kernel/sentences.ts'
import type { Problem, Warning, WriteRefusal } from './problem.ts'

const shown = (text: string): string => text.replaceAll(' ', '␣')

const warnings: Sentences<Warning> = {
  'record-length-wrong': ({ declared, octets }) =>
    `Đầu biểu ghi ghi độ dài “${shown(declared)}”, thật ra là ${octets} byte. Đã đọc theo dấu kết thúc.`,
  'base-address-wrong': ({ declared, octets }) =>
    `Đầu biểu ghi ghi vùng dữ liệu bắt đầu ở “${shown(declared)}”, thật ra ở byte ${octets}. Đã đọc theo dấu kết thúc.`,
  'leader-mended': ({ found }) =>
    `Đầu biểu ghi “${shown(found)}” có vị trí không đúng MARC 21. Khi ghi ra sẽ được sửa.`,
  'record-terminator-missing': () => 'Biểu ghi thiếu dấu kết thúc (1D). Đã tách khỏi biểu ghi sau theo độ dài.',
  'field-terminator-missing': ({ tag }) => `Trường ${tag} thiếu dấu kết thúc (1E), phần cuối có thể bị cụt.`,
  'directory-terminator-missing': () => 'Danh mục trường thiếu dấu kết thúc (1E). Đã đọc theo địa chỉ ghi ở đầu biểu.',
  'directory-unordered': () => 'Danh mục trường xếp khác thứ tự dữ liệu. Đã đọc theo danh mục.',
  'directory-wrong': ({ entries, fields }) =>
    `Danh mục ghi ${entries} trường, dữ liệu có ${fields} trường, vị trí không khớp. Đã ghép lại, mời xem kỹ biểu ghi này.`,
  'field-without-tag': ({ octet, octets }) =>
    `Có ${octets} byte dữ liệu từ byte ${octet} không rõ thuộc trường nào nên chưa lấy vào.`,
  'field-missing': ({ tag }) => `Danh mục có trường ${tag} nhưng không thấy dữ liệu của trường này.`,
  'terminator-inside-field': ({ tag }) => `Trường ${tag} có dấu kết thúc lạc ở giữa. Đã thay bằng dấu cách.`,
  'tag-invalid': ({ tag }) => `Nhãn trường “${shown(tag)}” không hợp lệ nên trường này chưa lấy vào.`,
  'field-empty': ({ tag }) => `Trường ${tag} không có trường con nào nên bỏ qua.`,
  'indicators-mended': ({ tag, found }) =>
    `Chỉ thị “${shown(found)}” của trường ${tag} không hợp lệ. Ký tự sai được thay bằng dấu cách.`,
  'text-before-subfield': ({ tag }) => `Trường ${tag} có chữ đứng trước trường con đầu tiên. Đã đặt vào trường con $a.`,
  'subfield-code-invalid': ({ tag, found }) =>
    `Trường ${tag} có dấu trường con mà mã ${found === '' ? 'để trống' : `là “${shown(found)}”`}. Chữ đi sau được nối vào trường con trước.`,
  'subfields-in-control-field': ({ tag }) => `Trường kiểm soát ${tag} lại chứa trường con. Đã giữ phần chữ.`,
  'control-character': ({ tag }) => `Trường ${tag} có ký tự điều khiển. Xuống dòng được thay bằng dấu cách.`,
  'text-damaged': ({ tag, octet, count }) =>
    `Trường ${tag} có ${count} chỗ không đọc được theo bảng mã của biểu ghi, chỗ đầu ở byte ${octet}. Các chỗ ấy hiện là dấu �.`,
  'text-damaged-in-xml': ({ tag, count }) => `Trường ${tag} có ${count} ký tự hỏng, hiện là dấu �.`,
  'coding-mislabelled': () => 'Đầu biểu ghi nói bảng mã là MARC-8 nhưng chữ là UTF-8. Đã đọc theo UTF-8.',
  'leader-missing': () => 'Biểu ghi không có đầu biểu (leader). Đã dùng đầu biểu của sách in.',
  'ampersand-unescaped': () =>
    'XML có dấu & viết trần hoặc tên ký tự lạ (như &nbsp;). Đã giữ nguyên văn như chữ thường.',
  'element-ignored': ({ element }) => `Phần tử <${element}> không thuộc MARCXML nên bỏ qua.`,
  'more-warnings': ({ count }) => `Còn ${count} điều cần xem nữa trong biểu ghi này.`,
  'attribute-missing': ({ element, attribute }) => `Phần tử <${element}> thiếu thuộc tính ${attribute}.`,
}

const problems: Sentences<Problem> = {
  'not-a-record': ({ octets }) => `Đoạn ${octets} byte này không phải biểu ghi MARC. Mời xem lại tệp gốc ở vị trí này.`,
  'no-fields': ({ octets }) =>
    `Biểu ghi ${octets} byte này không đọc được trường nào. Mời xuất lại biểu ghi từ phần mềm gốc.`,
  'cut-at-end': ({ octets }) =>
    `Biểu ghi cuối tệp bị cụt sau ${octets} byte. Có thể tệp chép chưa trọn, mời chép lại rồi nhập.`,
  'record-too-large': ({ octets, limit }) =>
    `Có ${octets} byte liền nhau không có dấu kết thúc biểu ghi, quá giới hạn ${limit}. Mời kiểm tra tệp có đúng là MARC không.`,
  'xml-malformed': ({ reason }) =>
    `XML sai cú pháp (${reason}) nên biểu ghi này chưa lấy được. Mời sửa tệp ở vị trí này.`,
  'xml-doctype': () => 'Tệp XML có khai báo DOCTYPE nên không đọc, vì lý do an toàn. Mời bỏ dòng DOCTYPE rồi nhập lại.',
  'xml-too-deep': ({ limit }) =>
    `Tệp XML lồng nhau quá ${limit} cấp nên không đọc. Mời kiểm tra tệp có đúng là MARCXML không.`,
  'xml-coding-unknown': ({ coding }) =>
    `Tệp XML dùng bảng mã “${coding}” chưa đọc được. Mời chuyển sang UTF-8 rồi nhập lại.`,
  'xml-without-records': () => 'Tệp XML không có biểu ghi MARC nào. Mời chọn tệp MARCXML.',
}

const refusals: Sentences<WriteRefusal> = {
  'record-too-long': ({ octets, limit }) =>
    `Biểu ghi dài ${octets} byte, ISO 2709 chỉ chứa được ${limit}. Mời tải về dạng MARCXML, dạng ấy không giới hạn.`,
  'field-too-long': ({ tag, octets, limit }) =>
    `Trường ${tag} dài ${octets} byte, ISO 2709 chỉ chứa được ${limit}. Mời tải về dạng MARCXML, dạng ấy không giới hạn.`,
  'tag-not-allowed': ({ tag }) => `Nhãn trường “${shown(tag)}” không hợp lệ. Nhãn có ba chữ số, ví dụ 245.`,
  'indicator-not-allowed': ({ tag, found }) =>
    `Chỉ thị “${shown(found)}” của trường ${tag} không hợp lệ. Chỉ thị là một chữ số, một chữ thường hoặc để trống.`,
  'subfield-code-not-allowed': ({ tag, found }) =>
    `Mã trường con “${shown(found)}” của trường ${tag} không hợp lệ. Mã là một chữ số hoặc một chữ thường.`,
  'field-without-subfields': ({ tag }) => `Trường ${tag} chưa có trường con nào. Mời điền, hoặc bỏ trường này.`,
  'character-not-allowed': ({ tag, codePoint }) =>
    `Trường ${tag} có ký tự điều khiển U+${hex(codePoint)} không ghi ra được. Mời xóa ký tự ấy.`,
}

const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase().padStart(4, '0')

export const vi = { warnings, problems, refusals }

export type MarcMessages = typeof vi
