import { formatDate } from '../../kernel/local-date.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { Verb } from './fact.ts'
import type { FreezeRefusal } from './freeze-year.ts'

const freezeRefusals: Sentences<FreezeRefusal> = {
  'year-running': ({ year, over }) =>
    `Năm ${year} chưa hết. Từ ngày ${formatDate(over, 'vi')} mới khóa được số liệu của năm ấy.`,
  'year-frozen': ({ year, on }) => `Số liệu năm ${year} đã khóa từ ngày ${formatDate(on, 'vi')}.`,
  'year-empty': ({ year }) => `Năm ${year} chưa ghi lượt nào, nên không có gì để khóa. Mời xem lại số năm.`,
}

const verbNames: Readonly<Record<Verb, string>> = {
  'copies.stocked': 'Bản sách',
  'copy.lent': 'Mượn về nhà',
  'copy.returned': 'Trả',
  'copy.read-in-room': 'Đọc tại chỗ',
  'visits.counted': 'Lượt đến',
  'activity.held': 'Hoạt động đã tổ chức',
  'activity.attended': 'Dự hoạt động',
  'institutions.stocked': 'Cơ sở',
  'objects.stocked': 'Hiện vật',
}

export const vi = { freezeRefusals, verbNames }
export type Messages = typeof vi
