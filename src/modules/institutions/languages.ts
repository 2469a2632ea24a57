import type { Language } from '../../kernel/language.ts'
import { primaryLanguage } from '../../kernel/language-tag.ts'

/** Languages heard in the province: BCP-47 primary subtags (ISO 639) with their names. */
export const spokenLanguages: readonly { readonly tag: string; readonly vi: string; readonly en: string }[] = [
  { tag: 'vi', vi: 'tiếng Việt', en: 'Vietnamese' },
  { tag: 'hmn', vi: 'tiếng Mông', en: 'Hmong' },
  { tag: 'mww', vi: 'tiếng Mông Trắng', en: 'White Hmong' },
  { tag: 'hnj', vi: 'tiếng Mông Xanh', en: 'Green Hmong' },
  { tag: 'ium', vi: 'tiếng Dao', en: 'Iu Mien' },
  { tag: 'mji', vi: 'tiếng Dao Tuyển (Kim Mun)', en: 'Kim Mun' },
  { tag: 'tyz', vi: 'tiếng Tày', en: 'Tày' },
  { tag: 'pcc', vi: 'tiếng Giáy', en: 'Giáy' },
  { tag: 'nut', vi: 'tiếng Nùng', en: 'Nùng' },
  { tag: 'blt', vi: 'tiếng Thái Đen', en: 'Tai Dam' },
  { tag: 'twh', vi: 'tiếng Thái Trắng', en: 'Tai Dón' },
  { tag: 'tai', vi: 'tiếng Thái', en: 'Tai' },
  { tag: 'hni', vi: 'tiếng Hà Nhì', en: 'Hani' },
  { tag: 'kjg', vi: 'tiếng Khơ Mú', en: 'Khmu' },
  { tag: 'lha', vi: 'tiếng La Ha', en: 'Laha' },
  { tag: 'phw', vi: 'tiếng Phù Lá', en: 'Phula' },
  { tag: 'mtq', vi: 'tiếng Mường', en: 'Mường' },
  { tag: 'en', vi: 'tiếng Anh', en: 'English' },
  { tag: 'zh', vi: 'tiếng Trung', en: 'Chinese' },
  { tag: 'fr', vi: 'tiếng Pháp', en: 'French' },
]

/** What a language is called; a tag that nobody named stays as it is. */
export function languageName(tag: string, lang: Language): string {
  const primary = primaryLanguage(tag)
  return spokenLanguages.find(language => language.tag === primary)?.[lang] ?? tag
}
