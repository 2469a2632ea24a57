import type { Language } from '../../kernel/language.ts'
import { say } from '../../kernel/sentences.ts'
import { marcWords, type WriteRefusal } from '../../standards/marc/index.ts'
import type { CataloguingRefusal } from './cataloguing-refusal.ts'
import { en } from './cataloguing-words.en.ts'
import { type CataloguingWords, vi } from './cataloguing-words.vi.ts'

export const cataloguingWords = (lang: Language): CataloguingWords => ({ vi, en })[lang]

export const cataloguingSentence = (refusal: CataloguingRefusal, lang: Language): string =>
  say(cataloguingWords(lang).refusals, refusal)

/** What neither ISO 2709 nor MARCXML can hold of a record, in one sentence after another. */
export const notWritableSentence = (reasons: readonly WriteRefusal[], lang: Language): string =>
  [cataloguingWords(lang).notWritable, ...reasons.map(reason => say(marcWords(lang).refusals, reason))].join(' ')
