import { formatInstant } from '../../kernel/instant.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { ActivityKind, ActivityState, AudienceKind } from './activity.ts'
import type { ChangeRefusal, SignUpRefusal } from './seats.ts'
import type { HelpedRefusal } from './sign-up-acts.ts'
import type { SignUpProblem } from './sign-up-form.ts'

const seatRefusals: Sentences<Extract<ChangeRefusal, SignUpRefusal>> = {
  'too-few-seats': ({ left, heads }) =>
    left === 0
      ? 'Đã hết chỗ. Mời để cả nhà vào danh sách chờ: có chỗ trống, nhà mình được báo theo thứ tự.'
      : `Chỉ còn ${left} chỗ, nhà mình ghi ${heads} người. Mời bớt ${heads - left === 1 ? 'một' : heads - left} người, hoặc để cả nhà vào danh sách chờ.`,
  'others-wait': ({ left, waiting }) =>
    `Còn ${left} chỗ, nhưng đã có ${waiting} người ghi trước đang chờ. Mời để cả nhà vào danh sách chờ, theo thứ tự.`,
  'larger-than-the-house': ({ capacity, heads }) =>
    `Buổi này có tất cả ${capacity} chỗ, nhà mình ghi ${heads} người. Mời chia ra, hoặc gọi nơi tổ chức để cùng bàn.`,
}

const signUpRefusals: Sentences<SignUpRefusal> = {
  ...seatRefusals,
  cancelled: ({ reason }) => `Hoạt động này không tổ chức nữa: ${reason}`,
  'not-yet-open': ({ opensAt }) => `Chưa đến lúc nhận ghi tên. Mời trở lại từ ${formatInstant(opensAt, 'vi')}.`,
  closed: ({ closedAt }) =>
    `Đã hết hạn ghi tên lúc ${formatInstant(closedAt, 'vi')}. Mời gọi nơi tổ chức, có thể vẫn còn chỗ.`,
  begun: () => 'Hoạt động này đã bắt đầu hoặc đã xong nên không nhận ghi tên nữa. Mời xem hoạt động khác.',
}

const helpedRefusals: Sentences<HelpedRefusal> = {
  ...signUpRefusals,
  'signed-before': () => 'Người này đã có tên ở hoạt động này rồi. Muốn đổi số người thì đổi ở trang của người ấy.',
  'turn-over': () => 'Lượt giúp này đã khép. Mời nhập số thẻ lần nữa.',
}

const changeRefusals: Sentences<ChangeRefusal> = {
  ...seatRefusals,
  'too-few-seats': ({ left, heads }) =>
    left === 0
      ? 'Đã hết chỗ nên chưa thêm người được. Số người giữ như cũ; nếu cần, mời gọi nơi tổ chức.'
      : `Chỉ còn ${left} chỗ, nhà mình muốn thêm ${heads} người. Số người giữ như cũ; mời thêm ít hơn.`,
  'others-wait': ({ waiting }) =>
    `Đã có ${waiting} người đang chờ nên chưa thêm người được. Số người giữ như cũ; mời gọi nơi tổ chức.`,
  over: () => 'Hoạt động đã bắt đầu, đã xong hoặc không tổ chức nữa nên không đổi được.',
  'already-cancelled': () => 'Lần ghi tên này đã bỏ từ trước.',
  'already-here': () => 'Nhà mình đã được điểm danh rồi nên không đổi ở đây nữa. Mời hỏi người ở cửa.',
}

const problems: Sentences<SignUpProblem> = {
  'name-missing': () => 'Chưa có tên. Mời ghi tên nhà mình hoặc tên nhóm, ví dụ: Nhà cô Mẩy.',
  'name-too-long': ({ limit }) => `Tên dài quá ${limit} ký tự. Mời viết gọn lại.`,
  'heads-unreadable': ({ typed }) => `Số người “${typed}” chưa đọc được. Mời ghi bằng chữ số, ví dụ 2.`,
  'no-heads': () => 'Chưa có số người. Mời ghi bao nhiêu người lớn, bao nhiêu trẻ em.',
  'too-many-heads': ({ most }) => `Mỗi lần ghi được ${most} người. Đoàn đông hơn, mời gọi nơi tổ chức.`,
  'contact-empty': () => 'Chưa có cách liên hệ. Mời ghi một số điện thoại hoặc một thư điện tử.',
  'phone-short': ({ digits, wanted }) =>
    wanted - digits === 1
      ? `Số điện thoại còn thiếu một chữ số. Số này có ${wanted} chữ số, ví dụ 0912 345 678.`
      : `Số điện thoại còn thiếu ${wanted - digits} chữ số. Số di động có 10 chữ số, ví dụ 0912 345 678.`,
  'phone-long': ({ digits, wanted }) =>
    `Số điện thoại thừa ${digits - wanted} chữ số. Số này chỉ có ${wanted} chữ số, ví dụ 0912 345 678.`,
  'phone-unknown': () => 'Chưa đọc được số điện thoại này. Mời ghi số ở Việt Nam, bắt đầu bằng 0, ví dụ 0912 345 678.',
  'email-unreadable': () => 'Chưa đọc được thư điện tử này. Mời ghi đủ tên, dấu @ và nơi nhận, ví dụ may@example.vn.',
  'not-a-person': () => 'Ô cuối biểu mẫu phải để trống. Mời xóa những gì có trong ô đó rồi gửi lại.',
}

