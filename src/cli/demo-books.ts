import { registers } from '../app/registers.ts'
import { instantAt } from '../kernel/instant.ts'
import { addDays, type LocalDate, localDate } from '../kernel/local-date.ts'
import { type Description, type EditionFacts, writeDescriptions } from '../modules/catalogue/index.ts'
import { batchById, importWorks, jobOfBatch, requestApply, startImport } from '../modules/imports/index.ts'
import { institutionByCode } from '../modules/institutions/index.ts'
import { findJob, type JobWork, runJobHere } from '../platform/jobs/index.ts'
import type { World } from '../platform/world.ts'
import { certain } from './demo-certain.ts'
import type { SeedTitle } from './demo-seed.ts'
import type { Shelved, Shelves } from './demo-shelves.ts'

/** One agency names the records of all libraries, so that a title has one edition and many shelves. */
const agency = 'TVT'

const factsOf = (title: SeedTitle): EditionFacts => ({
  title: [{ lang: title.language, text: title.title, state: 'original' }],
  volume: null,
  otherTitles: [],
  people: title.authors,
  statement: title.authors.map(({ name }) => name).join(', ') || null,
  publisher: null,
  publicationPlace: null,
  date: title.year === null ? null : String(title.year),
  year: title.year,
  language: title.language,
  extent: null,
  series: [],
  subjects: title.subjects,
  notes: [],
  classification: title.ddc,
  isbns: [],
})

const describe = ({ title, copies }: Shelved, enteredOn: LocalDate): Description => ({
  facts: factsOf(title),
  items: copies.map(copy => ({ ...copy, accessionNumber: copy.barcode, status: 'available' })),
  name: { source: agency, number: `mau-${title.id}` },
  enteredOn,
})

/** Nothing is entered before the province and its library existed. */
const begin = localDate('2025-07-02')
const firstDay = (day: LocalDate): LocalDate => (day < begin ? begin : day)

/** The day on which a library's books are entered. */
export const stockedOn = ({ library }: Shelves, today: LocalDate): LocalDate =>
  firstDay(addDays(today, -library.stockedDaysAgo))

/**
 * Brings the books of one library in as a MARC file, through the same staging and applying as any other, counted from
 * the day on which they are said to have come: the batch can be looked at and withdrawn.
 */
export async function bringIn(
  world: World,
  shelves: Shelves,
  today: LocalDate,
  idOf: (key: string) => string,
): Promise<void> {
  const code = shelves.library.institution
  const day = stockedOn(shelves, today)
  const then: World = { ...world, clock: { now: () => instantAt(day, '09:00') } }
  const institution = await institutionByCode(world.database, code)
  if (institution === null) throw new Error(`holdings name ${code}, which is no institution`)
  const octets = certain(writeDescriptions(shelves.shelved.map(one => describe(one, day))), code)
  const { batch } = certain(
    await startImport(then, registers, {
      act: idOf(`start ${code}`),
      by: null,
      institution: institution.id,
      register: 'catalogue',
      coding: null,
      fileName: `du-lieu-mau-${code}.mrc`,
      source: [octets],
    }),
    code,
  )
  if ((await stateOf(then, batch)) === 'staging') await doJob(then, batch)
  if ((await stateOf(then, batch)) === 'staged')
    certain(await requestApply(then, { act: idOf(`apply ${code}`), by: null, batch }), code)
  if ((await stateOf(then, batch)) === 'applying') await doJob(then, batch)
  const end = await stateOf(then, batch)
  if (end !== 'applied') throw new Error(`the books of ${code} stopped at ${end}`)
}

const stateOf = async (world: World, batch: string) => (await batchById(world.database, batch))?.state

/** Does the batch's waiting job; one whose former holder died is done without waiting for its lease to run out. */
async function doJob(world: World, batch: string): Promise<void> {
  const { database, log } = world
  const works: Readonly<Record<string, JobWork>> = importWorks(world, registers)
  const found = await batchById(database, batch)
  const job = found && (await jobOfBatch(database, found))
  if (job === null) throw new Error(`batch ${batch} has no job`)
  const { signal } = new AbortController()
  if (await runJobHere({ database, holder: `demo-${process.pid}`, works, log }, job.id, signal)) return
  const held = await findJob(database, job.id)
  if (held !== null) await works[held.kind]?.(held, async () => undefined, signal)
}
