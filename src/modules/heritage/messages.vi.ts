import type { Sentences } from '../../kernel/sentences.ts'
import type { ObjectProblem, ObjectWarning } from './describe-object.ts'
import { fieldInfo } from './fields.ts'
import type { FormProblem } from './forms.ts'
import type { ObjectMatchReason } from './match.ts'
import type { ProtocolReason } from './protocol-words.ts'
import type { RegisterRefusal, ShownChoice } from './register.ts'

const problems: Sentences<ObjectProblem> = {
  'not-an-object': () => 'Đây không phải một biểu ghi có các mục tên và giá trị, nên chưa lấy.',
  'no-title': () => 'Chưa có tên hiện vật. Mời ghi tên gọi, hoặc ít nhất là loại hiện vật.',
  'sums-row': () => 'Dòng này là dòng cộng của sổ, không phải hiện vật, nên chưa lấy.',
  'number-too-long': ({ number, limit }) => `Số kiểm kê “${number}” dài quá ${limit} ký tự. Mời xem có lệch cột không.`,
}

const warnings: Sentences<ObjectWarning> = {
  'no-number': () => 'Chưa có số kiểm kê. Hiện vật vẫn được ghi; mời bổ sung số sau.',
  'title-from-kind': () => 'Không có tên riêng nên lấy loại hiện vật làm tên.',
  'date-not-read': ({ found }) => `Niên đại “${found}” chưa hiểu chắc nên chỉ giữ nguyên chữ, chưa lọc được theo năm.`,
  'text-cut': ({ field, limit }) => `Mục “${fieldInfo(field).vi}” dài quá ${limit} ký tự nên đã cắt bớt.`,
  'image-address-left-out': () => 'Mục tệp ảnh là một địa chỉ, không phải tên tệp, nên đã bỏ.',
  'dimensions-without-unit': () => 'Kích thước chỉ có số, không ghi đơn vị đo. Mời bổ sung đơn vị.',
  'kept-back': () =>
    'Có từ chỉ đồ thờ, nghi lễ hay mộ táng, nên chỉ người làm ở nơi giữ thấy, cho đến khi nơi giữ quyết định.',
}

const reasons: Sentences<ObjectMatchReason> = {
  'same-accession-number': ({ number }) => `Trùng số kiểm kê ${number} và trùng tên.`,
  'accession-number-with-another-title': ({ number }) =>
    `Số kiểm kê ${number} đã có, nhưng ở hiện vật mang tên khác. Mời xem lại số.`,
  'same-title-maker-date-without-number': () =>
    'Trùng tên, người làm và niên đại, nhưng một bên chưa có số kiểm kê. Mời xem có phải một hiện vật không.',
}

const refusals: Sentences<RegisterRefusal> = {
  'number-taken': ({ number }) => `Số kiểm kê ${number} đã có trong sổ. Mời xem lại số.`,
  'object-gone': () => 'Hiện vật này không còn trong sổ. Mời về lại sổ hiện vật.',
  'changed-meanwhile': () =>
    'Trong lúc bạn điền, người khác đã sửa hiện vật này nên chưa ghi. Mời mở lại hiện vật ở thẻ khác để xem; bấm “Ghi” lần nữa là ghi theo bạn.',
}

const formProblems: Sentences<FormProblem> = {
  ...refusals,
  'no-title': problems['no-title'],
  'number-too-long': problems['number-too-long'],
  'number-missing': () => 'Chưa có số kiểm kê. Mời ghi số như trong sổ.',
  'text-too-long': ({ field, limit }) => `Mục “${fieldInfo(field).vi}” dài quá ${limit} ký tự. Mời viết gọn lại.`,
  'image-is-address': () => 'Mục tệp ảnh cần tên tệp, không phải địa chỉ. Mời ghi lại tên tệp.',
}

const protocol: Readonly<Record<ProtocolReason, string>> = {
  'ritual-book': 'sách cúng, bùa chú',
  'ritual-person': 'đồ của thầy cúng',
  rite: 'đồ dùng trong nghi lễ',
  altar: 'đồ thờ',
  'image-of-worship': 'tranh, tượng thờ',
  'the-dead': 'tang ma, mộ táng',
}

const shownChoices: Readonly<Record<ShownChoice, string>> = {
  'by-rule': 'Để phần mềm xem chữ trong bản ghi: có chữ chỉ việc cúng lễ, thờ tự, tang ma thì chỉ cán bộ xem',
  everyone: 'Mọi người xem được: bảo tàng đã hỏi cộng đồng có hiện vật',
  staff: 'Chỉ cán bộ xem',
}

