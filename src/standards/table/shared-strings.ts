import { stop } from './problem.ts'
import { readPart } from './xml-part.ts'
import type { Package } from './zip-part.ts'

/** What an empty string costs beside its text. */
const unitsOfOne = 16

/** The strings that cells point to: the runs of rich text joined, readings (`rPh`) left out. ECMA-376 part 1, 18.4.
 *  Throws `Stopped`. */
export async function readSharedStrings(zip: Package, part: string | null, limit: number): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === null) return strings
  let units = 0
  let text = ''
  let listening = false
  let reading = false
  await readPart(zip, part, {
    open: name => {
      if (name === 'si') text = ''
      if (name === 'rPh') reading = true
      listening = name === 't' && !reading
    },
    text: piece => {
      if (listening) text += piece
      if (text.length > limit) stop({ code: 'too-many-strings', limit })
    },
    close: name => {
      listening = false
      if (name === 'rPh') reading = false
      if (name !== 'si') return
      strings.push(text)
      units += text.length + unitsOfOne
      if (units > limit) stop({ code: 'too-many-strings', limit })
    },
  })
  return strings
}
