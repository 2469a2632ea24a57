import type { Field } from './bm25.ts'
import { impactOf, occurrenceWeight } from './bm25.ts'
import type { SearchDocument } from './document.ts'
import { comparableIdentifier } from './identifier.ts'
import { exactPair, exactTerm, exactTitle, foldedPair, foldedTerm, foldedTitle, identifierTerm } from './terms.ts'
import { readTokens } from './tokens.ts'

/** Raise it whenever the same document would give other terms: snapshots of before are then built anew. */
export const analyserVersion = 1

/** Longer texts are read up to here, in UTF-16 code units. */
const longestText = 100_000
const strongest = 255

/** The terms of a document with their strengths, 1–255. */
export function analyseDocument(document: SearchDocument): Map<string, number> {
  const weighed = new Map<string, number>()
  addField(weighed, 'title', [document.title])
  addField(weighed, 'otherTitles', document.otherTitles)
  addField(weighed, 'people', document.people)
  addField(weighed, 'subjects', document.subjects)
  addField(weighed, 'text', [document.text])
  for (const [term, occurrences] of weighed) weighed.set(term, impactOf(occurrences))
  for (const title of [document.title, ...document.otherTitles]) {
    const read = readTokens(title.slice(0, longestText))
    weighed.set(exactTitle(read.map(token => token.exact)), strongest)
    weighed.set(foldedTitle(read.map(token => token.folded)), strongest)
  }
  for (const identifier of document.identifiers) {
    const comparable = comparableIdentifier(identifier)
    if (comparable !== '') weighed.set(identifierTerm(comparable), strongest)
  }
  return weighed
}

/** Neighbours are sought within one text only: the end of one name and the beginning of the next are strangers. */
function addField(weighed: Map<string, number>, field: Field, texts: readonly string[]): void {
  const add = (term: string, weight: number) => weighed.set(term, (weighed.get(term) ?? 0) + weight)
  for (const text of texts) {
    const read = readTokens(text.slice(0, longestText))
    const weight = occurrenceWeight(field, read.length)
    let previous = null
    for (const token of read) {
      add(exactTerm(token.exact), weight)
      add(foldedTerm(token.folded), weight)
      if (previous !== null) {
        add(foldedPair(previous.folded, token.folded), weight)
        add(exactPair(previous.exact, token.exact), weight)
      }
      previous = token
    }
  }
}
