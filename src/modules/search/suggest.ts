import { longestQuery } from './analyse-query.ts'
import { firstIn } from './engine/answer.ts'
import type { Engine } from './engine/engine.ts'
import { frequency } from './engine/part.ts'
import type { QueryTerms, Source } from './engine/plan.ts'
import { bytesAt, lowerBound, poolSize, textAt } from './engine/text-pool.ts'
import type { Suggestion, SuggestQuery } from './query.ts'
import { foldedTerm } from './terms.ts'
import { readTokens } from './tokens.ts'

const usual = 8
const most = 20
/** Completions of the last word that are considered, the most frequent of those looked at. */
const completionsUsed = 24
const completionsSeen = 2_000

/** Completes what is being typed: the last word may be unfinished, the others must be there. Only from what the viewer may see. */
export function suggest(engine: Engine, query: SuggestQuery): Suggestion[] {
  const words = readTokens(query.text.normalize('NFC').slice(0, longestQuery)).map(token => token.folded)
  const last = words.at(-1)
  const limit = Math.max(1, Math.min(most, query.limit ?? usual))
  if (last === undefined) return []
  const sources = engine.sources(query.grants, query.today)
  const terms: QueryTerms = {
    positions: [
      ...words.slice(0, -1).map(word => ({ text: word, alternatives: [{ term: foldedTerm(word), weight: 1 }] })),
      { text: last, alternatives: completions(sources, last).map(term => ({ term, weight: 1 })) },
    ],
    pairs: [],
    sameTitle: [],
    identifier: null,
  }
  const found = firstIn(sources, engine.numbers, terms, limit * 4)
  const fits = (text: string) => isBeginning(words, folded(text))
  const names = [
    ...found.flatMap(({ people }) => people.filter(fits).map(text => ({ kind: 'person', text, url: null }) as const)),
    ...found.flatMap(({ subjects }) =>
      subjects.filter(fits).map(text => ({ kind: 'subject', text, url: null }) as const),
    ),
  ]
  const titles = found.map(({ kind, title, url }): Suggestion => ({ kind, text: title, url }))
  // What is named so itself, then people and subjects so named, then what has the words anywhere else.
  const ordered = [...titles.filter(({ text }) => fits(text)), ...names, ...titles]
  const suggestions = new Map<string, Suggestion>()
  for (const suggestion of ordered) {
    const key = folded(suggestion.text).join(' ')
    if (!suggestions.has(key)) suggestions.set(key, suggestion)
  }
  return [...suggestions.values()].slice(0, limit)
}

const folded = (text: string): string[] => readTokens(text).map(token => token.folded)

/** Whether a name has every word, the last one perhaps not typed to its end. */
function isBeginning(words: readonly string[], name: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  return words.slice(0, -1).every(word => name.includes(word)) && name.some(word => word.startsWith(last))
}

/** Folded words that begin like this in what the viewer may see, the word itself first. */
function completions(sources: readonly Source[], beginning: string): string[] {
  const prefix = Buffer.from(foldedTerm(beginning))
  const counts = new Map<string, number>()
  for (const { part, view } of sources) {
    const { terms } = part.segment
    let seen = 0
    for (let at = lowerBound(terms, prefix); at < poolSize(terms) && seen < completionsSeen; at += 1) {
      if (!startsWith(bytesAt(terms, at), prefix)) break
      const documents = frequency(part, view, at)
      if (documents === 0) continue
      seen += 1
      const term = textAt(terms, at)
      counts.set(term, (counts.get(term) ?? 0) + documents)
    }
  }
  const whole = foldedTerm(beginning)
  const ordered = [...counts].sort(
    ([a, i], [b, j]) => Number(b === whole) - Number(a === whole) || j - i || (a < b ? -1 : 1),
  )
  return ordered.slice(0, completionsUsed).map(([term]) => term)
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i += 1) if (bytes[i] !== prefix[i]) return false
  return true
}
