import type { Language } from '../../kernel/language.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { JsonLinesProblem } from './problem.ts'

/** The sentences of the codec. */
export const jsonLinesWords = (lang: Language): Sentences<JsonLinesProblem> => ({ vi, en })[lang]
