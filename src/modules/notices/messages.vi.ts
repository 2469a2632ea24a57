import type { Sentences } from '../../kernel/sentences.ts'
import type { ContactRefusal } from '../people/index.ts'
import type { ContactFormRefusal } from './forms.ts'
import type { OwnRefusal } from './own-address.ts'
import type { Subject, Topic } from './topic.ts'

const contactRefusals: Sentences<ContactRefusal | ContactFormRefusal | OwnRefusal> = {
  'not-an-address': () => 'Địa chỉ này chưa đủ. Một địa chỉ có dạng ten@example.vn.',
  'not-a-number': () => 'Số điện thoại chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678.',
  'no-address': () => 'Chưa ghi địa chỉ thư điện tử. Mời ghi địa chỉ, ví dụ ten@example.vn.',
  'no-agreement': () => 'Mời đánh dấu vào ô đồng ý; không có sự đồng ý, thư viện không giữ địa chỉ hay số điện thoại.',
  'too-many-letters': ({ minutes }) =>
    `Đã gửi nhiều thư xác nhận. Mời xem hộp thư, cả mục thư rác; hoặc đợi ${minutes} phút rồi gửi lại.`,
}

const subjects: Readonly<Record<Subject, string>> = { loans: 'Nhắc hạn trả', events: 'Nhắc hoạt động' }

const subjectHelp: Readonly<Record<Subject, string>> = {
  loans: 'hai ngày trước hạn, và khi quá hạn',
  events: 'mã, giờ và thay đổi của hoạt động đã ghi tên',
}

const topics: Readonly<Record<Topic, string>> = {
  'confirm-address': 'Xác nhận địa chỉ',
  'due-soon': 'Sắp đến hạn trả',
  overdue: 'Quá hạn trả',
  'event-confirmation': 'Đã ghi tên hoạt động',
  'event-reminder': 'Nhắc hoạt động',
  'event-moved-up': 'Đã có chỗ',
  'event-cancelled': 'Không tổ chức',
}

