import { remembered } from './remembered.ts'
import { fold, nfc, type Tone, vietnameseLetter, withTrueD } from './vietnamese-letters.ts'

export interface Syllable {
  /** Small letters in NFC without tone; ă â ê ô ơ ư đ keep what makes them letters. */
  readonly letters: string
  readonly tone: Tone
}

/**
 * Parts a word into its letters and its tone, wherever the mark sat: hoà, hòa and hòa in NFD are all ('hoa', 2).
 * Null when it bears two tones or has a character that no Vietnamese word is written with.
 */
export function splitTone(word: string): Syllable | null {
  let letters = ''
  let tone: Tone = 0
  for (const char of withTrueD(word).toLowerCase()) {
    const found = vietnameseLetter(char)
    if (found === undefined || (found.tone !== 0 && tone !== 0)) return null
    letters += found.letter
    if (found.tone !== 0) tone = found.tone
  }
  return { letters, tone }
}

/** An open syllable in which i and y are the same sound: kĩ/kỹ, lí/lý, quí/quý, vi/vy; never thuỷ, hay, ý. */
const iOrY = /^(h|k|l|m|s|t|b|v|qu)[iy]$/

/**
 * One form for the ways one syllable is written: small letters, y where i and y vary, the tone as its VNI digit at the
 * end. hoà = hòa = 'hoa2', kĩ = kỹ = 'ky4', Đường = 'đương2', ba = 'ba'. A word that is no Vietnamese writing (it
 * bears two tones, has digits or other letters) comes back in small letters and NFC.
 */
export const canonicalSyllable = remembered((syllable: string): string => {
  const parts = splitTone(syllable)
  if (parts === null) return nfc(withTrueD(syllable).toLowerCase())
  const letters = parts.letters.replace(iOrY, '$1y')
  return parts.tone === 0 ? letters : letters + parts.tone
})

/** Whether a canonical syllable stands for spellings with i and with y, which fold differently: 'ky4' for kĩ and kỹ. */
export const isSpelledTwoWays = (canonical: string): boolean => iOrY.test(canonical.replace(/[1-5]$/, ''))

/** Rhymes by their nucleus, as current orthography writes them. */
const rhymes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu ' +
    'o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
    'oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ' +
    'uân uâng uât uây uê uêch uên uênh uêt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt'
  ).split(' '),
)

/** After qu the glide is already written. */
const rhymesAfterQu = new Set(
  (
    'a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eng eo et ê ên ênh êt êch ' +
    'i in inh it y ych yn ynh yt yên yêt ơ ôc ơi ơn'
  ).split(' '),
)

/** Names of the highlands that everybody writes although the rules of spelling do not know them: Bắc Kạn, Đắk Lắk. */
const namesOutsideTheRules = new Set(['kan', 'đăk', 'lăk'])

const onset = /^(?:ngh|ng|nh|gh|gi|qu|kh|ph|th|tr|ch|[bcdđghklmnprstvx])?/
const front = /^[eêiy]/
const stop = /(?:c|ch|p|t)$/

function hasRhyme(letters: string): boolean {
  const head = onset.exec(letters)?.[0] ?? ''
  const rhyme = letters.slice(head.length)
  if (head === 'qu') return rhymesAfterQu.has(rhyme)
  if (head === 'gi') return rhyme === '' || rhymes.has(rhyme) || rhymes.has(`i${rhyme}`)
  if (!rhymes.has(rhyme)) return false
  if (rhyme.startsWith('yê') || rhyme.startsWith('iê')) return (head === '') === rhyme.startsWith('y')
  if (rhyme === 'y') return head === '' || /^(?:[hklmstbvdn]|th)$/.test(head)
  if (head === 'c' || head === 'ng') return !front.test(rhyme)
  if (head === 'g') return !front.test(rhyme) || rhyme.startsWith('i')
  return !['k', 'gh', 'ngh'].includes(head) || front.test(rhyme)
}

/**
 * Whether a word is a well-formed syllable of Vietnamese: an onset, a rhyme and a tone that go together (a syllable
 * ending in c, ch, p, t bears sắc or nặng). Where exactly the tone mark sits is not judged. Any case, NFC or NFD.
 */
export function isVietnameseSyllable(word: string): boolean {
  const parts = splitTone(word)
  if (parts === null || parts.letters === '') return false
  if (namesOutsideTheRules.has(parts.letters)) return true
  if (!hasRhyme(parts.letters)) return false
  return !stop.test(parts.letters) || parts.tone === 1 || parts.tone === 5
}

const onsets = 'b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ').concat('', 'đ')
const folded = new Set(
  onsets.flatMap(head =>
    [...(head === 'qu' ? rhymesAfterQu : rhymes), ...(head === 'gi' ? [''] : [])]
      .map(rhyme => head + rhyme)
      .filter(hasRhyme)
      .map(fold),
  ),
)

/** Whether a word without marks could stand for a Vietnamese syllable: 'duong', 'hoc', not 'street'. */
export const couldBeSyllable = (word: string): boolean => folded.has(word.toLowerCase())
