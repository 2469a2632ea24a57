import { canonicalSyllable, fold, tokens } from '../../kernel/vietnamese.ts'
import type { ObjectFacts, Shown } from './object.ts'
import { type ProtocolWord, protocolWords } from './protocol-words.ts'

export interface ShownDecision {
  readonly shown: Shown
  /** The words by which it was kept back; none for what everybody may see. */
  readonly because: readonly ProtocolWord[]
}

/** Syllables between blanks, so that one phrase is found in another at whole words only. */
const spoken = (text: string): string =>
  ` ${tokens(text)
    .map(token => canonicalSyllable(token.text))
    .join(' ')} `

const withoutMarks = (text: string): string =>
  ` ${tokens(text)
    .map(token => fold(token.text))
    .join(' ')} `

const known = protocolWords.map(word => ({
  word,
  spoken: spoken(word.phrase),
  // One syllable without its marks is any of many words, and so is "le vat"; two or more with a rare one are not.
  typedPlain: word.phrase.includes(' ') ? withoutMarks(word.phrase) : null,
}))

/** Whether it is written as people type who leave the marks out: no letter has one. */
const hasNoMarks = (text: string): boolean => fold(text) === text.normalize('NFC').toLowerCase()

/**
 * Decides whom an object is shown to before its institution has said so: staff only, where its names or its description
 * speak of worship, rites or the dead. Museums' notes of what came from whom count too.
 */
export function decideShown(facts: ObjectFacts): ShownDecision {
  const { title, otherTitles, kind, description, provenance } = facts
  const texts = [...title.map(({ text }) => text), ...otherTitles, kind ?? '', description ?? '', provenance ?? '']
  const because = new Set<ProtocolWord>()
  for (const text of texts) {
    const heard = spoken(text)
    const plain = hasNoMarks(text) ? withoutMarks(text) : null
    for (const one of known) {
      const isIn =
        heard.includes(one.spoken) || (plain !== null && one.typedPlain !== null && plain.includes(one.typedPlain))
      if (isIn) because.add(one.word)
    }
  }
  return { shown: because.size > 0 ? 'staff' : 'everyone', because: [...because] }
}
