import { everyone, grant } from '../src/kernel/audience.ts'
import { isVietnameseSyllable, sortKey } from '../src/kernel/vietnamese.ts'
import type { SearchDocument } from '../src/modules/search/document.ts'

/**
 * Deterministic records that behave like a Vietnamese catalogue: well-formed syllables with marks, two-syllable words chosen by
 * Zipf's law, names that mostly begin with Nguyễn, Trần, Lê; titles of 4–14 syllables, notes of 15–45.
 */
export function* madeDocuments(count: number, seed = 1): Generator<SearchDocument> {
  const chance = mulberry(seed)
  const words = makeWords(chance)
  const zipf = zipfOf(words.length)
  const word = () => words[zipf(chance())] ?? ''
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T
  const several = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1))
  const phrase = (least: number, most: number) => Array.from({ length: several(least, most) }, word).join(' ')
  const subjects = Array.from({ length: 3000 }, () => phrase(1, 2))
  const subject = zipfOf(subjects.length)
  for (let id = 0; id < count; id += 1) {
    const title = capital(phrase(2, 7))
    const year = 1955 + Math.floor(70 * Math.sqrt(chance()))
    yield {
      kind: chance() < 0.8 ? 'work' : 'object',
      id: id.toString(36).padStart(12, '0'),
      url: `/tai-lieu/${id.toString(36)}`,
      title,
      otherTitles: chance() < 0.1 ? [capital(phrase(2, 4))] : [],
      people: Array.from({ length: several(1, 2) }, () => `${pick(families)} ${capital(word())}`),
      subjects: Array.from({ length: several(1, 3) }, () => subjects[subject(chance())] ?? ''),
      text: phrase(8, 22),
      identifiers: [`978604${String(id).padStart(7, '0')}`],
      language: pick(['vie', 'vie', 'vie', 'vie', 'eng', 'hmn']),
      institutions: Array.from({ length: several(1, 3) }, () => `TV-${Math.floor(chance() * 120)}`),
      places: [`LC-${Math.floor(chance() * 99)}`, 'LC'],
      year,
      available: chance() < 0.7,
      audience: chance() < 0.02 ? grant('staff') : everyone,
      display: { people: 'Nhiều tác giả', year: String(year), copies: 2 },
      sortKey: sortKey(title),
    }
  }
}

const families = [
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Trần',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vàng A',
  'Giàng Thị',
  'Lù',
]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function makeWords(chance: () => number): string[] {
  const onsets = 'b c ch d đ g h kh l m n ng nh ph qu s t th tr v x'.split(' ')
  const rhymes =
    'a à á ạ ả an àn án anh ảnh ao áo ay ày ăn ân ấn âm êm ên i ì ị in inh ình iên iến iền ôi ối ông ống ồng ơi ời u ủ ung ươn ường ương uyên oa òa oan'
  const syllables = onsets.flatMap(onset => rhymes.split(' ').map(rhyme => onset + rhyme)).filter(isVietnameseSyllable)
  const shuffled = syllables.map(syllable => ({ syllable, at: chance() })).sort((a, b) => a.at - b.at)
  const ranked = zipfOf(shuffled.length)
  const syllable = () => shuffled[ranked(chance())]?.syllable ?? 'bản'
  return [
    ...new Set(Array.from({ length: 40_000 }, () => (chance() < 0.25 ? syllable() : `${syllable()} ${syllable()}`))),
  ]
}

/** Ranks by Zipf's law with exponent 0.9: a number in [0, 1) becomes a rank. */
function zipfOf(size: number): (uniform: number) => number {
  const cumulated = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 1) ** 0.9
    cumulated[rank] = sum
  }
  return uniform => {
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((cumulated[middle] as number) < uniform * sum) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Mulberry32: a small generator of repeatable chance. */
export function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
