import type { Language } from '../../kernel/language.ts'
import { say } from '../../kernel/sentences.ts'
import type { Verb } from './fact.ts'
import type { FreezeRefusal } from './freeze-year.ts'
import { en } from './messages.en.ts'
import { type Messages, vi } from './messages.vi.ts'

const words = (lang: Language): Messages => ({ vi, en })[lang]

/** Why a year is not frozen, and what to do. */
export const freezeSentence = (refusal: FreezeRefusal, lang: Language): string =>
  say(words(lang).freezeRefusals, refusal)

/** What happened, as people call it. */
export const verbName = (verb: Verb, lang: Language): string => words(lang).verbNames[verb]
