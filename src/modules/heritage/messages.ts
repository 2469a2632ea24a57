import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { type Messages, vi } from './messages.vi.ts'

export const words = (lang: Language): Messages => ({ vi, en })[lang]

/** What importing has to say of an object: problems, warnings, and why it may be one that we have. */
export const heritageWords = (lang: Language): Pick<Messages, 'problems' | 'warnings' | 'reasons'> => words(lang)
