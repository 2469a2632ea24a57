import type { Language } from '../kernel/language.ts'
import type { Sentences } from '../kernel/sentences.ts'
import type { ArrivalProblem, SendingProblem } from './arrival.ts'

const sendingVi: Sentences<SendingProblem> = {
  'no-sending': () => 'Không đọc được những việc máy gửi lên. Mời tải lại trang rồi gửi lại; việc vẫn còn trên máy.',
  'no-sent-at': () => 'Máy gửi chưa cho biết giờ của mình (sentAt). Mời tải lại trang rồi gửi lại.',
  'too-many-acts': ({ limit }) => `Mỗi lần gửi nhiều nhất ${limit} việc. Mời gửi thành nhiều lần.`,
}

const arrivalVi: Sentences<ArrivalProblem> = {
  'no-act': () => 'Không đọc được việc này. Mời bỏ đi, rồi ghi lại ở trang có mạng.',
  'no-moment': () => 'Không rõ việc này làm lúc nào. Mời bỏ đi, rồi ghi lại ở trang có mạng.',
  'too-old': ({ days }) =>
    `Theo giờ trên máy, việc này đã quá ${days} ngày nên không nhận nữa. Mời xem lại giờ của máy, rồi ghi lại ở trang có mạng.`,
}

const vi = {
  sending: sendingVi,
  arrival: arrivalVi,
  otherPerson:
    'Những việc này do người khác ghi trên máy. Mời người ấy đăng nhập để gửi; việc vẫn còn nguyên trên máy.',
  unknownType: 'Việc này không làm được khi không có mạng. Mời ghi lại ở trang có mạng.',
  otherVersion: 'Trang trên máy đã cũ so với máy chủ. Mời tải lại trang, rồi bấm Thử lại.',
  noInstitution: 'Không có nơi nào mang mã này. Mời tải lại trang rồi ghi lại.',
  notAllowed: (name: string) =>
    `Tài khoản của bạn không có quyền làm việc này ở ${name}. Mời hỏi người quản trị, rồi bấm Thử lại.`,
  reused: 'Mã của việc này đã dùng cho một việc khác. Mời bỏ đi, rồi ghi lại.',
  booksClosed: (year: number) =>
    `Số liệu năm ${year} đã khóa. Mời bỏ đi, rồi ghi lại vào ngày hôm nay, kèm ghi chú là việc của năm ${year}.`,
  fault: (code: string) =>
    `Máy chủ đang trục trặc, việc này chưa được ghi. Máy sẽ tự gửi lại; nếu cần báo, đọc mã ${code}.`,
}

const en: typeof vi = {
  sending: {
    'no-sending': () => 'What the device sent could not be read. Please load the page again; the acts are still on it.',
    'no-sent-at': () => 'The device did not tell its time (sentAt). Please load the page again and send once more.',
    'too-many-acts': ({ limit }) => `At most ${limit} acts can be sent at a time. Please send them in several steps.`,
  },
  arrival: {
    'no-act': () => 'This act could not be read. Please drop it, and enter it again on a page with a network.',
    'no-moment': () => 'It is not known when this was done. Please drop it, and enter it on a page with a network.',
    'too-old': ({ days }) =>
      `By the clock of the device this is more than ${days} days old and is taken no more. Please check the clock, and enter it on a page with a network.`,
  },
  otherPerson: 'Somebody else entered these acts on this device. They stay on it until that person signs in.',
  unknownType: 'This cannot be done without a network. Please enter it on a page with a network.',
  otherVersion: 'The page on the device is older than the server. Please load it again, then press Try again.',
  noInstitution: 'No place has this code. Please load the page again and enter it once more.',
  notAllowed: name => `Your account may not do this at ${name}. Please ask the administrator, then press Try again.`,
  reused: 'The id of this act was used for another one. Please drop it and enter it again.',
  booksClosed: year =>
    `The figures of ${year} are frozen. Please drop this, and record it on today’s date with a note that it is of ${year}.`,
  fault: code =>
    `The server has a problem and this was not written. The device will send it again; to report it, quote ${code}.`,
}

export const arrivalWords = (lang: Language): typeof vi => (lang === 'en' ? en : vi)
