import type { Language } from '../../kernel/language.ts'

/**
 * Codes of the MARC Code List for Languages with their BCP-47 tags, for the languages that libraries here hold. A code
 * that is not listed stays as it is: three letters are a valid tag too.
 */
const tags: Readonly<Record<string, string>> = {
  vie: 'vi',
  eng: 'en',
  fre: 'fr',
  fra: 'fr',
  rus: 'ru',
  chi: 'zh',
  zho: 'zh',
  jpn: 'ja',
  kor: 'ko',
  ger: 'de',
  deu: 'de',
  spa: 'es',
  lao: 'lo',
  tha: 'th',
  khm: 'km',
}

/** Codes that say that nobody knows, or that there are several or none. */
const silent = ['und', 'mul', 'zxx', 'mis']

export const languageTag = (code: string | null): string | null => {
  const known = code?.trim().toLowerCase() ?? ''
  return /^[a-z]{3}$/.test(known) && !silent.includes(known) ? (tags[known] ?? known) : null
}

/** The code of the MARC list for a tag; null where it has none of its own. */
export const languageCode = (tag: string | null): string | null =>
  tag === null
    ? null
    : (Object.entries(tags).find(([, known]) => known === tag)?.[0] ?? (tag.length === 3 ? tag : null))

/** Letters that of the languages we hold only Vietnamese has, in NFC. */
const vietnameseOnly = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i

/** The tag of a title whose record names no language: Vietnamese where its letters show it, otherwise undetermined. */
export const languageOfTitle = (title: string): string => (vietnameseOnly.test(title) ? 'vi' : 'und')

/** Languages of the books that libraries here hold, the most frequent first. */
export const offeredLanguages = ['vi', 'en', 'fr', 'ru', 'zh', 'ja', 'ko', 'de', 'es', 'hmn', 'lo', 'th', 'km'] as const

const names: Readonly<Record<Language, Intl.DisplayNames>> = {
  vi: new Intl.DisplayNames('vi', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
}

export const languageName = (tag: string, lang: Language): string => names[lang].of(tag) ?? tag
