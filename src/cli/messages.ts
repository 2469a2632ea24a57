import type { Language } from '../kernel/language.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The command line's words; a sentence missing in one language does not compile. */
export type Words = typeof vi

export const wordsOf = (lang: Language): Words => (lang === 'en' ? en : vi)
