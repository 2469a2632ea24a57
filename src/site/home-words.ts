import type { Language } from '../kernel/language.ts'

const vi = {
  title: 'Trang chủ',
  description:
    'Tìm sách, hiện vật, thư viện, bảo tàng, tủ sách và nơi học tập trong tỉnh Lào Cai, gõ có dấu hay không dấu đều được.',
  question: 'Hôm nay bạn muốn học gì?',
  lead: 'Tìm sách, hiện vật, thư viện, bảo tàng và nơi học gần bạn, trong một\u00a0ô.',
  typeAnyWay: 'Gõ có dấu hay không dấu đều được. Thử:',
  examples: ['truyen co Mong', 'gùi mây', 'thư viện Sa Pa'],
  leafInvite: 'Chưa biết gõ gì?',
  leaf: 'Duyệt theo đề tài, xã phường, nơi giữ',
  threeSteps: 'Ba bậc, ai cũng bước được',
  find: 'Tìm',
  findText: (count: string) =>
    `Một ô cho cả tỉnh: sách, hiện vật và ${count} thư viện, tủ sách, bảo tàng, nhà văn hóa, trung tâm học tập.`,
  takePart: 'Tham gia',
  takePartText: 'Mượn sách, đọc tại chỗ. Tìm và xem giờ mở cửa không cần tài khoản.',
  keep: 'Giữ lại',
  keepText: 'Sách đang mượn là việc riêng của bạn. Trả xong, tên bạn được gỡ khỏi lượt mượn.',
  newBooks: 'Sách mới vào mục lục',
  allNewBooks: 'Xem thêm sách mới',
  nearYou: 'Gần bạn',
  openNow: 'Ô đậm là xã, phường đang có nơi mở cửa. Danh sách nói đúng như sơ đồ.',
  nothingOpen: 'Giờ này chưa có nơi nào mở cửa. Mời xem giờ mở cửa của từng nơi.',
  allPlaces: 'Tất cả các nơi',
  chooseCommune: 'Chọn xã của tôi',
  mapSentence: 'Sơ đồ 99 xã, phường của tỉnh; ô đậm là nơi đang có cơ sở mở cửa. Danh sách bên cạnh nói như vậy.',
}

const en: typeof vi = {
  title: 'Home',
  description:
    'Find books, museum objects, libraries, museums and places to learn in Lào Cai province, typed with or without marks.',
  question: 'What would you like to learn today?',
  lead: 'Books, museum objects, libraries and places to learn near you, in one box.',
  typeAnyWay: 'Type with or without marks. Try:',
  examples: ['truyen co Mong', 'gùi mây', 'thư viện Sa Pa'],
  leafInvite: 'Not sure what to type?',
  leaf: 'Browse by subject, commune or holder',
  threeSteps: 'Three steps for everyone',
  find: 'Find',
  findText: count =>
    `One box for the province: books, objects and ${count} libraries, book-cases, museums, culture houses, learning centres.`,
  takePart: 'Take part',
  takePartText: 'Borrow, or read on the spot. Searching and opening hours need no account.',
  keep: 'Keep',
  keepText: 'What you borrow is your own affair. Once it is back, your name is taken off the loan.',
  newBooks: 'New in the catalogue',
  allNewBooks: 'More new books',
  nearYou: 'Near you',
  openNow: 'A dark tile is a commune where something is open now. The list says the same.',
  nothingOpen: 'Nothing is open at this hour. Each place has its hours on its page.',
  allPlaces: 'All places',
  chooseCommune: 'Choose my commune',
  mapSentence:
    'Diagram of the province’s 99 communes; a dark tile has something open now. The list beside it says the same.',
}

export const homeWords = (lang: Language) => (lang === 'en' ? en : vi)
