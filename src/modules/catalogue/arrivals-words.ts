import type { Language } from '../../kernel/language.ts'

const vi = {
  title: 'Sách mới vào mục lục',
  titleAt: (place: string) => `Sách mới ở ${place}`,
  lead: 'Sách lần đầu có trong mục lục của tỉnh, theo ngày vào và nơi nhận. Chọn một nơi để xem sách vừa về nơi ấy.',
  leadAt: 'Sách vừa về nơi này, mới nhất ở trên.',
  filter: 'Nơi nhận',
  everywhere: 'Cả tỉnh',
  show: 'Xem',
  cameOn: (day: string, place: string) => `${day} · ${place}`,
  about: 'Về nơi này',
  nothing: 'Chưa có sách mới. Mời xem cả mục lục.',
  search: 'Tìm sách',
  feed: 'Theo dõi bằng RSS',
  unknownPlace: (code: string) => `Không có nơi nào mang mã “${code}”. Đang hiện sách mới của cả tỉnh.`,
}

const en: typeof vi = {
  title: 'New in the catalogue',
  titleAt: place => `New books at ${place}`,
  lead: 'Books that are new to the province’s catalogue, by the day and the place. Choose a place to see what came there.',
  leadAt: 'Books that have just come here, the newest first.',
  filter: 'Came to',
  everywhere: 'The whole province',
  show: 'Show',
  cameOn: (day, place) => `${day} · ${place}`,
  about: 'About this place',
  nothing: 'No new books yet. The whole catalogue is open to you.',
  search: 'Search for books',
  feed: 'Follow by RSS',
  unknownPlace: code => `No place has the code “${code}”. These are the new books of the whole province.`,
}

export const arrivalsWords = (lang: Language) => ({ vi, en })[lang]
