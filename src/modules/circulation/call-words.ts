import type { Language } from '../../kernel/language.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { CallRefusal } from './call-reader.ts'

const vi = {
  title: 'Danh sách gọi điện',
  failedLetters: 'Thư chưa gửi được',
  csv: 'Tải bảng (CSV)',
  intro: 'Bạn đọc mượn ở nơi này đã quá hạn mà thư không tới được. Gọi xong bấm Đã gọi, người khác không gọi lại nữa.',
  nobody: 'Không có ai cần gọi.',
  reader: 'Bạn đọc',
  phone: 'Điện thoại',
  noPhone: 'Chưa có số',
  late: 'Tài liệu quá hạn',
  why: 'Vì',
  whys: { 'no-address': 'Không nhận thư', 'letter-failed': 'Thư không gửi được' },
  days: (days: number) => `quá ${days} ngày`,
  called: 'Đã gọi',
  calledOf: (name: string) => `Đã gọi ${name}`,
  calledList: 'Đã gọi trong 7 ngày',
  calledAt: 'Gọi lúc',
  done: 'Đã ghi cuộc gọi.',
  notDone: 'Chưa ghi cuộc gọi',
  refusals: {
    'returned-meanwhile': () => 'Cuốn này vừa được trả. Danh sách dưới đây đã bỏ ra.',
  } satisfies Sentences<CallRefusal> as Sentences<CallRefusal>,
  columns: ['Bạn đọc', 'Điện thoại', 'Tài liệu', 'Mã vạch', 'Hạn trả', 'Quá hạn (ngày)', 'Đã gọi'],
}

const en: typeof vi = {
  title: 'Whom to ring',
  failedLetters: 'Letters that did not go out',
  csv: 'Download as a table (CSV)',
  intro: 'Readers with late books from here whom no letter reaches. Press Rung afterwards, so that nobody rings again.',
  nobody: 'Nobody needs to be rung.',
  reader: 'Reader',
  phone: 'Telephone',
  noPhone: 'No number yet',
  late: 'Overdue',
  why: 'Because',
  whys: { 'no-address': 'Gets no letters', 'letter-failed': 'The letter did not go out' },
  days: days => `${days} ${days === 1 ? 'day' : 'days'} late`,
  called: 'Rung',
  calledOf: name => `Rung ${name}`,
  calledList: 'Rung within 7 days',
  calledAt: 'Rung at',
  done: 'The call is written down.',
  notDone: 'The call was not written down',
  refusals: { 'returned-meanwhile': () => 'This book has just come back. The list below leaves it out.' },
  columns: ['Reader', 'Telephone', 'Item', 'Barcode', 'Due', 'Days late', 'Rung'],
}

export const callWords = (lang: Language) => (lang === 'en' ? en : vi)
