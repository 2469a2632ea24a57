import { formatInstant } from '../../kernel/instant.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { ActivityProblem } from './activity-form.ts'
import type { CheckInRefusal, HeldRefusal } from './check-in.ts'
import type { OrganiseRefusal } from './organise.ts'
import type { Telling } from './sign-up.ts'

const problems: Sentences<ActivityProblem> = {
  'title-missing': () => 'Chưa có tên hoạt động. Mời ghi một tên ngắn, rõ.',
  'where-missing': () => 'Chưa có chỗ. Mời chọn một cơ sở, hoặc ghi ở đâu bằng lời.',
  'commune-unknown': () => 'Chưa nhận ra xã, phường này. Mời chọn lại trong danh sách.',
  'text-too-long': ({ limit }) => `Mục này dài quá ${limit} ký tự. Mời viết gọn lại.`,
  'day-unreadable': ({ typed }) =>
    typed === ''
      ? 'Chưa có ngày. Mời ghi ngày, ví dụ 28/11/2026.'
      : `Ngày “${typed}” chưa đọc được. Mời ghi như 28/11/2026.`,
  'time-unreadable': ({ typed }) =>
    typed === '' ? 'Chưa có giờ. Mời ghi giờ, ví dụ 14:30.' : `Giờ “${typed}” chưa đọc được. Mời ghi như 14:30.`,
  'ends-before-it-starts': () => 'Giờ kết thúc phải sau giờ bắt đầu. Mời xem lại hai giờ này.',
  'too-long': ({ days }) => `Một hoạt động dài nhất ${days} ngày. Dài hơn, mời đăng thành nhiều buổi.`,
  'capacity-unreadable': ({ typed }) =>
    `Số chỗ “${typed}” chưa đọc được. Mời ghi một số từ 1, hoặc để trống nếu không giới hạn.`,
  'cost-unreadable': ({ typed }) =>
    `Mức phí “${typed}” chưa đọc được. Mời ghi số đồng, ví dụ 20000; để trống là miễn phí.`,
  'closes-before-it-opens': () => 'Hạn ghi tên phải sau lúc bắt đầu nhận. Mời xem lại hai ngày này.',
  'closes-after-it-ends': () => 'Hạn ghi tên đang sau khi hoạt động kết thúc. Mời chọn ngày sớm hơn.',
}

const refusals: Sentences<OrganiseRefusal> = {
  'fewer-than-taken': ({ taken }) =>
    `Đã có ${taken} người được nhận chỗ, không bớt chỗ của ai. Mời để số chỗ từ ${taken} trở lên.`,
  'not-changeable': () =>
    'Hoạt động đã hủy hoặc đã tổ chức xong nên không đổi nữa. Nếu đánh dấu nhầm, mời bỏ đánh dấu trước.',
  'not-a-draft': () => 'Hoạt động này đã được đăng từ trước.',
  'already-cancelled': () => 'Hoạt động này đã hủy từ trước.',
  'reason-missing': () => 'Chưa có lý do. Mời ghi một câu để người đã ghi tên hiểu vì sao.',
  'changed-meanwhile': () =>
    'Trong lúc bạn điền, hoạt động này đã được sửa nên chưa ghi. Mời mở lại ở thẻ khác để xem; bấm “Lưu lại” lần nữa là ghi theo bạn.',
}

const checkInRefusals: Sentences<CheckInRefusal> = {
  'not-published': () => 'Hoạt động này còn là bản nháp. Mời đăng trước khi điểm danh.',
  'cancelled-event': () => 'Hoạt động này đã hủy nên không điểm danh.',
  'too-early': ({ startsAt }) =>
    `Chưa đến ngày: hoạt động bắt đầu lúc ${formatInstant(startsAt, 'vi')}. Điểm danh mở từ sáng hôm đó.`,
  'unreadable-code': ({ typed }) =>
    typed === ''
      ? 'Chưa có mã. Mời quét hình hoặc gõ bốn ký tự của mã.'
      : `“${typed}” không phải mã ghi tên. Mã có bốn ký tự, ví dụ K7P2.`,
  'unknown-code': ({ typed }) =>
    `Buổi này không có mã ${typed}. Mời xem họ có ghi tên buổi khác không, hoặc đếm là khách không ghi tên.`,
  'gave-up': ({ typed }) => `Mã ${typed} đã bỏ ghi tên. Nếu họ vẫn đến, mời đếm là khách không ghi tên.`,
  'here-already': ({ at, heads }) =>
    `Mã này đã được điểm danh lúc ${formatInstant(at, 'vi')}, ${heads} người. Nếu nhầm, mời hoàn tác lượt đó.`,
  'nobody-counted': () => 'Chưa có số người. Mời ghi bao nhiêu người lớn, bao nhiêu trẻ em.',
  'nothing-to-undo': () => 'Lượt điểm danh này đã được hoàn tác từ trước.',
}

