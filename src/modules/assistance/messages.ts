import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export const words = (lang: Language) => (lang === 'en' ? en : vi)
