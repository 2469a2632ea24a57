import type { LocalizedText } from '../../kernel/localized-text.ts'
import { textIn } from '../../kernel/localized-text.ts'

interface Named {
  readonly name: LocalizedText
}

/** The name as somebody reads it; names without a translation stay as they are. */
export const nameIn = ({ name }: Named, lang: string): string => textIn(name, lang).text

/** For the `lang` attribute: set only where the name is in another language than the page. */
export const langOf = ({ name }: Named, lang: string): string | undefined => {
  const shown = textIn(name, lang)
  return shown.missing ? shown.lang : undefined
}
