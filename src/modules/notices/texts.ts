import { primaryLanguage } from '../../kernel/language-tag.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'
import type { Template, Topic, TopicValues } from './topic.ts'

/** What a letter is written with: the values, and addresses on this installation made whole. */
export interface Written {
  readonly subject: string
  /** Paragraphs. */
  readonly body: readonly string[]
}

/** The texts in one language; leaving one out does not compile. */
export interface Texts {
  readonly topics: { readonly [T in Topic]: (values: TopicValues[T], address: (path: string) => string) => Written }
  /** Under every letter that can be left. */
  readonly leave: (link: string) => string
  readonly closing: string
}

/** By primary language; a province that writes its own adds a line. */
const texts: Readonly<Record<string, Texts>> = { vi, en }

export interface RenderedLetter {
  readonly subject: string
  readonly text: string
  readonly language: string
}

/** Writes the letter in the language wanted, in Vietnamese where nobody has written it in that one. */
export function renderLetter(
  template: Template,
  wanted: string,
  publicUrl: string,
  leave: string | null,
): RenderedLetter {
  const primary = primaryLanguage(wanted)
  const [language, chosen] = Object.hasOwn(texts, primary) ? [wanted, texts[primary] ?? vi] : ['vi', vi]
  // The topic picks the text written for just these values, which the type of a lookup cannot say.
  const write = chosen.topics[template.topic] as (values: Template['values'], address: typeof at) => Written
  const at = (path: string) => `${publicUrl}${path}`
  const { subject, body } = write(template.values, at)
  const foot = leave === null ? [] : [`-- \n${chosen.leave(leave)}`]
  // One line: what a title brings along must not reach the head of a letter.
  return {
    subject: subject.replaceAll(/\s+/g, ' ').trim(),
    text: `${[...body, chosen.closing, ...foot].join('\n\n')}\n`,
    language,
  }
}
