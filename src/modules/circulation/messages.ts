import type { Language } from '../../kernel/language.ts'
import { say } from '../../kernel/sentences.ts'
import type { LoanRefusal } from './loan.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export const words = (lang: Language) => (lang === 'en' ? en : vi)

/** Why something is not lent, taken back or renewed, and what to do. */
export const loanSentence = (refusal: LoanRefusal, lang: Language): string => say(words(lang).loanRefusals, refusal)
