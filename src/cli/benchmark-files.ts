import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { everyone } from '../kernel/audience.ts'
import { sortKey } from '../kernel/vietnamese.ts'
import type { SearchDocument } from '../modules/search/index.ts'
import { Failed } from './command.ts'
import type { Words } from './messages.ts'

/** A query of a benchmark, of one kind (slice) of queries. */
export interface BenchmarkQuery {
  readonly id: string
  readonly slice: string
  readonly text: string
}

/** Something read from a file; `bytes`: how much of the file has been read with it. */
interface Read<T> {
  readonly value: T
  readonly bytes: number
}

const documentLine = z.object({
  id: z.string().min(1),
  kind: z.string().optional(),
  title: z.string(),
  text: z.string().default(''),
  lang: z.string().nullish(),
})

const queryLine = z.object({ qid: z.string().min(1), slice: z.string().default('—'), q: z.string() })

const ours: Readonly<Record<string, SearchDocument['kind']>> = {
  book: 'work',
  place: 'place',
  event: 'event',
  course: 'course',
  object: 'object',
}

const toDocument = ({ id, kind = '', title, text, lang }: z.infer<typeof documentLine>): SearchDocument => ({
  kind: ours[kind] ?? 'document',
  id,
  url: '',
  title,
  otherTitles: [],
  people: [],
  subjects: [],
  text,
  identifiers: [],
  language: lang ?? null,
  institutions: [],
  places: [],
  year: null,
  available: true,
  audience: everyone,
  display: {},
  sortKey: sortKey(title),
})

/** Every line that is not empty, through `parse`; null from it, or a fault of the disk, is a sentence with file and line. */
async function* parsedLines<T>(path: string, words: Words, parse: (line: string) => T | null): AsyncGenerator<Read<T>> {
  const input = createReadStream(path)
  let number = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      const text = number === 1 ? line.replace(/^\ufeff/, '') : line
      if (text.trim() === '') continue
      const value = parse(text)
      if (value === null) throw new Failed(words.searchEval.badLine(path, number))
      yield { value, bytes: input.bytesRead }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && !(error instanceof Failed))
      throw new Failed(words.searchEval.unreadable(path, String(error.code)))
    throw error
  } finally {
    input.destroy()
  }
}

function jsonOf<T>(schema: z.ZodType<T>, line: string): T | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/** Documents from JSON lines `{id, kind, title, text, lang}`, one by one. */
export const readBenchmarkDocuments = (path: string, words: Words): AsyncGenerator<Read<SearchDocument>> =>
  parsedLines(path, words, line => {
    const read = jsonOf(documentLine, line)
    return read === null ? null : toDocument(read)
  })

/** Queries from JSON lines `{qid, slice, q}`. */
export async function readBenchmarkQueries(path: string, words: Words): Promise<BenchmarkQuery[]> {
  const queries: BenchmarkQuery[] = []
  for await (const { value } of parsedLines(path, words, line => jsonOf(queryLine, line)))
    queries.push({ id: value.qid, slice: value.slice, text: value.q })
  return queries
}

/** Judgements as TREC writes them, `query 0 document grade`: of each query the grades of its documents. */
export async function readJudgements(path: string, words: Words): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>()
  for await (const { value } of parsedLines(path, words, judgementOf)) {
    const known = judgements.get(value.query)
    if (known === undefined) judgements.set(value.query, new Map([[value.document, value.grade]]))
    else known.set(value.document, value.grade)
  }
  return judgements
}

function judgementOf(line: string): { query: string; document: string; grade: number } | null {
  const [query, , document, grade] = line.trim().split(/\s+/)
  if (query === undefined || document === undefined || grade === undefined || !/^-?\d+$/.test(grade)) return null
  return { query, document, grade: Number(grade) }
}
