import type { Language } from '../../kernel/language.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { holdingInstitutions, institutionsByIds, kinds } from '../institutions/index.ts'
import { countBatch, listBatches } from './batch-store.ts'
import { type BatchCounts, type ImportBatch, type ImportRecord, outcomes, type RegisterName } from './import-batch.ts'
import { jobOfBatch } from './import-jobs.ts'
import { listRecords, type RecordFilter } from './record-store.ts'
import type { Register } from './register.ts'

/** Where somebody may import. */
export interface Place {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Into which register its files most likely go. */
  readonly register: RegisterName
}

/** The institutions for which this viewer may import, in Vietnamese order; those that hold books or objects for a right everywhere. */
export async function importPlaces(db: Db, viewer: Viewer, lang: Language, on: LocalDate): Promise<Place[]> {
  const held = viewer.rights.filter(({ right }) => right === 'import')
  const institutions = held.some(({ institution }) => institution === null)
    ? await holdingInstitutions(db, on)
    : await institutionsByIds(db, [...new Set(held.flatMap(({ institution }) => institution ?? []))])
  return institutions.map(({ id, code, name, kind }) => ({
    id,
    code,
    name: textIn(name, lang).text,
    register: kinds.find(one => one.id === kind)?.family === 'library' ? 'catalogue' : 'heritage',
  }))
}

export interface BatchRow {
  readonly batch: ImportBatch
  readonly counts: BatchCounts
  readonly job: Job | null
  readonly institution: string
}

const batchesShown = 40

/** The newest batches that this viewer may see. */
export async function batchRows(db: Db, viewer: Viewer, lang: Language): Promise<BatchRow[]> {
  const held = viewer.rights.filter(({ right }) => right === 'import')
  const everywhere = held.some(({ institution }) => institution === null)
  const own = [...new Set(held.flatMap(({ institution }) => institution ?? []))]
  const batches = await listBatches(db, everywhere ? null : own, batchesShown)
  const found = await institutionsByIds(db, [...new Set(batches.map(batch => batch.institution))])
  const names = new Map(found.map(({ id, name }) => [id, textIn(name, lang).text]))
  return Promise.all(
    batches.map(async batch => ({
      batch,
      counts: await countBatch(db, batch.id),
      job: await jobOfBatch(db, batch),
      institution: names.get(batch.institution) ?? '',
    })),
  )
}

/** One page of a batch's records. */
export interface RecordsView {
  readonly filter: RecordFilter
  readonly after: number
  readonly records: readonly ImportRecord[]
  /** Whether more stand behind the last one. */
  readonly more: boolean
  /** The page of each entry that a record matched or became. */
  readonly paths: ReadonlyMap<string, string>
}

export const recordsPerPage = 50

export const recordFilters = [...outcomes, 'untitled', 'warned', 'left-out'] as const

export const isFilter = (text: string): text is (typeof recordFilters)[number] =>
  recordFilters.some(filter => filter === text)

export async function readRecords(
  db: Db,
  register: Register,
  batch: string,
  filter: RecordFilter,
  after: number,
): Promise<RecordsView> {
  const found = await listRecords(db, batch, filter, after, recordsPerPage + 1)
  const records = found.slice(0, recordsPerPage)
  const entries = records.flatMap(({ matchedEntry, entry }) => [matchedEntry ?? [], entry ?? []].flat())
  const paths = await register.pathsOf(db, [...new Set(entries)])
  return { filter, after, records, more: found.length > records.length, paths }
}
