import { isSpelledTwoWays } from '../../kernel/vietnamese.ts'
import type { Alternative, QueryTerms } from './engine/plan.ts'
import { typedIdentifier } from './identifier.ts'
import { exactPair, exactTerm, exactTitle, foldedPair, foldedTerm, foldedTitle, identifierTerm } from './terms.ts'
import { readTokens, type Token } from './tokens.ts'

/** Of what is typed this much is read: the cost of a query is bounded whatever arrives. */
export const longestQuery = 300
const mostPositions = 24

/** What readings are worth: a reader who typed marks meant them, one who did not may mean any. */
const weights = {
  exact: 1,
  /** The letters fit, the marks do not. */
  foldedOfMarked: 0.45,
  /** An unmarked word among marked ones. */
  foldedOfUnmarked: 0.7,
  folded: 1,
  exactPair: 0.9,
  foldedPairOfMarked: 0.35,
  foldedPair: 0.8,
  /** Added when a whole title is what was typed, marks included; above what words alone can earn. */
  sameTitle: 60,
  sameFoldedTitle: 30,
} as const

export interface ReadQuery {
  /** The part that was read. */
  readonly text: string
  readonly tokens: readonly Token[]
  readonly terms: QueryTerms
}

export function readQueryText(typed: string): ReadQuery {
  const text = typed.normalize('NFC').trim().slice(0, longestQuery)
  const tokens = readTokens(text).slice(0, mostPositions)
  const marked = tokens.some(isMarked)
  const distinct = [...new Map(tokens.map(token => [marked ? token.exact : token.folded, token])).values()]
  const identifier = typedIdentifier(text)
  return {
    text,
    tokens,
    terms: {
      positions: distinct.map(token => ({
        text: text.slice(token.from, token.to),
        alternatives: readings(token, marked),
      })),
      pairs: tokens.slice(1).map((token, at) => pairReadings(tokens[at] ?? token, token, marked)),
      sameTitle: tokens.length === 0 ? [] : sameTitle(tokens, marked),
      identifier: identifier === null ? null : identifierTerm(identifier),
    },
  }
}

const isMarked = (token: Token): boolean => token.written !== token.folded

function readings(token: Token, marked: boolean): Alternative[] {
  if (!marked) return [{ term: foldedTerm(token.folded), weight: weights.folded }]
  const folded = isMarked(token) ? weights.foldedOfMarked : weights.foldedOfUnmarked
  const exact = { term: exactTerm(token.exact), weight: weights.exact }
  // Every document with the exact term has the folded one too, unless another spelling of it folds differently.
  const implied = isSpelledTwoWays(token.exact) ? {} : ({ implied: true } as const)
  return [
    { ...exact, ...implied },
    { term: foldedTerm(token.folded), weight: folded },
  ]
}

function pairReadings(first: Token, second: Token, marked: boolean): Alternative[] {
  const folded = { term: foldedPair(first.folded, second.folded), weight: weights.foldedPair }
  if (!marked) return [folded]
  return [
    { term: exactPair(first.exact, second.exact), weight: weights.exactPair },
    { ...folded, weight: weights.foldedPairOfMarked },
  ]
}

function sameTitle(tokens: readonly Token[], marked: boolean): Alternative[] {
  const folded = foldedTitle(tokens.map(token => token.folded))
  if (!marked) return [{ term: folded, weight: weights.sameTitle }]
  return [
    { term: exactTitle(tokens.map(token => token.exact)), weight: weights.sameTitle },
    { term: folded, weight: weights.sameFoldedTitle },
  ]
}