export const vi = {
  ownRecord: {
    wishes: 'Loại thư bạn đã chọn',
    wishFields: { subject: 'Loại', wanted: 'Muốn nhận', chosenAt: 'Chọn lúc' },
    letters: 'Thư gửi bạn',
    letterFields: { topic: 'Về việc', channel: 'Qua', state: 'Tình trạng', queuedAt: 'Lúc', endedAt: 'Xong lúc' },
  },
  contactRefusals,
  subjects,
  subjectHelp,
  topics,
  own: 'Thư của thư viện',
  address: 'Địa chỉ thư điện tử',
  otherAddress: 'Đổi sang địa chỉ khác',
  addressHelp: 'Chỉ dùng để gửi những thư bạn chọn. Bỏ đi lúc nào cũng được.',
  noAddress: 'Bạn chưa ghi địa chỉ thư điện tử, nên thư viện chưa nhắc được khi sách sắp đến hạn.',
  confirmed: 'Đã xác nhận',
  toConfirm: 'Chờ xác nhận',
  toConfirmHelp: (email: string) =>
    `Đã gửi một thư tới ${email}. Mời mở thư, theo đường dẫn trong đó và bấm Xác nhận. Đường dẫn dùng được trong 7 ngày.`,
  phone: 'Số điện thoại',
  phoneHelp: 'Thủ thư gọi khi cần, ví dụ khi sách quá hạn.',
  agree: 'Tôi đồng ý để thư viện gửi thư tới địa chỉ này.',
  agreement: 'Sự đồng ý của bạn',
  send: 'Gửi thư xác nhận',
  notKept: 'Chưa ghi được địa chỉ',
  drop: { email: 'Bỏ địa chỉ này', phone: 'Bỏ số này' },
  dropped: 'Đã bỏ. Thư viện không giữ lại.',
  wishes: 'Bạn muốn nhận thư gì',
  save: 'Lưu lại',
  saved: 'Đã lưu lựa chọn của bạn.',
  back: 'Thôi, quay lại trang của tôi',
  change: 'Đổi địa chỉ, chọn thư',
  giveAddress: 'Ghi địa chỉ để được nhắc',
  wishesNow: (list: readonly string[]) => (list.length === 0 ? 'Không nhận thư nào' : list.join(' · ')),
  confirmTitle: 'Xác nhận địa chỉ thư điện tử',
  confirmText: (email: string) => `Địa chỉ ${email} sẽ nhận những thư bạn chọn ở trang của mình.`,
  confirm: 'Xác nhận',
  confirmDone: 'Đã xác nhận địa chỉ. Cảm ơn bạn.',
  confirmDoneText: 'Chọn nhận thư gì, hoặc bỏ địa chỉ, ở trang của bạn.',
  myPage: 'Trang của tôi',
  linkOld: 'Đường dẫn này không còn dùng được',
  linkOldText:
    'Đường dẫn xác nhận chỉ dùng được trong 7 ngày và cho địa chỉ đang ghi. Mời vào trang của bạn gửi lại thư xác nhận.',
  leaveTitle: 'Thôi nhận thư',
  leaveText: (subject: string) => `Bạn mở trang này từ một thư thuộc loại “${subject}”.`,
  leaveOne: (subject: string) => `Thôi nhận “${subject}”`,
  leaveAll: 'Thôi nhận mọi thư',
  leftTitle: 'Đã thôi gửi',
  leftText: (list: readonly string[]) => `Địa chỉ này không nhận nữa: ${list.join(', ')}.`,
  leftHow: 'Đổi ý lúc nào cũng được: bấm nút dưới đây, mở lại đường dẫn này, hoặc chọn ở trang của bạn.',
  comeBack: (subject: string) => `Nhận lại “${subject}”`,
  leaveBadTitle: 'Không nhận ra đường dẫn này',
  leaveBadText:
    'Đường dẫn có lẽ bị cắt ngắn khi chép. Mời bấm lại vào đường dẫn ở cuối thư, hoặc chọn thư ở trang của bạn.',
  contactOf: (name: string) => `Liên hệ với ${name}`,
  contactTitle: 'Liên hệ với bạn đọc',
  card: 'Thẻ',
  emailToConfirm: 'Thư điện tử chờ xác nhận',
  emailConfirmed: 'Thư điện tử đã xác nhận',
  deskAgree: 'Bạn đọc đồng ý để thư viện liên hệ theo địa chỉ, số này.',
  deskAgreement: 'Sự đồng ý của bạn đọc',
  deskEmailHelp: 'Bạn đọc sẽ nhận một thư để xác nhận. Để trống là bỏ địa chỉ.',
  deskPhoneHelp: 'Để trống là bỏ số.',
  contactSaved: 'Đã lưu.',
  contactNotSaved: 'Chưa lưu được',
  backToReaders: 'Thôi, quay lại danh sách bạn đọc',
  failedTitle: 'Thư chưa gửi được',
  failedHelp: 'Máy đã thử nhiều lần trong hơn một ngày. Mời xem lại địa chỉ với bạn đọc, hoặc gọi điện.',
  noneFailed: 'Không có thư nào chưa gửi được.',
  waiting: (count: string) => `Đang chờ gửi: ${count} thư.`,
  who: 'Người nhận',
  withoutAccount: 'Người ghi tên không có tài khoản',
  about: 'Về việc',
  since: 'Từ',
  why: 'Vì',
  whyOf: (problem: string) =>
    problem === 'sender-lost'
      ? 'máy dừng giữa chừng, có thể đã gửi rồi'
      : problem.startsWith('5')
        ? `máy chủ thư không nhận địa chỉ này (${problem})`
        : `máy chủ thư không trả lời (${problem})`,
  sendAgain: 'Gửi lại',
  sendAgainDone: 'Thư đã vào hàng chờ gửi.',
}
