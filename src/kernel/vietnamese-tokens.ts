import { remembered } from './remembered.ts'
import { nfc, withTrueD } from './vietnamese-letters.ts'

export interface Token {
  /** Small letters in NFC, with marks; without the apostrophe of H’Mông. */
  readonly text: string
  /** Where it stands in the text that was given: UTF-16 code units, the end not included. */
  readonly start: number
  readonly end: number
}

const apostrophes = "'’‘ʼʻ"
const invisible = '\\u00ad\\u200c\\u200d\\u2060\\ufeff'
const dropped = new RegExp(`[${apostrophes}${invisible}]`, 'g')
/** Letters and digits with their marks; apostrophes and invisible joiners stay only inside. */
const wordRun = new RegExp(`[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}]|[${apostrophes}${invisible}]+(?=\\p{L}))*`, 'gu')

const unspaced =
  '\\p{sc=Han}\\p{sc=Khmer}\\p{sc=Tai_Viet}\\p{sc=Lao}\\p{sc=Thai}\\p{sc=Tai_Tham}\\p{sc=Tai_Le}\\p{sc=New_Tai_Lue}' +
  '\\p{sc=Myanmar}\\p{sc=Hiragana}\\p{sc=Katakana}'
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u')
const unspacedRun = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu')

/**
 * The words of a text in order. Runs of a script that puts no blanks between words (Han with Nôm, Khmer, Tai Viet, Lao,
 * Thai …) become overlapping pairs of code points, a lone one standing for itself.
 */
export function tokens(text: string): Token[] {
  const composed = text.normalize('NFC')
  const found: Token[] = []
  for (const word of composed.matchAll(wordRun)) {
    if (hasUnspaced.test(word[0])) pushUnspaced(found, word[0], word.index)
    else found.push(token(word[0], word.index))
  }
  return composed === text ? found : inOriginal(found, text)
}

const spelled = remembered(written => nfc(withTrueD(written.replace(dropped, '')).toLowerCase()))

const token = (written: string, start: number): Token => ({
  text: spelled(written),
  start,
  end: start + written.length,
})

function pushUnspaced(found: Token[], word: string, start: number): void {
  for (const run of word.matchAll(unspacedRun)) {
    if (hasUnspaced.test(run[0])) pushPairs(found, run[0], start + run.index)
    else if (/[\p{L}\p{N}]/u.test(run[0])) found.push(token(run[0], start + run.index))
  }
}

function pushPairs(found: Token[], run: string, start: number): void {
  const points = [...run]
  let at = start
  for (const [i, point] of points.entries()) {
    const next = points[i + 1]
    if (next !== undefined || points.length === 1)
      found.push({ text: point + (next ?? ''), start: at, end: at + point.length + (next ?? '').length })
    at += point.length
  }
}

/** Carries places in the composed text over to the text as given, letter with marks by letter with marks. */
function inOriginal(found: readonly Token[], text: string): Token[] {
  const originalStart: number[] = []
  const originalEnd: number[] = []
  for (const cluster of text.matchAll(/\P{M}?\p{M}*/gu)) {
    const { length } = cluster[0].normalize('NFC')
    for (let i = 0; i < length; i++) {
      originalStart.push(cluster.index)
      originalEnd.push(cluster.index + cluster[0].length)
    }
  }
  return found.map(({ text: word, start, end }) => ({
    text: word,
    start: originalStart[start] ?? text.length,
    end: originalEnd[end - 1] ?? text.length,
  }))
}
