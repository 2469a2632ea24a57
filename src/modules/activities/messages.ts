import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { staffEn } from './staff-words.en.ts'
import { staffVi } from './staff-words.vi.ts'

export const words = (lang: Language) => (lang === 'en' ? en : vi)
export const staffWords = (lang: Language) => (lang === 'en' ? staffEn : staffVi)
