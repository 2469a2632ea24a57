import type { Language } from '../../kernel/language.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { EditProblem } from './forms.ts'
import type { FoundProblem } from './found-form.ts'
import { editProblems as editProblemsEn, en, foundRefusals as foundRefusalsEn } from './messages.en.ts'
import { editProblems as editProblemsVi, foundRefusals as foundRefusalsVi, type Messages, vi } from './messages.vi.ts'

export const words = (lang: Language): Messages => ({ vi, en })[lang]

export const editSentences = (lang: Language): Sentences<EditProblem> =>
  ({ vi: editProblemsVi, en: editProblemsEn })[lang]

export const foundSentences = (lang: Language): Sentences<FoundProblem> =>
  ({ vi: foundRefusalsVi, en: foundRefusalsEn })[lang]
