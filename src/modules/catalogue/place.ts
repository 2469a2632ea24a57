import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Accepted, entriesOfRecords, type ImportBatch, type ImportRecord } from '../imports/index.ts'
import { candidatesFor, livingEditions } from './edition-store.ts'
import { matchFacts } from './keys.ts'
import type { MappedRecord } from './marc.ts'
import { decideMatch, type MatchCandidates, type MatchFacts, matchCandidates } from './match.ts'

/** An accepted record in our words. */
export interface ReadRecord extends Accepted {
  readonly mapped: MappedRecord
}

/** A record on its way in: what the file says, and the edition it joins or becomes. */
export interface Placed extends ReadRecord {
  readonly match: MatchFacts
  readonly edition: string
  readonly isNew: boolean
}

/** What placing asks about the catalogue as it stands now. */
interface Standing {
  readonly living: ReadonlySet<string>
  /** By the number of an earlier record of the same file, the edition that it became. */
  readonly became: Map<number, string>
  readonly candidates: MatchCandidates
}

/** Gives each record its edition: one matched and still there, one met earlier in this file, or a new one. */
export async function placeRecords(tx: Db, batch: ImportBatch, records: readonly ReadRecord[]): Promise<Placed[]> {
  const matches = records.map(({ mapped }) => matchFacts(mapped.facts, mapped.controlKey))
  const standing: Standing = {
    living: await livingEditions(
      tx,
      records.flatMap(({ staged }) => staged.matchedEntry ?? []),
    ),
    became: await entriesOfRecords(
      tx,
      batch.id,
      records.flatMap(({ staged }) => staged.matchedRecord ?? []),
    ),
    candidates: matchCandidates(await candidatesFor(tx, matches)),
  }
  return records.map((record, at): Placed => {
    const match = matches[at] ?? matchFacts(record.mapped.facts, record.mapped.controlKey)
    const joined = joinedEdition(record.staged, standing) ?? metSince(record.staged, match, standing.candidates)
    const edition = joined ?? newId()
    standing.became.set(record.staged.number, edition)
    if (joined === null) standing.candidates.add({ ...match, edition, record: null })
    return { ...record, match, edition, isNew: joined === null }
  })
}

/** The edition that the review meant, as long as it is there. */
function joinedEdition(staged: ImportRecord, { living, became }: Standing): string | null {
  const intended = staged.decision ?? (staged.outcome === 'same' ? 'same' : 'new')
  if (intended !== 'same') return null
  if (staged.matchedRecord !== null) return became.get(staged.matchedRecord) ?? null
  return staged.matchedEntry !== null && living.has(staged.matchedEntry) ? staged.matchedEntry : null
}

/** Somebody may have catalogued the same edition since the file was staged; who decided "another one" is believed. */
function metSince(staged: ImportRecord, match: MatchFacts, candidates: MatchCandidates): string | null {
  if (staged.decision === 'new') return null
  const found = decideMatch(match, candidates.of(match))
  return found.outcome === 'same' ? found.candidate.edition : null
}
