import type { Language } from '../kernel/language.ts'

/** A whole number with its thousands apart: `1.240` in Vietnamese, `1,240` in English. */
export const formatCount = (count: number, lang: Language): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',')
