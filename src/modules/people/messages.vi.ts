import type { Sentences } from '../../kernel/sentences.ts'
import type { PasswordRefusal } from './account.ts'
import type { CardRefusal } from './card.ts'
import type { EndRefusal } from './end-appointment.ts'
import type { DeskErasureRefusal, OwnErasureRefusal } from './erase-person.ts'
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
  erasure: 'Xóa dữ liệu theo yêu cầu',
}

const erasureRefusals: Sentences<OwnErasureRefusal | DeskErasureRefusal> = {
  'still-open': () => 'Còn việc chưa xong, mời làm xong trước:',
  'has-role': () => 'Người này còn được giao vai trò cán bộ. Mời nhờ người quản trị thôi vai trò ấy trước.',
  'has-account': () =>
    'Bạn đọc này có tài khoản. Mời bạn đọc tự đăng nhập rồi xóa ở trang Tài khoản của tôi, mục Dữ liệu của tôi.',
  'nobody-there': () => 'Dữ liệu này đã xóa từ trước.',
  'wrong-password': () => 'Mật khẩu chưa đúng. Mời gõ lại, để ý phím Caps Lock và bộ gõ tiếng Việt.',
  'too-many-tries': signInRefusals['too-many-tries'],
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
  erasureRefusals,
  history: 'Lịch sử mượn, đọc',
  historyOff:
    'Đang không giữ. Trả sách xong ít ngày, tên bạn được gỡ khỏi lượt mượn ấy; không ai xem lại được bạn đã đọc gì, kể cả bạn.',
  historyOn: 'Đang giữ theo ý bạn: sách đã trả còn ở trang này, chỉ bạn và người trực quầy nơi cho mượn xem được.',
  keepHistory: 'Giữ lịch sử của tôi',
  stopHistory: 'Thôi giữ lịch sử',
  historyKept: 'Từ nay sách bạn trả còn ở lại trang này. Đổi ý lúc nào cũng được.',
  historyStopped:
    'Đã thôi giữ. Tên bạn được gỡ khỏi các lượt đã trả ở lần dọn tới, trong vòng sáu giờ; lượt vừa trả thì chờ hết số ngày lưu của nơi cho mượn.',
  ownData: 'Dữ liệu của tôi',
  ownDataLead:
    'Đây là tất cả những gì được giữ về bạn, ngoài ra không còn gì. Bạn có thể tải về một tệp để mang đi, hoặc xóa hết.',
  ownDataLink: 'Xem mọi điều được giữ về tôi',
  takeAlong: 'Tải về (JSON)',
  takeAlongFirst: 'Tải dữ liệu của tôi về trước',
  nothingKept: 'Không giữ gì.',
  yes: 'Có',
  no: 'Không',
  ownPerson: 'Bạn',
  ownCards: 'Thẻ',
  ownContacts: 'Cách liên lạc',
  ownRoles: 'Vai trò',
  own: {
    person: {
      name: 'Họ tên',
      group: 'Nhóm',
      language: 'Ngôn ngữ',
      keepsHistory: 'Giữ lịch sử',
      since: 'Từ lúc',
      id: 'Mã trong máy',
    },
    account: { login: 'Tên đăng nhập', secondFactor: 'Bảo vệ hai bước', changedAt: 'Đổi lần cuối' },
    cards: {
      number: 'Số thẻ',
      institution: 'Nơi cấp',
      issuedOn: 'Ngày cấp',
      expiresOn: 'Hạn thẻ',
      state: 'Tình trạng',
      note: 'Ghi chú của quầy',
    },
    contacts: { kind: 'Loại', value: 'Địa chỉ, số', confirmedAt: 'Xác nhận lúc' },
    appointments: { role: 'Vai trò', institution: 'Nơi', from: 'Từ ngày', to: 'Đến ngày', endedAt: 'Thôi lúc' },
    sessions: { device: 'Máy', since: 'Từ lúc', lastUsed: 'Dùng lần cuối' },
    looks: { on: 'Ngày', institution: 'Nơi', purpose: 'Để làm gì' },
  },
  eraseMe: 'Xóa tôi khỏi hệ thống',
  eraseLead: 'Xóa rồi thì không lấy lại được. Muốn mượn sách lần nữa, bạn làm thẻ mới như người mới đến.',
  notErasedYet: 'Chưa xóa được',
  whatGoes: 'Những gì mất đi',
  goes: [
    'Họ tên, tài khoản, mật khẩu và mọi nơi đang đăng nhập.',
    'Tên bạn trên thẻ; số thẻ cũ không cấp lại cho ai.',
    'Mối nối giữa bạn với mọi lượt mượn, lượt đọc, hoạt động đã dự.',
    'Cách liên lạc và những điều bạn đã chọn.',
  ],
  whatStays: 'Những gì ở lại',
  stays: [
    'Số đếm: một lượt mượn vẫn là một lượt, nhưng không ai biết là của bạn.',
    'Nhật ký ghi có một việc đã làm, người làm là “người đã xóa”.',
    'Bản sao lưu cũ: khi phải khôi phục, máy xóa bạn lại lần nữa.',
  ],
  passwordAgain: 'Gõ lại mật khẩu, để chắc chắn là bạn.',
  eraseForGood: 'Xóa hẳn',
  keepMe: 'Thôi, quay lại tài khoản',
  backToAccount: 'Quay lại tài khoản',
  backHome: 'Về trang đầu',
  erased: 'Đã xóa',
  erasedLead: 'Tên, tài khoản và mọi mối nối tới bạn đã được xóa. Cảm ơn bạn đã cùng đọc.',
  eraseReader: 'Xóa dữ liệu của bạn đọc',
  eraseReaderLead:
    'Chỉ làm khi chính bạn đọc yêu cầu, hoặc người đại diện yêu cầu cho trẻ. Xóa rồi thì không lấy lại được.',
  eraseLink: 'Xóa',
  readerErased: 'Đã xóa dữ liệu của bạn đọc. Số đếm giữ nguyên.',
  erasedPerson: 'người đã xóa',
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
