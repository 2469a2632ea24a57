import type { Sentences } from '../kernel/sentences.ts'
import type { Turned } from '../platform/http/index.ts'

const megabytes = (bytes: number): string => String(Math.round(bytes / 104_857.6) / 10).replace('.', ',')

/** What happened. */
export const titles: Sentences<Turned> = {
  'not-found': () => 'Trang này không có, hoặc đã chuyển chỗ',
  'wrong-method': () => 'Địa chỉ này không dùng theo cách đó',
  'sign-in-first': () => 'Mời đăng nhập trước',
  'not-allowed': () => 'Việc này chưa được giao cho bạn',
  'finish-sign-in': () => 'Cần thêm một bước để đăng nhập xong',
  forged: () => 'Yêu cầu này không đến từ trang của chúng tôi',
  'too-large': () => 'Nội dung gửi lên quá lớn',
  'too-often': () => 'Xin chờ một chút',
  unreadable: () => 'Chưa đọc được nội dung vừa gửi',
  'act-reused': () => 'Việc này đã được ghi với nội dung khác',
  'books-closed': ({ year }) => `Số liệu năm ${year} đã khóa`,
  fault: () => 'Máy chủ đang trục trặc',
}

/** Why, and what to do next. */
export const advice: Sentences<Turned> = {
  'not-found': () => 'Có thể địa chỉ bị gõ thiếu, hoặc nơi này đã đổi tên hay nhập vào nơi khác. Mời tìm bằng tên.',
  'wrong-method': () =>
    'Địa chỉ này chỉ nhận một mẫu gửi từ trang của nó, hoặc chỉ để xem; chưa có gì được ghi. Mời mở lại trang có mẫu rồi gửi lại.',
  'sign-in-first': () => 'Trang này dành cho người đã đăng nhập. Đăng nhập xong, mời mở lại trang.',
  'not-allowed': () =>
    'Tài khoản của bạn không có quyền làm việc này ở nơi này. Nếu đây là việc của bạn, hãy nhờ người phụ trách đơn vị giao quyền.',
  'finish-sign-in': () => 'Bạn đã gõ đúng mật khẩu nhưng chưa đăng nhập xong. Mời mở lại trang đăng nhập và làm nốt.',
  forged: () => 'Để giữ an toàn, chúng tôi chưa ghi gì cả. Mời mở lại trang có mẫu này rồi gửi lại.',
  'too-large': ({ limit }) =>
    `Mỗi lần chỉ nhận đến ${megabytes(limit)} MB, và chưa có gì được ghi. Mời chia nhỏ rồi gửi lại.`,
  'too-often': ({ seconds }) => `Có quá nhiều lần thử liền nhau. Mời thử lại sau ${seconds} giây.`,
  unreadable: () => 'Có thể đường truyền bị ngắt giữa chừng, và chưa có gì được ghi. Mời mở lại trang rồi gửi lại.',
  'books-closed': ({ year }) =>
    `Việc này thuộc năm ${year}, mà số liệu năm ấy đã khóa để không đổi nữa; chưa có gì được ghi. Mời quay lại, ghi vào ngày hôm nay, kèm ghi chú là việc của năm ${year}.`,
  'act-reused': () => 'Có thể trang đã mở từ lâu hoặc gửi từ hai cửa sổ. Mời mở lại trang, xem lại rồi gửi.',
  fault: () => 'Việc bạn vừa làm chưa được ghi. Thử lại sau ít phút, hoặc đọc mã dưới đây cho thủ thư.',
}
