import type { Sentences } from '../../kernel/sentences.ts'
import type { ButtonProblem } from './buttons.ts'
import type { CountRefusal, UndoCountRefusal } from './decide.ts'

const countRefusals: Sentences<CountRefusal> = {
  'unknown-button': () => 'Nút này không có ở nơi này. Mời tải lại trang rồi bấm lại.',
  'unknown-facility': () => 'Cơ sở này không còn hoạt động vào ngày ấy. Mời tải lại trang rồi chọn cơ sở khác.',
  'no-number': () => 'Chưa có số người của đoàn. Mời gõ một số từ 1 trở lên, ví dụ 35.',
  'too-many': ({ limit }) => `Mỗi lần ghi nhiều nhất ${limit} người. Đông hơn, mời ghi thành nhiều lần.`,
}

const undoRefusals: Sentences<UndoCountRefusal> = {
  'nothing-to-undo': () => 'Không tìm thấy lần đếm này ở đây. Mời xem lại mục Vừa đếm.',
  'already-undone': () => 'Lần đếm này đã hoàn tác rồi.',
  'undo-too-late': () => 'Chỉ hoàn tác được lần đếm của hôm nay và hôm qua.',
}

const buttonProblems: Sentences<ButtonProblem> = {
  'no-name': () => 'Nút này chưa có tên. Mời gõ tên, ví dụ “Người lớn”; không dùng nữa thì bỏ dấu ở ô Đang dùng.',
  'name-too-long': ({ limit }) => `Tên nút dài quá ${limit} chữ, không đọc được trên điện thoại. Mời gõ ngắn lại.`,
  'same-name': ({ name }) => `Đã có nút tên “${name}”. Mời đặt tên khác.`,
  'bad-order': () => 'Thứ tự là một số từ 1 đến 99.',
  'none-left': () => 'Cần ít nhất một nút đang dùng để đếm. Mời để lại một nút.',
  'too-many-buttons': ({ limit }) => `Nhiều nhất ${limit} nút đang dùng. Mời cất bớt một nút trước.`,
}

export const vi = {
  countRefusals,
  undoRefusals,
  buttonProblems,
  title: 'Đếm khách',
  facility: 'Đếm ở cơ sở',
  lead: 'Mỗi khách vào cửa, bấm một lần.',
  people: 'Số người',
  record: (name: string) => `Ghi ${name.toLowerCase()}`,
  todayShort: (count: string) => `hôm nay ${count}`,
  counted: (name: string, count: string) => `Đã đếm: ${name}, ${count}.`,
  undone: (name: string, count: string) => `Đã hoàn tác: ${name}, ${count}.`,
  countedWord: 'Đã ghi:',
  undoneWord: 'Hoàn tác:',
  takenBack: 'Đã hoàn tác',
  undo: 'Hoàn tác',
  stillCounting: 'Vẫn đếm khách được.',
  refusedCount: 'Chưa ghi được lượt khách',
  refusedUndo: 'Chưa hoàn tác được',
  sums: 'Khách đã đếm',
  kind: 'Khách',
  today: 'Hôm nay',
  week: 'Tuần này',
  all: 'Tất cả',
  noneYet: 'Chưa đếm khách nào trong tuần này.',
  asOf: (when: string) => `Theo sổ của máy chủ lúc ${when}.`,
  justCounted: 'Vừa đếm',
  yesterday: 'Đếm hôm qua',
  nothingYet: 'Hôm nay chưa đếm ai.',
  nothingYesterday: 'Hôm qua không đếm ai.',
  line: (name: string, count: string) => `${name}, ${count}`,
  sheet: 'Tờ đếm trong ngày',
  buttons: 'Sửa các nút',
  back: 'Về trang đếm khách',
  sheetTitle: (day: string) => `Tờ đếm khách ngày ${day}`,
  showDay: 'Xem ngày',
  show: 'Xem',
  print: 'In tờ này bằng lệnh in của trình duyệt.',
  noSuchDay: 'Không có ngày này. Mời gõ như 24/11/2026, không sau hôm nay.',
  emptyDay: 'Ngày này chưa ghi khách nào. Để trống, không tính là không có khách.',
  where: 'Cơ sở',
  count: 'Số lượt',
  signed: 'Người đếm ký tên',
  buttonsTitle: 'Các nút đếm khách',
  buttonsLead: 'Nút nào không dùng nữa thì bỏ dấu ở ô Đang dùng: số đã đếm vẫn còn nguyên.',
  nameVi: 'Tên',
  nameEn: 'Tên tiếng Anh',
  order: 'Thứ tự',
  asksNumber: 'Gõ số người (lớp, đoàn)',
  inUse: 'Đang dùng',
  buttonNumber: (number: number) => `Nút ${number}`,
  newButton: 'Thêm một nút',
  newButtonHelp: 'Để trống nếu không thêm.',
  save: 'Lưu lại',
  notSaved: (count: number) => `Chưa lưu được, còn ${count} điều cần sửa`,
}

export type Messages = typeof vi
