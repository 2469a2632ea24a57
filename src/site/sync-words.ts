import type { Language } from '../kernel/language.ts'

const vi = {
  title: 'Việc ghi trên máy này',
  noSignal: 'Không có sóng.',
  noSignalNext: 'Mọi việc được ghi chắc trên máy này. Có sóng, máy tự gửi.',
  signIn: 'Việc đã ghi vẫn còn trên máy. Mời đăng nhập lại để gửi lên máy chủ.',
  signInNow: 'Đăng nhập',
  fault: 'Máy chủ đang trục trặc. Việc đã ghi vẫn còn trên máy; máy sẽ tự gửi lại.',
  others: 'việc do người khác ghi trên máy này, đang chờ người ấy đăng nhập để gửi.',
  sending: { before: 'Đang gửi, còn', after: 'việc máy chủ chưa nhận' },
  done: { before: 'Máy chủ đã nhận đủ', after: 'việc' },
  steps: { kept: 'Ghi trên máy', sent: 'Đã gửi', received: 'Máy chủ nhận' },
  refused: 'Cần bạn xem:',
  again: 'Thử lại',
  drop: 'Bỏ việc này',
}

const en: typeof vi = {
  title: 'What is recorded on this device',
  noSignal: 'There is no signal.',
  noSignalNext: 'Everything is safely recorded on this device. It is sent by itself when there is a signal.',
  signIn: 'What was recorded is still on this device. Please sign in again to send it to the server.',
  signInNow: 'Sign in',
  fault: 'The server has a problem. What was recorded is still on this device and will be sent again.',
  others: 'act(s) of somebody else wait on this device until that person signs in.',
  sending: { before: 'Sending,', after: 'not yet received by the server' },
  done: { before: 'The server has received all', after: 'acts' },
  steps: { kept: 'Recorded here', sent: 'Sent', received: 'Received' },
  refused: 'Please look at:',
  again: 'Try again',
  drop: 'Drop this',
}

export const syncWords = (lang: Language): typeof vi => (lang === 'en' ? en : vi)
