import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { type TableMessages, vi } from './messages.vi.ts'

const inLanguage: Readonly<Record<Language, TableMessages>> = { vi, en }

/** The sentences of the codec: problems, warnings, notes. */
export const tableWords = (lang: Language): TableMessages => inLanguage[lang]
