import type { Db } from '../../platform/database/database.ts'
import {
  type Content,
  createCandidates,
  earlierRecords,
  type ImportBatch,
  type Incoming,
  insertKeys,
  isSumsRow,
  type Note,
  type RecordKey,
  type Verdict,
} from '../imports/index.ts'
import { objectCandidates } from './candidates.ts'
import type { MappedObject } from './describe-object.ts'
import { objectFromCells } from './from-cells.ts'
import { objectFromJson } from './from-json.ts'
import { decideObjectMatch, type ObjectCandidate, type ObjectMatchFacts, objectMatchFacts } from './match.ts'
import { decideShown } from './protocol.ts'

/** What a file says, as an object or as the reason why it is none. */
export function objectOfContent(content: Content): MappedObject {
  if (content.form === 'row') return objectFromCells(content.cells)
  if (content.form === 'json') return objectFromJson(content.value)
  throw new Error(`a register of objects reads no ${content.form}`)
}

/** What a row says at review: the sums below a register are no object. */
function objectAtReview(content: Content): MappedObject {
  const object = objectOfContent(content)
  if ('code' in object || content.form !== 'row' || object.accessionNumber !== null) return object
  return isSumsRow(object.facts.title[0]?.text ?? '') ? { code: 'sums-row' } : object
}

/** By what a record finds what it may be the same as. */
const keysOf = ({ numberKey, titleKey }: ObjectMatchFacts): string[] => [
  ...(numberKey === null ? [] : [`n:${numberKey}`]),
  ...(titleKey === '' ? [] : [`t:${titleKey}`]),
]

/** Objects of the register and earlier ones of the file, by every key under which they may be found. */
async function findCandidates(db: Db, batch: ImportBatch, records: readonly ObjectMatchFacts[]) {
  const known = await objectCandidates(
    db,
    batch.institution,
    records.flatMap(({ numberKey }) => numberKey ?? []),
    records.map(({ titleKey }) => titleKey),
  )
  const earlier = await earlierRecords<ObjectMatchFacts>(db, batch.id, records.flatMap(keysOf))
  const before = earlier.map(({ number, match }): ObjectCandidate => ({ ...match, object: null, record: number }))
  return createCandidates([...known, ...before], keysOf)
}

/** Says of each record whether it is new to the register, the same as something, doubtful, or no object. */
export async function judgeObjects(tx: Db, batch: ImportBatch, records: readonly Incoming[]): Promise<Verdict[]> {
  const read = records.map(({ number, content }) => {
    const object = objectAtReview(content)
    return { number, object, match: 'code' in object ? null : objectMatchFacts(object) }
  })
  const candidates = await findCandidates(
    tx,
    batch,
    read.flatMap(({ match }) => match ?? []),
  )
  const fresh: RecordKey<ObjectMatchFacts>[] = []
  const verdicts = read.map(({ number, object, match }): Verdict => {
    const unmatched = { title: null, warnings: [], matchedEntry: null, matchedRecord: null }
    if ('code' in object || match === null)
      return { ...unmatched, outcome: 'problem', reasons: 'code' in object ? [object] : [] }
    const keptBack: Note[] = decideShown(object.facts).shown === 'staff' ? [{ code: 'kept-back' }] : []
    const described = {
      ...unmatched,
      title: object.facts.title[0]?.text ?? null,
      warnings: [...keptBack, ...object.warnings],
    }
    const found = decideObjectMatch(match, candidates.of(match))
    if (found.outcome !== 'same') {
      for (const key of keysOf(match)) fresh.push({ key, number, match })
      candidates.add({ ...match, object: null, record: number })
    }
    if (found.outcome === 'new') return { ...described, outcome: 'new', reasons: [] }
    const { object: matchedEntry, record: matchedRecord } = found.candidate
    return { ...described, outcome: found.outcome, reasons: found.reasons, matchedEntry, matchedRecord }
  })
  await insertKeys(tx, batch.id, fresh)
  return verdicts
}
