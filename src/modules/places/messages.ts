import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { type Messages, vi } from './messages.vi.ts'

const inLanguage: Readonly<Record<Language, Messages>> = { vi, en }

export const words = (lang: Language): Messages => inLanguage[lang]
