import { parseLanguageTag, primaryLanguage } from './language-tag.ts'
import { ok, type Result, refused } from './result.ts'

/** How a text came to be: as its author wrote it, translated by a person, by a machine, or by a machine and then checked. */
export const textStates = ['original', 'translated', 'machine', 'checked'] as const
export type TextState = (typeof textStates)[number]

export interface TextIn {
  /** BCP-47 tag, with script and private parts where they matter: 'vi', 'tyz-Latn', 'hmn-Latn-x-rpa'. */
  readonly lang: string
  readonly text: string
  readonly state: TextState
  /** Id of a recording in which the text is spoken. */
  readonly audio?: string
}

/** A text in the languages it exists in, one entry for each; the first original leads. Stored as JSON. */
export type LocalizedText = readonly TextIn[]

/** `localized('vi', 'Thư viện tỉnh', { en: 'Provincial Library' })`: an original and translations by people. */
export const localized = (
  lang: string,
  text: string,
  translations: Readonly<Record<string, string>> = {},
): LocalizedText => [
  { lang, text, state: 'original' },
  ...Object.entries(translations).map(
    ([other, translation]): TextIn => ({ lang: other, text: translation, state: 'translated' }),
  ),
]

export interface ShownText {
  readonly text: string
  /** For the `lang` attribute. */
  readonly lang: string
  /** True when the wanted language is missing and another one stands in, which the page should make visible. */
  readonly missing: boolean
}

/** The text as somebody wants to read it: in that very language, else the same primary language, else the original, else the first. */
export function textIn(text: LocalizedText, wanted: string): ShownText {
  const tag = wanted.toLowerCase()
  const primary = primaryLanguage(wanted)
  const found =
    text.find(entry => entry.lang.toLowerCase() === tag) ??
    text.find(entry => primaryLanguage(entry.lang) === primary) ??
    text.find(entry => entry.state === 'original') ??
    text[0]
  if (found === undefined) return { text: '', lang: wanted, missing: true }
  return { text: found.text, lang: found.lang, missing: primaryLanguage(found.lang) !== primary }
}

export type LocalizedTextProblem =
  | { readonly code: 'not-a-list' }
  | { readonly code: 'not-an-entry'; readonly at: number }
  | { readonly code: 'bad-language-tag'; readonly at: number }
  | { readonly code: 'language-twice'; readonly at: number; readonly lang: string }
  | { readonly code: 'bad-state'; readonly at: number }
  | { readonly code: 'bad-audio'; readonly at: number }

/** Reads what came from outside, tags put into their usual case and texts into NFC without blanks around; every problem with its place. */
export function parseLocalizedText(value: unknown): Result<LocalizedText, LocalizedTextProblem> {
  if (!Array.isArray(value)) return refused([{ code: 'not-a-list' }])
  const problems: LocalizedTextProblem[] = []
  const entries: TextIn[] = []
  for (const [at, item] of value.entries()) {
    const entry = parseEntry(item, at, problems)
    if (entry === null) continue
    if (entries.some(({ lang }) => lang === entry.lang)) problems.push({ code: 'language-twice', at, lang: entry.lang })
    entries.push(entry)
  }
  return problems.length > 0 ? refused(problems) : ok(entries)
}

function parseEntry(item: unknown, at: number, problems: LocalizedTextProblem[]): TextIn | null {
  const { lang, text, state, audio }: Partial<Record<keyof TextIn, unknown>> =
    typeof item === 'object' && item !== null ? item : {}
  if (typeof text !== 'string' || text.trim() === '') {
    problems.push({ code: 'not-an-entry', at })
    return null
  }
  const tag = parseLanguageTag(lang)
  if (tag === null) problems.push({ code: 'bad-language-tag', at })
  const known = textStates.find(one => one === state)
  if (known === undefined) problems.push({ code: 'bad-state', at })
  if (audio !== undefined && (typeof audio !== 'string' || audio === '')) problems.push({ code: 'bad-audio', at })
  if (tag === null || known === undefined) return null
  const entry = { lang: tag, text: text.normalize('NFC').trim(), state: known }
  return typeof audio === 'string' ? { ...entry, audio } : entry
}
