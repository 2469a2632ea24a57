import { cutToCodePoints, lengthInCodePoints } from '../../kernel/code-points.ts'

/** Blanks in a row are one; control characters and halves of characters, which no database keeps, are gone. */
export const oneLine = (text: string): string =>
  wellFormed(text)
    .replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Bidi_Control}\u200b\u2060\ufeff]/gu, '')
    .trim()

/** The same for a text whose lines are its own. */
export const manyLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const wellFormed = (text: string): string =>
  text.normalize('NFC').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

export interface Cut {
  readonly text: string
  readonly cut: boolean
}

/** At most so many code points, and whether something was lost. */
export const cutTo = (text: string, most: number): Cut => ({
  text: cutToCodePoints(text, most),
  cut: lengthInCodePoints(text) > most,
})
