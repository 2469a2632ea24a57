import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { en as targetEn } from './target-words.en.ts'
import { vi as targetVi } from './target-words.vi.ts'

export const words = (lang: Language) => (lang === 'en' ? en : vi)

export const targetWords = (lang: Language) => (lang === 'en' ? targetEn : targetVi)
