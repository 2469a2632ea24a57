import type { Outcome, Problem } from './problem.ts'
import { createRecordFinder } from './xml-records.ts'
import { createXmlText } from './xml-text.ts'

export interface MarcxmlReader {
  /** What the octets so far make certain. A chunk may end anywhere. */
  push(chunk: Uint8Array): Outcome[]
  end(): Outcome[]
}

const nothing = new Uint8Array(0)

/** A larger chunk is read in slices, so that what is held stays bounded. */
const sliceOctets = 1 << 18

/**
 * An incremental reader of MARCXML (MARC21slim): `record` elements alone, in a `collection`, or inside answers of
 * OAI-PMH and SRU, whatever their prefix. A DOCTYPE ends the reading, and no entity but XML's own is known; depth and
 * size are bounded; after a fault in the XML it goes on at the next record.
 */
export function createMarcxmlReader(): MarcxmlReader {
  const source = createXmlText()
  const finder = createRecordFinder()
  let refused = false

  const take = (text: string | Problem): Outcome[] => {
    if (typeof text === 'string') return finder.push(text)
    refused = true
    return [{ kind: 'problem', offset: 0, number: 1, bytes: nothing, problem: text }]
  }

  return {
    push: chunk => {
      const outcomes: Outcome[] = []
      for (let at = 0; at < chunk.length && !refused; at += sliceOctets)
        outcomes.push(...take(source.push(chunk.subarray(at, at + sliceOctets))))
      return outcomes
    },
    end: () => {
      if (refused) return []
      const last = take(source.end())
      return refused ? last : [...last, ...finder.end()]
    },
  }
}

/** Reads a file, chunk by chunk, as its octets arrive. */
export async function* readMarcxml(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Outcome> {
  const reader = createMarcxmlReader()
  for await (const chunk of stream) yield* reader.push(chunk)
  yield* reader.end()
}