const heldRefusals: Sentences<HeldRefusal> = {
  'not-published': () => 'Hoạt động này còn là bản nháp nên chưa thể đã tổ chức.',
  'cancelled-event': () => 'Hoạt động này đã hủy nên không đánh dấu là đã tổ chức.',
  'held-already': () => 'Hoạt động này đã được đánh dấu là đã tổ chức.',
  'not-begun': ({ startsAt }) =>
    `Hoạt động bắt đầu lúc ${formatInstant(startsAt, 'vi')}. Mời đánh dấu sau khi đã bắt đầu.`,
  'total-missing': () => 'Chưa điểm danh ai. Mời ghi có tất cả bao nhiêu người đến.',
  'not-held': () => 'Hoạt động này chưa được đánh dấu là đã tổ chức.',
}

const tellings: Readonly<Record<Telling, string>> = {
  'moved-up': 'Đã có chỗ, từ danh sách chờ',
  cancelled: 'Không tổ chức nữa',
  changed: 'Đổi giờ hoặc đổi chỗ',
}

export const staffVi = {
  title: 'Hoạt động',
  titleAt: (name: string) => `Hoạt động: ${name}`,
  choose: 'Chọn nơi tổ chức.',
  newActivity: 'Thêm hoạt động',
  editActivity: (title: string) => `Sửa: ${title}`,
  none: 'Chưa có hoạt động nào. Mời thêm hoạt động đầu tiên.',
  activity: 'Hoạt động',
  time: 'Thời gian',
  seats: 'Ghi tên',
  state: 'Tình trạng',
  seatsOf: (taken: string, capacity: string) => `${taken} / ${capacity}`,
  waitingToo: (count: string) => `, chờ ${count}`,
  saved: 'Đã lưu hoạt động.',
  published: 'Đã đăng. Ai cũng xem và ghi tên được.',
  cancelledDone: 'Đã hủy, lý do hiện ở trang của hoạt động. Mời báo cho người đã ghi tên.',
  checkedIn: (code: string, heads: string) => `Đã điểm danh ${code}, ${heads} người.`,
  countedAtDoor: (heads: string) => `Đã đếm ${heads} người không ghi tên.`,
  undone: 'Đã hoàn tác lượt điểm danh.',
  heldDone: 'Đã ghi là đã tổ chức. Số liệu được cập nhật.',
  notHeldDone: 'Đã bỏ đánh dấu đã tổ chức.',
  told: 'Đã ghi là đã báo.',
  notSaved: (count: string) => `Chưa lưu được, còn ${count} điều cần sửa`,
  words: 'Tên và giới thiệu',
  fields: {
    title: 'Tên hoạt động',
    titleEn: 'Tên bằng tiếng Anh (không bắt buộc)',
    description: 'Giới thiệu',
    descriptionEn: 'Giới thiệu bằng tiếng Anh (không bắt buộc)',
    kind: 'Loại',
    facility: 'Ở cơ sở nào',
    otherPlace: 'Chỗ khác, ghi ở dưới',
    where: 'Ở đâu, phòng nào',
    whereHelp: 'Ví dụ: sân nhà văn hóa thôn; phòng đọc tầng 2.',
    commune: 'Xã, phường',
    communeHelp: 'Chỉ cần khi không ở cơ sở nào.',
    noCommune: 'Theo cơ sở đã chọn',
    day: 'Ngày',
    from: 'Từ giờ',
    timeHelp: 'Ví dụ 14:30.',
    endDay: 'Ngày kết thúc',
    endDayHelp: 'Để trống nếu trong một ngày.',
    to: 'Đến giờ',
    capacity: 'Số chỗ',
    capacityHelp: 'Để trống nếu không giới hạn.',
    opensDay: 'Nhận ghi tên từ ngày',
    opensTime: 'Giờ bắt đầu nhận',
    closesDay: 'Hạn ghi tên, ngày',
    closesTime: 'Giờ hết hạn',
    audience: 'Dành cho',
    audienceNote: 'Nói rõ hơn',
    audienceNoteHelp: 'Ví dụ: học sinh lớp 3 đến lớp 5, có người lớn đi cùng.',
    languages: 'Tiếng dùng trong buổi',
    cost: 'Phí mỗi người, đồng',
    costHelp: 'Để trống là miễn phí.',
    accessibility: 'Tiếp cận',
    accessibilityHelp: 'Ví dụ: xe lăn vào được; có người phiên dịch tiếng Mông.',
  },
  timeAndPlace: 'Thời gian và chỗ',
  signingUp: 'Ghi tên',
  forWhom: 'Dành cho ai',
  saveDraft: 'Lưu bản nháp',
  saveAndPublish: 'Lưu và đăng',
  save: 'Lưu lại',
  back: 'Thôi, quay lại',
  backToDesk: 'Về trang của buổi này',
  moreLanguages: 'Các tiếng khác',
  edit: 'Sửa',
  copy: 'Đăng thêm một buổi như vậy',
  publish: 'Đăng',
  seePublic: 'Xem trang công cộng',
  list: 'In danh sách',
  tell: 'Cần báo',
  tellCount: (count: string) => `Cần báo (${count})`,
  cancel: 'Hủy hoạt động',
  cancelHelp: 'Trang của hoạt động vẫn còn và nói lý do. Ai đã ghi tên được đưa vào danh sách cần báo.',
  reason: 'Lý do',
  cancelButton: 'Hủy hoạt động này',
  notCancelled: 'Chưa hủy được',
  notPublished: 'Chưa đăng được',
  checkIn: 'Điểm danh',
  scan: 'Quét mã hoặc gõ bốn ký tự',
  came: 'Số người đến, nếu khác lúc ghi tên',
  checkInButton: 'Điểm danh',
  undo: 'Hoàn tác',
  notCheckedIn: 'Chưa điểm danh được',
  atDoor: 'Khách không ghi tên',
  countButton: 'Đếm thêm',
  adults: 'Người lớn',
  children: 'Trẻ em',
  signedUp: 'Đã ghi tên',
  group: 'Tên',
  code: 'Mã',
  heads: 'Số người',
  reach: 'Liên hệ',
  present: 'Có mặt',
  presentOf: (heads: string, at: string) => `${heads} người, ${at}`,
  mark: (code: string) => `Điểm danh ${code}`,
  erased: 'đã xóa tên',
  nobody: 'Chưa ai ghi tên. Có thể đếm khách không ghi tên ở trên.',
  waits: 'chờ',
  lastCheckIns: 'Vừa điểm danh',
  doorLine: (heads: string) => `Khách không ghi tên: ${heads}`,
  totals: (came: string, taken: string) => `Đã đến ${came} người; ${taken} người có chỗ.`,
  held: 'Đã tổ chức',
  heldHelp:
    'Ghi là đã tổ chức thì số liệu tính một hoạt động. Ghi tên chưa phải là tham gia: chỉ người điểm danh được tính.',
  heldTotal: 'Chưa điểm danh ai. Có tất cả bao nhiêu người đến?',
  heldButton: 'Ghi là đã tổ chức',
  notHeldButton: 'Bỏ đánh dấu, tôi ghi nhầm',
  notHeldYet: 'Chưa ghi được',
  listTitle: (title: string) => `Danh sách: ${title}`,
  number: 'TT',
  signature: 'Ký tên',
  listHelp: 'Số điện thoại chỉ in ba chữ số cuối. Danh sách có tên người, xong việc mời hủy.',
  print: 'Mời dùng lệnh in của trình duyệt.',
  tellTitle: (title: string) => `Cần báo: ${title}`,
  tellHelp: 'Gọi từng nhà, đánh dấu đã báo rồi bấm ghi. Ai đã mở trang này đều được ghi lại.',
  nobodyToTell: 'Không còn ai cần báo.',
  what: 'Báo việc gì',
  toldColumn: 'Đã báo',
  toldOne: (name: string) => `Đã báo ${name}`,
  toldButton: 'Ghi là đã báo',
  tellings,
  notOpenYet: 'Chưa đến ngày nên chưa điểm danh được.',
  problems,
  refusals,
  checkInRefusals,
  heldRefusals,
}

export type StaffWords = typeof staffVi
