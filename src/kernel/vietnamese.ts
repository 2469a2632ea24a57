/** All that other rooms may use of Vietnamese writing. */
export { fold, nfc, type Tone } from './vietnamese-letters.ts'
export { compareVietnamese, sortKey } from './vietnamese-order.ts'
export {
  canonicalSyllable,
  couldBeSyllable,
  isSpelledTwoWays,
  isVietnameseSyllable,
  type Syllable,
  splitTone,
} from './vietnamese-syllable.ts'
export { type Token, tokens } from './vietnamese-tokens.ts'