export const vi = {
  problems,
  warnings,
  reasons,
  refusals,
  formProblems,
  protocol,
  register: { name: 'sổ hiện vật', choice: 'Hiện vật (vào sổ hiện vật)', items: 'Hiện vật đã thêm' },
  shownChoices,
  object: 'Hiện vật',
  objects: 'Hiện vật',
  where: 'Xem ở đâu',
  moreHere: 'Hiện vật khác ở đây',
  about: 'Miêu tả',
  record: 'Bản ghi',
  noRights: 'Nơi giữ chưa ghi quyền sử dụng. Mời hỏi nơi giữ trước khi dùng lại ảnh hoặc bài viết về hiện vật này.',
  takeAlong: 'Mang theo trang này',
  scan: 'Quét mã bằng điện thoại, hoặc in kèm hiện vật.',
  cite: 'Trích dẫn',
  otherForms: 'Dạng khác',
  goneTitle: 'Hiện vật này không còn trong sổ',
  goneText: 'Nơi giữ đã đưa hiện vật ra khỏi sổ. Mời tìm hiện vật khác.',
  search: 'Tìm kiếm',
  noSuchFormTitle: 'Chưa có dạng này',
  noSuchForm: 'Hiện vật có thể lấy ở các dạng sau:',
  backToObject: 'Về trang hiện vật',
  hiddenTitle: 'Chỉ cán bộ thấy trang này',
  hiddenByRule: (words: string) =>
    `Bản ghi có chữ chỉ việc cần hỏi cộng đồng trước: ${words}. Khi đã hỏi, mời chọn lại ai được xem.`,
  hiddenByChoice: 'Nơi giữ đã chọn chỉ cho cán bộ xem.',
  correct: 'Sửa',
  toRegister: 'Sổ hiện vật',
  registers: 'Sổ hiện vật',
  chooseRegister: 'Chọn sổ của nơi giữ hiện vật.',
  noRegister: 'Bạn chưa được giao ghi sổ hiện vật ở nơi nào. Mời hỏi người quản trị.',
  objectsIn: (count: string) => `${count} hiện vật`,
  registerOf: (name: string) => `Sổ hiện vật · ${name}`,
  find: 'Tìm trong sổ',
  findHelp: 'Số kiểm kê, hoặc một phần tên; gõ không dấu cũng được.',
  findButton: 'Tìm',
  onlyHidden: 'Chỉ hiện vật cán bộ xem',
  newObject: 'Ghi hiện vật mới',
  download: 'Tải sổ (Excel, CSV)',
  found: (total: string, hidden: string) => `${total} hiện vật, trong đó ${hidden} chỉ cán bộ xem`,
  noObjects: 'Chưa có hiện vật nào như vậy trong sổ.',
  added: (number: string) => `Đã ghi hiện vật ${number} vào sổ.`,
  corrected: (number: string) => `Đã sửa hiện vật ${number}.`,
  number: 'Số kiểm kê',
  title: 'Tên hiện vật',
  shownState: { everyone: 'Mọi người', staff: 'Chỉ cán bộ' },
  entered: 'Ngày ghi sổ',
  notSaved: (count: string) => `Chưa ghi được: ${count} chỗ cần sửa`,
  correctTitle: (title: string) => `Sửa hiện vật: ${title}`,
  numberHelp: 'Như ghi trên hiện vật và trong sổ. Mỗi số chỉ dùng một lần trong sổ của một nơi.',
  makersHelp: 'Nhiều tên thì cách nhau bằng dấu chấm phẩy. Không biết tên thì ghi nhóm, làng hoặc để trống.',
  dateHelp: 'Ghi như trong sổ: thế kỷ 19, khoảng 1920, 1890–1900, 28/11/1975.',
  provenanceHelp: 'Ai tặng, sưu tầm ở đâu, khi nào. Chỉ cán bộ đọc được mục này.',
  imageHelp: 'Tên tệp, không phải địa chỉ trên mạng.',
  otherTitlesHelp: 'Tên bằng tiếng dân tộc, tên gọi ở địa phương; cách nhau bằng dấu chấm phẩy.',
  whoSees: 'Ai xem được hiện vật này?',
  whoSeesHelp: 'Đồ cúng lễ, đồ thờ và những gì cộng đồng giữ riêng thì chỉ cho cán bộ xem đến khi đã hỏi cộng đồng.',
  more: 'Chi tiết',
  save: 'Ghi vào sổ',
  back: 'Về sổ hiện vật',
  shownColumn: 'Ai xem được',
}

export type Messages = typeof vi
