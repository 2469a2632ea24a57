import { formatInteger } from '../../kernel/numbers.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { TargetRefusal } from './target.ts'
import type { TargetProblem } from './target-form.ts'

const refusals: Sentences<TargetRefusal | TargetProblem> = {
  'nothing-changed': () => 'Chưa có số nào khác với kế hoạch đang đặt. Mời sửa một ô, hoặc quay lại xem số liệu.',
  'source-missing': () => 'Còn thiếu văn bản giao kế hoạch. Ví dụ: Kế hoạch 251/KH-UBND.',
  'source-too-long': ({ limit }) => `Tên văn bản dài quá ${limit} chữ. Mời viết ngắn lại.`,
  'reason-missing': ({ ended }) =>
    `Có ${ended} ô bỏ trống chỗ đang có kế hoạch: như thế là thôi kế hoạch ấy. Mời ghi lý do, hoặc điền lại số.`,
  'reason-too-long': ({ limit }) => `Lý do dài quá ${limit} chữ. Mời viết ngắn lại.`,
  'number-unclear': ({ typed }) =>
    `“${typed}” không phải số nguyên từ 1. Ví dụ 40000 hoặc 40.000; không có kế hoạch thì để trống.`,
  'number-too-large': ({ limit }) => `Số lớn quá ${formatInteger(limit, 'vi')}. Mời xem lại các chữ số.`,
  'line-unclear': ({ line, typed }) => `Dòng ${line} “${typed}” cần mã cơ sở rồi đến số, ví dụ: TVT 40.000.`,
  'code-unknown': ({ line, typed }) => `Dòng ${line}: không có cơ sở nào mang mã “${typed}” trong bảng dưới đây.`,
}

export const vi = {
  title: 'Đặt kế hoạch',
  lead: 'Số giao cho từng cơ sở, theo văn bản. Số mới thay số cũ từ hôm nay; số cũ vẫn còn trong lịch sử. Để trống là không có kế hoạch.',
  choose: 'Chọn chỉ số và kỳ',
  indicator: 'Chỉ số',
  period: 'Kỳ',
  show: 'Xem',
  year: (year: string) => `năm ${year}`,
  wholeProvince: 'Toàn tỉnh',
  institution: 'Cơ sở',
  holding: 'Đang đặt',
  noPlan: 'chưa có',
  holds: (count: string, source: string, since: string) => `${count} · ${source}, từ ${since}`,
  ended: (reason: string, since: string) => `đã thôi từ ${since}: ${reason}`,
  wanted: (unit: string) => `Kế hoạch (${unit})`,
  wantedOf: (name: string) => `Kế hoạch của ${name}`,
  source: 'Văn bản giao kế hoạch',
  sourceHelp: 'Số, ngày, cơ quan; hiện cạnh con số ở trang công khai.',
  reason: 'Lý do thôi kế hoạch',
  reasonHelp: 'Chỉ cần khi xóa trống một ô đang có số.',
  paste: 'Dán từ bảng tính',
  pasteHelp: 'Mỗi dòng một cơ sở: mã ở cột đầu, số ở cột cuối. Toàn tỉnh ghi TOAN-TINH. Dòng dán thay ô của cơ sở ấy.',
  save: 'Lưu lại',
  back: 'Xem số liệu',
  refused: (count: string) => `Chưa lưu được, còn ${count} điều cần sửa`,
  done: (count: string) => `Đã đặt ${count} chỉ tiêu. Trang số liệu đã theo số mới.`,
  history: 'Những lần đã đặt',
  noHistory: 'Chưa ai đặt kế hoạch cho chỉ số và kỳ này.',
  since: 'Từ ngày',
  value: 'Số',
  endedValue: 'thôi',
  by: 'Người đặt',
  why: 'Văn bản, lý do',
  unknownPeriod: (typed: string, shown: string) => `“${typed}” không phải năm hay tháng. Dưới đây là ${shown}.`,
  refusals,
}
