import type { Language } from '../../kernel/language.ts'
import { roomEn } from './room-words.en.ts'
import { roomVi } from './room-words.vi.ts'

/** The words of slips and closed stacks. */
export const roomWords = (lang: Language) => (lang === 'en' ? roomEn : roomVi)
