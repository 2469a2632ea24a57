import type { Language } from '../kernel/language.ts'

const vi = {
  places: 'Nạp tỉnh mẫu: đơn vị hành chính…',
  institutions: 'Nạp tỉnh mẫu: thư viện, bảo tàng, nhà văn hóa, tủ sách…',
  books: (done: number, total: number) => `Nạp tỉnh mẫu: sách của ${done}/${total} thư viện…`,
  people: 'Nạp tỉnh mẫu: tài khoản và thẻ bạn đọc…',
  loans: (done: number, total: number) => `Nạp tỉnh mẫu: mượn trả ${done}/${total}…`,
  visits: 'Nạp tỉnh mẫu: lượt khách…',
  accounts: (file: string) => `Tài khoản mẫu (cũng ghi ở ${file}):`,
}

const en: typeof vi = {
  places: 'Demonstration: administrative units…',
  institutions: 'Demonstration: libraries, museums, culture houses, book-cases…',
  books: (done, total) => `Demonstration: books of ${done}/${total} libraries…`,
  people: 'Demonstration: accounts and reader cards…',
  loans: (done, total) => `Demonstration: loans and returns ${done}/${total}…`,
  visits: 'Demonstration: visits…',
  accounts: file => `Demonstration accounts (also in ${file}):`,
}

export const demoWords = (lang: Language): typeof vi => (lang === 'en' ? en : vi)
