import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { type MarcMessages, vi } from './messages.vi.ts'

const inLanguage: Readonly<Record<Language, MarcMessages>> = { vi, en }

/** The sentences of the codec: warnings, problems, refusals. */
export const marcWords = (lang: Language): MarcMessages => inLanguage[lang]
