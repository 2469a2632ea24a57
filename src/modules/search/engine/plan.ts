import { idf } from '../bm25.ts'
import { findTerm, frequency, type Part, type Postings, postingsOf, type View } from './part.ts'

/** One way to read a position of the query. */
export interface Alternative {
  readonly term: string
  readonly weight: number
  /** Every document that has it has another alternative of the same position too. */
  readonly implied?: true
}

/** A query after analysis: what each position may be, and what else is a sign of a good answer. */
export interface QueryTerms {
  /** As typed, for the reader; beside it how it may be read. */
  readonly positions: readonly { readonly text: string; readonly alternatives: readonly Alternative[] }[]
  /** Neighbouring syllables; finding them raises a document, missing them costs nothing. */
  readonly pairs: readonly (readonly Alternative[])[]
  /** Terms of a title that is wholly what was typed, with the bonus that it earns. */
  readonly sameTitle: readonly Alternative[]
  /** The term of an identifier that is wholly what was typed. */
  readonly identifier: string | null
}

export interface Source {
  readonly part: Part
  readonly view: View
}

/** A term with its worth for this viewer; `ids` are its numbers in each source, −1 where absent. */
export interface Weighed {
  readonly ids: Int32Array
  readonly factor: number
  readonly frequency: number
  readonly implied: boolean
}

/** A group of readings of which the best one counts. */
export interface Group {
  readonly text: string
  readonly readings: readonly Weighed[]
  /** Upper bound of documents that have any of the readings. */
  readonly frequency: number
  /** What having it is worth when coverage is judged: the idf of its commonest reading. */
  readonly mass: number
}

export interface Plan {
  /** Rarest first. */
  readonly positions: readonly Group[]
  readonly unknown: readonly string[]
  readonly pairs: readonly Group[]
  readonly sameTitle: readonly Weighed[]
  readonly identifier: Weighed | null
}

export function makePlan(terms: QueryTerms, sources: readonly Source[]): Plan {
  const total = sources.reduce((sum, { view }) => sum + view.count, 0)
  const weigh = ({ term, weight, implied }: Alternative): Weighed => {
    const bytes = Buffer.from(term)
    const ids = Int32Array.from(sources, ({ part }) => findTerm(part, bytes))
    const documents = sources.reduce((sum, { part, view }, i) => {
      const id = ids[i] as number
      return id < 0 ? sum : sum + frequency(part, view, id)
    }, 0)
    return { ids, frequency: documents, factor: weight * idf(documents, total), implied: implied === true }
  }
  const group = (text: string, alternatives: readonly Alternative[]): Group => {
    const readings = alternatives.map(weigh).filter(reading => reading.frequency > 0)
    const sum = readings.reduce((sum, reading) => sum + (reading.implied ? 0 : reading.frequency), 0)
    const commonest = readings.reduce((most, reading) => Math.max(most, reading.frequency), 0)
    return { text, readings, frequency: Math.min(total, sum), mass: idf(commonest, total) }
  }
  const positions = terms.positions.map(({ text, alternatives }) => group(text, alternatives))
  const identifier = terms.identifier === null ? null : weigh({ term: terms.identifier, weight: 1 })
  return {
    positions: positions.toSorted((a, b) => a.frequency - b.frequency),
    unknown: positions.filter(position => position.frequency === 0).map(position => position.text),
    pairs: terms.pairs.map(pair => group('', pair)).filter(pair => pair.frequency > 0),
    sameTitle: terms.sameTitle
      .map(same => ({ ...weigh(same), factor: same.weight }))
      .filter(same => same.frequency > 0),
    identifier: identifier !== null && identifier.frequency > 0 ? identifier : null,
  }
}

/** Postings of a term in one source, or null. */
export function postingsIn(source: Source, at: number, { ids }: Weighed): Postings | null {
  const id = ids[at] as number
  return id < 0 ? null : postingsOf(source.part, id)
}
