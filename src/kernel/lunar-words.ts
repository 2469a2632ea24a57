import type { Language } from './language.ts'
import type { LunarDate } from './lunar.ts'

const months = 'Giêng Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Mười·một Chạp'.split(' ').map(name => name.replace('·', ' '))

/** 'tháng Giêng', 'tháng Sáu nhuận'; 'lunar month 1', 'leap lunar month 6' in English. */
export function lunarMonthName(month: number, leap: boolean, language: Language): string {
  if (language === 'en') return `${leap ? 'leap ' : ''}lunar month ${month}`
  return `tháng ${months[month - 1]}${leap ? ' nhuận' : ''}`
}

/** '20/10 ÂL', '20/6 nhuận ÂL'; '20/10 lunar' in English: a lunar date always says that it is one. */
export function formatLunar({ day, month, leap }: LunarDate, language: Language): string {
  return language === 'vi' ? `${day}/${month}${leap ? ' nhuận' : ''} ÂL` : `${day}/${month}${leap ? ' leap' : ''} lunar`
}

/** As people say it: 'mùng 1 tháng Giêng', 'rằm tháng Bảy', '23 tháng Chạp'; 'day 23 of lunar month 12' in English. */
export function lunarInWords({ day, month, leap }: LunarDate, language: Language): string {
  const name = lunarMonthName(month, leap, language)
  if (language === 'en') return `day ${day} of ${name}`
  return `${day <= 10 ? `mùng ${day}` : day === 15 ? 'rằm' : day} ${name}`
}
