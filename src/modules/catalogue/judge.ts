import type { Db } from '../../platform/database/database.ts'
import {
  earlierRecords,
  type ImportBatch,
  type Incoming,
  insertKeys,
  type Note,
  type RecordKey,
  type Verdict,
} from '../imports/index.ts'
import { mapContent } from './content.ts'
import { titleIn } from './describe.ts'
import { candidatesFor } from './edition-store.ts'
import { matchFacts } from './keys.ts'
import { type MappedRecord, whyNotTaken } from './marc.ts'
import { type Candidate, candidateKeys, decideMatch, type MatchFacts, matchCandidates } from './match.ts'
import { whyNoBook } from './no-book.ts'

/** A record in our words. */
interface Read {
  readonly number: number
  readonly title: string | null
  readonly match: MatchFacts
  readonly warnings: readonly Note[]
  /** Why it cannot come in. */
  readonly problem: Note | null
}

function read({ number, content }: Incoming): Read {
  const mapped = mapContent(content)
  const title = titleIn(mapped.facts.title, mapped.facts.volume, 'vi')
  const refused = content.form === 'marc' ? whyNotTaken(content.record, mapped.facts) : whyNoBook(mapped)
  const problem = refused ?? (saysNothing(mapped) ? { code: 'nothing-described' } : null)
  const untitled: Note[] = problem === null && mapped.facts.title.length === 0 ? [{ code: 'title-missing' }] : []
  return {
    number,
    title: title || null,
    match: matchFacts(mapped.facts, mapped.controlKey),
    warnings: [...untitled, ...mapped.warnings],
    problem,
  }
}

/** Without a title a record is kept for somebody to complete it; without anything at all it is an empty row. */
const saysNothing = ({ facts, items }: MappedRecord): boolean =>
  facts.title.length === 0 && facts.people.length === 0 && facts.isbns.length === 0 && items.length === 0

/** Everything in the catalogue and earlier in this file that the records of one chunk could be the same as. */
async function findCandidates(db: Db, batch: ImportBatch, records: readonly Read[]): Promise<Candidate[]> {
  const inCatalogue = await candidatesFor(
    db,
    records.map(record => record.match),
  )
  const keys = records.flatMap(record => candidateKeys(record.match))
  const earlier = await earlierRecords<MatchFacts>(db, batch.id, keys)
  return [...inCatalogue, ...earlier.map(({ number, match }) => ({ ...match, edition: null, record: number }))]
}

/** Says of each record whether it is new, the same as something, doubtful, or cannot come in. */
export async function judgeRecords(tx: Db, batch: ImportBatch, records: readonly Incoming[]): Promise<Verdict[]> {
  const reads = records.map(read)
  const takeable = reads.filter(({ problem }) => problem === null)
  const candidates = matchCandidates(await findCandidates(tx, batch, takeable))
  const fresh: RecordKey<MatchFacts>[] = []
  const verdicts = reads.map(({ number, title, match, warnings, problem }): Verdict => {
    const unmatched = { title, warnings, matchedEntry: null, matchedRecord: null }
    if (problem !== null) return { ...unmatched, outcome: 'problem', reasons: [problem] }
    const found = decideMatch(match, candidates.of(match))
    if (found.outcome !== 'same') {
      for (const key of candidateKeys(match)) fresh.push({ key, number, match })
      candidates.add({ ...match, edition: null, record: number })
    }
    if (found.outcome === 'new') return { ...unmatched, outcome: 'new', reasons: [] }
    const { edition, record } = found.candidate
    return {
      ...unmatched,
      outcome: found.outcome,
      reasons: found.reasons,
      matchedEntry: edition,
      matchedRecord: record,
    }
  })
  await insertKeys(tx, batch.id, fresh)
  return verdicts
}
