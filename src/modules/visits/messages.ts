import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { type Messages, vi } from './messages.vi.ts'

export const words = (lang: Language): Messages => ({ vi, en })[lang]
