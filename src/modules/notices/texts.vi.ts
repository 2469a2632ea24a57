import { formatDate, localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import type { Texts } from './texts.ts'

const list = (titles: readonly string[]): string => titles.map(title => `- ${title}`).join('\n')
const count = (titles: readonly string[]): string => (titles.length === 1 ? `“${titles[0]}”` : `${titles.length} cuốn`)
const when = (startsAt: string): string => {
  const instant = new Date(startsAt)
  return `${localTimeAt(instant)} ngày ${formatDate(localDateAt(instant), 'vi')}`
}

export const vi: Texts = {
  topics: {
    'confirm-address': ({ link }, address) => ({
      subject: 'Xác nhận địa chỉ thư điện tử',
      body: [
        'Chào bạn,',
        'Địa chỉ này vừa được ghi để nhận thư của thư viện. Nếu đúng là bạn, mời mở trang dưới đây và bấm Xác nhận:',
        address(link),
        'Đường dẫn dùng được trong 7 ngày. Nếu bạn không ghi địa chỉ này, xin bỏ qua thư; sẽ không có thư nào khác gửi tới.',
      ],
    }),
    'due-soon': ({ titles, dueOn, place }, address) => ({
      subject: `${formatDate(dueOn, 'vi')} đến hạn trả ${count(titles)}`,
      body: [
        'Chào bạn,',
        `Ngày ${formatDate(dueOn, 'vi')} là hạn trả sách mượn ở ${place}:`,
        list(titles),
        `Đọc chưa xong, bạn có thể hỏi thủ thư gia hạn trước ngày ấy. Sách đang mượn: ${address('/tai-khoan')}`,
      ],
    }),
    overdue: ({ titles, dueOn, place }, address) => ({
      subject: `Đã quá hạn trả ${count(titles)}`,
      body: [
        'Chào bạn,',
        `Sách mượn ở ${place} có hạn trả ngày ${formatDate(dueOn, 'vi')} mà thư viện chưa nhận lại:`,
        list(titles),
        'Mời bạn mang trả khi thuận đường, để bạn đọc khác mượn tiếp. Nếu sách lạc hay hỏng, xin báo thủ thư để cùng tính.',
        `Nếu bạn vừa trả rồi, xin bỏ qua thư này. Sách đang mượn: ${address('/tai-khoan')}`,
      ],
    }),
    'event-confirmation': ({ title, startsAt, where, path, code, people, waiting }, address) => ({
      subject: waiting ? `Trong danh sách chờ: ${title}` : `Đã ghi tên: ${title}`,
      body: [
        'Chào bạn,',
        waiting
          ? `“${title}” đã đủ chỗ. Nhà mình ghi ${people} người vào danh sách chờ; có chỗ, chúng tôi báo ngay.`
          : `Đã ghi tên ${people} người dự “${title}”. Mã của nhà mình là ${code}.`,
        `${when(startsAt)}, ${where}.`,
        `Bận không đến được, mời báo để nhường chỗ: ${address(path)}`,
      ],
    }),
    'event-reminder': ({ title, startsAt, where, path, code }, address) => ({
      subject: `Sắp đến: ${title}`,
      body: [
        'Chào bạn,',
        `“${title}” bắt đầu lúc ${when(startsAt)}, ${where}. Mã của nhà mình là ${code}.`,
        `Bận không đến được, mời báo để nhường chỗ: ${address(path)}`,
      ],
    }),
    'event-moved-up': ({ title, startsAt, where, path, code, people }, address) => ({
      subject: `Đã có chỗ: ${title}`,
      body: [
        'Chào bạn,',
        `Có người nhường chỗ, nên ${people} người nhà mình đã được ghi tên dự “${title}”. Mã của nhà mình là ${code}.`,
        `${when(startsAt)}, ${where}.`,
        `Bận không đến được, mời báo để nhường chỗ: ${address(path)}`,
      ],
    }),
    'event-cancelled': ({ title, startsAt, where, path, reason }, address) => ({
      subject: `Không tổ chức: ${title}`,
      body: [
        'Chào bạn,',
        `“${title}” dự kiến lúc ${when(startsAt)}, ${where}, nay không tổ chức được.${reason === '' ? '' : ` Lý do: ${reason}`}`,
        `Xin lỗi vì đã để bạn mất công sắp xếp. Các hoạt động khác: ${address(path)}`,
      ],
    }),
  },
  closing: 'Thân mến,\nThư viện, bảo tàng, văn hóa Lào Cai',
  leave: link => `Thôi nhận thư này: ${link}`,
}
