import { canonicalSyllable, fold, tokens } from '../../kernel/vietnamese.ts'

/** A syllable or word of a text, as written and as it is looked up. */
export interface Token {
  /** Small letters in NFC, with its marks. */
  readonly written: string
  /** With its marks, in one spelling. */
  readonly exact: string
  readonly folded: string
  /** Range [from, to) in UTF-16 code units of the text as given. */
  readonly from: number
  readonly to: number
}

interface Forms {
  readonly exact: string
  readonly folded: string
}

const remembered = new Map<string, Forms>()
const rememberedMost = 50_000

/** Vietnamese has some seven thousand syllables, so nearly every one has been read before. */
function formsOf(written: string): Forms {
  const known = remembered.get(written)
  if (known !== undefined) return known
  const forms = { exact: canonicalSyllable(written), folded: fold(written) }
  if (remembered.size >= rememberedMost) remembered.clear()
  remembered.set(written, forms)
  return forms
}

export const readTokens = (text: string): Token[] =>
  tokens(text).map(({ text: written, start, end }) => {
    const { exact, folded } = formsOf(written)
    return { written, exact, folded, from: start, to: end }
  })
