import type { Sentences } from '../../kernel/sentences.ts'
import type { PasswordRefusal } from './account.ts'
import type { CardRefusal } from './card.ts'
import type { EndRefusal } from './end-appointment.ts'
import type { FormRefusal } from './forms.ts'
import type { LookPurpose } from './look.ts'
import type { Role } from './role.ts'
import type { SignInRefusal } from './sign-in.ts'
import type { StaffRefusal } from './staff-form.ts'

const signInRefusals: Sentences<SignInRefusal> = {
  'wrong-login-or-password': () =>
    'Tên đăng nhập hoặc mật khẩu chưa đúng. Mời gõ lại, để ý phím Caps Lock và bộ gõ tiếng Việt.',
  'account-locked': () => 'Tài khoản này đang tạm khóa. Mời liên hệ người quản trị của cơ sở.',
  'wrong-code': () => 'Mã chưa đúng hoặc đã dùng rồi. Mời đợi mã mới trong ứng dụng rồi gõ lại.',
  'too-many-tries': ({ minutes }) => `Đã thử nhiều lần. Mời đợi ${minutes} phút rồi thử lại.`,
}

const formRefusals: Sentences<FormRefusal> = {
  'no-login': () => 'Chưa gõ tên đăng nhập.',
  'no-password': () => 'Chưa gõ mật khẩu.',
  'no-name': () => 'Chưa ghi họ tên bạn đọc.',
  'name-too-long': ({ limit }) => `Họ tên dài quá ${limit} chữ. Mời ghi gọn lại.`,
  'unknown-kind': () => 'Chưa chọn nhóm bạn đọc.',
  'password-too-short': ({ limit }) => `Mật khẩu mới cần ít nhất ${limit} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
  'password-too-long': ({ limit }) => `Mật khẩu mới dài quá ${limit} ký tự. Mời chọn câu ngắn hơn.`,
  'passwords-differ': () => 'Hai lần gõ mật khẩu mới chưa giống nhau.',
  'no-consent': () =>
    'Thẻ cho thiếu nhi cần cha, mẹ hoặc người giám hộ đồng ý. Mời hỏi, đánh dấu vào ô đồng ý rồi cấp thẻ.',
  'no-such-day': () => 'Không có ngày này. Mời ghi ngày, tháng, năm, ví dụ 28/11/2026.',
  'days-reversed': () => 'Ngày cuối đứng trước ngày đầu. Mời đổi lại.',
}

const passwordRefusals: Sentences<PasswordRefusal> = {
  'wrong-current-password': () => 'Mật khẩu hiện nay chưa đúng. Mời gõ lại, để ý phím Caps Lock và bộ gõ tiếng Việt.',
  'password-unchanged': () => 'Mật khẩu mới giống mật khẩu hiện nay. Mời chọn một mật khẩu khác.',
  'password-guessable': () =>
    'Mật khẩu này dễ đoán: quá ít chữ khác nhau, theo thứ tự bàn phím số, hoặc có tên đăng nhập. Mời chọn một câu ngắn của riêng bạn.',
  'too-many-tries': signInRefusals['too-many-tries'],
}

const cardRefusals: Sentences<CardRefusal> = {
  'card-lost': () => 'Thẻ đã báo mất. Mời làm thẻ mới cho bạn đọc.',
  'card-blocked': () => 'Thẻ đang tạm khóa. Mời mở khóa trước khi gia hạn.',
  'card-replaced': () => 'Thẻ đã được thay bằng thẻ khác. Mời gia hạn thẻ đang dùng.',
}

const lookPurposes: Readonly<Record<LookPurpose, string>> = {
  'reader-list': 'Danh sách bạn đọc',
  desk: 'Phục vụ ở quầy mượn trả',
  'overdue-list': 'Danh sách quá hạn',
}

const staffRefusals: Sentences<StaffRefusal> = {
  'no-staff-name': () => 'Chưa ghi họ tên cán bộ.',
  'staff-name-too-long': ({ limit }) => `Họ tên dài quá ${limit} chữ. Mời ghi gọn lại.`,
  'login-odd': () =>
    'Tên đăng nhập gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch; bắt đầu bằng chữ hoặc số. Ví dụ nguyen-an.',
  'login-taken': ({ login }) => `Tên đăng nhập ${login} đã có người dùng. Mời chọn tên khác.`,
  'no-role': () => 'Chưa chọn vai trò.',
  'place-missing': () => 'Vai trò này gắn với một nơi. Mời chọn nơi làm việc.',
  'place-unknown': () => 'Chưa thấy nơi này trong danh bạ. Mời chọn lại.',
}

const endRefusals: Sentences<EndRefusal> = {
  'no-such-appointment': () => 'Không có vai trò này.',
  'appointment-gone': () => 'Vai trò này đã thôi từ trước.',
  'own-appointment': () => 'Không ai tự thôi vai trò của mình. Mời nhờ một người quản trị khác.',
}

export const vi = {
  signInRefusals,
  formRefusals,
  passwordRefusals,
  cardRefusals,
  lookPurposes,
  staffRefusals,
  endRefusals,
  staff: 'Cán bộ',
  newStaff: 'Thêm cán bộ',
  addStaff: 'Thêm cán bộ',
  staffNotAdded: 'Chưa thêm được',
  staffAdded: (login: string) => `Đã thêm ${login}`,
  firstPassword: 'Mật khẩu lần đầu:',
  firstPasswordAdvice:
    'Mật khẩu chỉ hiện một lần này. Mời trao tận tay; lần đăng nhập đầu, người ấy đặt mật khẩu riêng và bật bảo vệ hai bước.',
  passwordShownBefore: 'Tài khoản đã được tạo từ lần gửi trước, mật khẩu đã hiện ở lần ấy.',
  backToStaff: 'Về danh sách cán bộ',
  staffName: 'Họ tên',
  loginName: 'Tên đăng nhập',
  loginHelp: 'Chữ thường không dấu, ví dụ nguyen-an.',
  role: 'Vai trò',
  roleHelp: 'Vai trò định việc được làm: thủ thư lo mục lục, quầy và bạn đọc; người giữ tủ sách lo quầy và bạn đọc.',
  chooseRole: 'Mời chọn',
  roles: {
    administrator: 'Quản trị',
    officer: 'Cán bộ quản lý của tỉnh',
    librarian: 'Thủ thư',
    keeper: 'Người giữ tủ sách',
    registrar: 'Cán bộ kiểm kê bảo tàng',
    organiser: 'Cán bộ tổ chức hoạt động',
    helper: 'Người hỗ trợ cộng đồng',
  } satisfies Record<Role, string>,
  place: 'Nơi',
  wholeProvince: 'Toàn tỉnh',
  branches: 'Các điểm trực thuộc',
  alsoBranches: 'Cả các điểm trực thuộc của nơi ấy',
  andBranches: 'cả điểm trực thuộc',
  appointedSince: 'Từ ngày',
  hasProtection: 'Hai bước',
  isProtected: 'Đã bật',
  notProtected: 'Chưa bật',
  endAppointment: 'Thôi vai trò',
  resetAccount: 'Cấp lại mật khẩu',
  accountReset: (login: string) => `Đã cấp lại mật khẩu cho ${login}`,
  appointmentEnded: 'Đã thôi vai trò. Người ấy không còn làm được việc của vai trò này.',
  notEnded: 'Chưa thôi được vai trò',
  thisIsYou: 'bạn',
  signIn: 'Đăng nhập',
  signInLead:
    'Bạn không cần tài khoản để tìm sách và xem giờ mở cửa. Đăng nhập để làm việc ở quầy, hoặc xem sách mình đang mượn.',
  notSignedIn: 'Chưa đăng nhập được',
  login: 'Tên đăng nhập',
  password: 'Mật khẩu',
  enterCode: 'Mã bảo vệ',
  enterCodeLead: 'Mở ứng dụng xác thực trên điện thoại và gõ 6 chữ số đang hiện.',
  code: 'Mã 6 chữ số',
  goOn: 'Tiếp tục',
  account: 'Tài khoản của tôi',
  protect: 'Bảo vệ hai bước',
  protectLead:
    'Người làm việc ở quầy và quản trị cần thêm một mã trên điện thoại, để mật khẩu lộ ra cũng không ai vào được sổ sách.',
  protectSteps: [
    'Cài một ứng dụng xác thực trên điện thoại, ví dụ Google Authenticator, Microsoft Authenticator hoặc FreeOTP.',
    'Trong ứng dụng, chọn thêm tài khoản rồi quét mã QR dưới đây, hoặc gõ khóa bằng tay.',
    'Gõ 6 chữ số mà ứng dụng hiện ra.',
  ],
  key: 'Khóa',
  protectedAlready: 'Tài khoản này đã bật bảo vệ hai bước.',
  turnOn: 'Bật bảo vệ',
  turnOnLink: 'Bật bảo vệ hai bước',
  safety: 'Mật khẩu và bảo vệ',
  devices: 'Nơi đang đăng nhập',
  since: 'Từ lúc',
  thisDevice: 'máy này',
  lastUsed: 'Dùng lần cuối',
  endSession: 'Đăng xuất máy này',
  endOthers: 'Đăng xuất mọi máy khác',
  unknownDevice: 'Máy không rõ',
  changePassword: 'Đổi mật khẩu',
  changePasswordLead: 'Đổi xong, mọi máy khác đang đăng nhập bằng tài khoản này sẽ bị đăng xuất.',
  choosePassword: 'Đặt mật khẩu của riêng bạn',
  choosePasswordLead:
    'Mật khẩu bạn vừa dùng do người khác đặt. Mời đặt một mật khẩu chỉ mình bạn biết, rồi mới làm tiếp được.',
  givenPassword: 'Mật khẩu được cấp',
  currentPassword: 'Mật khẩu hiện nay',
  newPassword: 'Mật khẩu mới',
  newPasswordHelp: (limit: number) => `Ít nhất ${limit} ký tự.`,
  repeatPassword: 'Gõ lại mật khẩu mới',
  passwordChanged: 'Đã đổi mật khẩu. Các máy khác đã được đăng xuất.',
  notSaved: 'Chưa lưu được',
  work: 'Công việc',
  readers: 'Bạn đọc',
  readersAt: (name: string) => `Bạn đọc của ${name}`,
  findReader: 'Tìm theo tên, số thẻ hoặc quét mã vạch',
  find: 'Tìm',
  found: (count: string) => `${count} bạn đọc`,
  noReaders: 'Chưa thấy bạn đọc nào. Thử gõ ít chữ hơn, hoặc làm thẻ mới.',
  newReader: 'Làm thẻ mới',
  name: 'Họ tên',
  nameHelp: 'Ghi như trên giấy tờ, hoặc tên thường gọi.',
  kind: 'Nhóm',
  kinds: { adult: 'Người lớn', student: 'Học sinh, sinh viên', child: 'Thiếu nhi' },
  card: 'Số thẻ',
  cardUntil: 'Hạn thẻ',
  state: 'Tình trạng',
  cardStates: { valid: 'Đang dùng', lost: 'Báo mất', blocked: 'Tạm khóa', replaced: 'Đã thay' },
  expired: 'Hết hạn',
  issue: 'Cấp thẻ',
  issued: (number: string) => `Đã cấp thẻ ${number}.`,
  renew: 'Gia hạn',
  renewed: (number: string, until: string) => `Đã gia hạn thẻ ${number} đến ${until}.`,
  notRenewed: (number: string) => `Chưa gia hạn được thẻ ${number}`,
  toDesk: 'Ra quầy',
  notIssued: 'Chưa cấp thẻ được',
  backToReaders: 'Quay lại danh sách',
  consent: 'Đồng ý của người đại diện',
  consentHelp: 'Chỉ cần cho thiếu nhi.',
  consentGiven: 'Cha, mẹ hoặc người giám hộ đồng ý; trẻ từ 7 tuổi trở lên cũng đồng ý.',
  sameName: 'Đã có thẻ mang tên này',
  sameNameFound: (name: string) =>
    `Đã có bạn đọc tên ${name}. Mời xem bảng dưới: nếu là người khác, đánh dấu rồi cấp thẻ.`,
  sameNameQuestion: 'Có phải cùng một người không?',
  somebodyElse: 'Không, đây là người khác cùng tên.',
  journal: 'Nhật ký',
  journalLead:
    'Mọi việc làm thay đổi sổ sách đều có ở đây: ai, việc gì, ở đâu, lúc nào. Nhật ký chỉ thêm, không sửa, không xóa.',
  when: 'Lúc',
  act: 'Việc',
  who: 'Người làm',
  where: 'Nơi',
  system: 'Hệ thống',
  province: 'Toàn tỉnh',
  noActs: 'Chưa có việc nào.',
  older: 'Xem phần cũ hơn',
  aReader: 'Bạn đọc',
  actsDone: 'Việc đã làm',
  recordsRead: 'Lượt xem hồ sơ bạn đọc',
  looksLead:
    'Ai ở quầy đã mở hồ sơ bạn đọc, ở đâu, để làm gì. Mỗi bạn đọc ghi một lần mỗi ngày; chính bạn đọc cũng thấy trên trang của mình.',
  noLooks: 'Chưa có lượt xem nào.',
  lookedFor: 'Để làm gì',
  looksAtYou: 'Ai đã xem hồ sơ của bạn',
  nobodyLooked: 'Chưa có ai ở quầy mở hồ sơ của bạn.',
  day: 'Ngày',
  fromTime: (time: string) => `từ ${time}`,
  any: 'Tất cả',
  fromDay: 'Từ ngày',
  toDay: 'Đến ngày',
  dayHelp: 'Ví dụ 28/11/2026',
  filter: 'Lọc',
  notFiltered: 'Chưa lọc được',
}

export type Messages = typeof vi
