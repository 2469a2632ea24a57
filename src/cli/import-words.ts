import type { Language } from '../kernel/language.ts'
import type { ImportRefusal } from '../modules/catalogue/index.ts'

export const refusalSentence = (refusal: ImportRefusal, _lang: Language): string => refusal.code
export const noteSentence = (note: { readonly code: string }, _lang: Language): string => note.code