const kinds: Readonly<Record<ActivityKind, string>> = {
  talk: 'Nói chuyện',
  workshop: 'Học làm',
  reading: 'Đọc sách',
  performance: 'Biểu diễn',
  exhibition: 'Trưng bày',
  class: 'Lớp học',
  club: 'Câu lạc bộ',
  contest: 'Hội thi',
  festival: 'Ngày hội',
  visit: 'Tham quan',
  other: 'Hoạt động khác',
}

const audiences: Readonly<Record<AudienceKind, string>> = {
  everyone: 'Mọi người',
  children: 'Trẻ em',
  young: 'Thanh niên, học sinh',
  families: 'Cả gia đình',
  adults: 'Người lớn',
  elders: 'Người cao tuổi',
  teachers: 'Giáo viên, người làm thư viện',
}

const states: Readonly<Record<ActivityState, string>> = {
  draft: 'Bản nháp',
  published: 'Sắp tới',
  cancelled: 'Không tổ chức nữa',
  held: 'Đã tổ chức',
}

const weekdays = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật']

export const vi = {
  calendar: 'Hoạt động',
  calendarLead: 'Buổi đọc, lớp học, ngày hội ở thư viện, bảo tàng, nhà văn hóa và nơi học trong tỉnh.',
  upcoming: 'Sắp tới',
  past: 'Đã qua',
  seePast: 'Xem những hoạt động đã qua',
  seeUpcoming: 'Xem những hoạt động sắp tới',
  none: 'Chưa có hoạt động nào như vậy. Mời xem cả tỉnh, hoặc hỏi nơi gần bạn.',
  wholeProvince: 'Xem cả tỉnh',
  found: (count: string) => `${count} hoạt động`,
  filter: 'Lọc',
  commune: 'Xã, phường',
  institution: 'Nơi tổ chức',
  month: 'Tháng',
  anyCommune: 'Cả tỉnh',
  anyInstitution: 'Nơi nào cũng được',
  anyMonth: 'Tháng nào cũng được',
  today: 'Hôm nay',
  weekdays,
  kinds,
  audiences,
  states,
  when: 'Lúc',
  until: 'đến',
  where: 'Ở đâu',
  holder: 'Nơi tổ chức',
  forWhom: 'Dành cho',
  spoken: 'Tiếng nói',
  cost: 'Phí',
  free: 'Miễn phí',
  access: 'Tiếp cận',
  signUpUntil: 'Ghi tên đến',
  over: 'Đã xong',
  stateCancelled: 'Không tổ chức nữa',
  stateRunning: 'Đang diễn ra',
  stateNoLimit: 'Còn chỗ, không giới hạn',
  stateSeats: (left: string) => `Còn ${left} chỗ`,
  stateFew: (left: string) => `Chỉ còn ${left} chỗ`,
  stateFull: (waiting: string) =>
    waiting === '0' ? 'Hết chỗ, nhận vào danh sách chờ' : `Hết chỗ, ${waiting} người đang chờ`,
  stateWaiting: (left: string, waiting: string) => `Còn ${left} chỗ, ${waiting} người đang chờ trước`,
  stateNotOpen: (when: string) => `Nhận ghi tên từ ${when}`,
  stateClosed: 'Đã hết hạn ghi tên',
  cancelledTitle: 'Không tổ chức nữa',
  signUp: 'Ghi tên',
  signUpWait: 'Ghi tên vào danh sách chờ',
  signUpTitle: (title: string) => `Ghi tên: ${title}`,
  toPhone: 'Ghi vào lịch của máy (.ics)',
  share: 'Gửi cho người khác',
  shareHelp: 'Quét mã này bằng điện thoại, hoặc gửi địa chỉ:',
  organise: 'Việc của người tổ chức',
  notSigned: (count: string) => `Chưa ghi tên được, còn ${count} điều cần sửa`,
  refusedTitle: 'Chưa ghi tên được',
  groupName: 'Tên nhà mình hoặc tên nhóm',
  groupNameHelp: 'Để người ở cửa biết gọi ai, ví dụ: Nhà cô Mẩy, Lớp 4A.',
  adults: 'Người lớn',
  children: 'Trẻ em (dưới 16 tuổi)',
  howMany: 'Nhà mình mấy người',
  contact: 'Số điện thoại hoặc thư điện tử',
  contactHelp: (days: string) =>
    `Chỉ để báo khi có thay đổi; tự xóa ${days} ngày sau khi xong. Ví dụ 0912 345 678 hoặc may@example.vn.`,
  mayWait: 'Nếu hết chỗ, cho cả nhà vào danh sách chờ',
  linkMine: 'Để tôi thấy lần ghi tên này ở trang “Của tôi”',
  leaveEmpty: 'Ô này để trống',
  signedBefore: 'Ghi tên rồi thì không cần ghi lại: mời mở lại trang có mã của nhà mình để đổi số người hoặc bỏ.',
  noAccount: 'Không cần tài khoản. Ghi xong, bạn có một mã để đưa ở cửa.',
  backToActivity: 'Thôi, quay lại hoạt động',
  tooOften: (minutes: string) =>
    `Có quá nhiều lượt ghi tên từ đường mạng này. Những gì bạn điền vẫn còn; mời thử lại sau ${minutes} phút.`,
  ticketTitle: 'Mã ghi tên',
  signedFor: (heads: string) => `Đã ghi tên ${heads} người. Mã của nhà mình là`,
  waitingFor: (heads: string) => `Đã vào danh sách chờ, ${heads} người. Mã của nhà mình là`,
  waitingHelp: (before: string) =>
    before === '0'
      ? 'Nhà mình đứng đầu danh sách chờ. Có đủ chỗ trống, nơi tổ chức báo theo cách liên hệ bạn đã ghi.'
      : `Trước nhà mình còn ${before} người chờ. Có đủ chỗ trống, nơi tổ chức báo theo cách liên hệ bạn đã ghi.`,
  movedUpHelp: 'Nhà mình chờ đã có chỗ. Không đi được nữa, mời bỏ chỗ để người khác đi.',
  atTheDoor: 'Đến nơi, đưa hình này hoặc đọc mã.',
  keepPage:
    'Giữ trang này: chụp màn hình hoặc lưu địa chỉ. Ai có địa chỉ này đều đổi, bỏ được, nên chỉ gửi cho người nhà.',
  doubled: 'Nếu nhà mình đã ghi tên một lần trước đó, mời bỏ một trong hai lần để người khác có chỗ.',
  alreadyYours: 'Bạn đã ghi tên hoạt động này rồi. Đây là lần ghi trước; mời đổi số người ở đây nếu cần.',
  headsAre: (adults: string, children: string) => `${adults} người lớn, ${children} trẻ em`,
  changeHeads: 'Đổi số người',
  changeButton: 'Lưu số người',
  giveUp: 'Bỏ ghi tên',
  giveUpHelp: 'Không đi được, mời bỏ để người đang chờ có chỗ. Bỏ rồi muốn đi lại thì ghi tên mới.',
  changed: 'Đã lưu số người.',
  gaveUp: 'Đã bỏ ghi tên. Cảm ơn nhà mình đã nhường chỗ.',
  notChanged: 'Chưa đổi được',
  wasHere: (heads: string) => `Đã điểm danh ${heads} người. Chúc nhà mình vui.`,
  ticketOver: 'Hoạt động này đã xong. Tên và cách liên hệ đã được xóa.',
  ticketDone: 'Hoạt động này đã xong.',
  ticketCancelled: (reason: string) => `Hoạt động này không tổ chức nữa: ${reason}`,
  whatAndWhere: 'Buổi nào',
  seeActivity: 'Xem hoạt động',
  thisWeek: 'Tuần này',
  allActivities: 'Tất cả hoạt động',
  comingUp: 'Sắp diễn ra',
  mine: 'Hoạt động đã ghi tên',
  noneOfMine: 'Bạn chưa ghi tên hoạt động nào bằng tài khoản này.',
  recordFields: {
    signedAt: 'Ghi lúc',
    activity: 'Hoạt động',
    when: 'Bắt đầu',
    name: 'Tên nhóm',
    contact: 'Liên hệ',
    adults: 'Người lớn',
    children: 'Trẻ em',
    state: 'Tình trạng',
  },
  mineStates: { seated: 'Có chỗ', waiting: 'Đang chờ', cancelled: 'Đã bỏ' },
  helpedName: 'Ghi dưới tên trên thẻ của người ấy.',
  helpedReach: (kind: 'phone' | 'email'): string =>
    kind === 'phone'
      ? 'Có gì thay đổi, nơi tổ chức gọi số điện thoại người ấy đã để lại.'
      : 'Có gì thay đổi, nơi tổ chức gửi thư điện tử người ấy đã để lại.',
  problems,
  signUpRefusals,
  helpedRefusals,
  changeRefusals,
}

export type Messages = typeof vi
