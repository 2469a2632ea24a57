import { registers } from '../app/registers.ts'
import { isUuid } from '../kernel/uuid.ts'
import {
  batchById,
  countBatch,
  type ImportBatch,
  importWorks,
  listBatches,
  type RegisterName,
  refusalSentence,
  requestWithdraw,
} from '../modules/imports/index.ts'
import { newId } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import type { World } from '../platform/world.ts'
import { type Call, type Command, exit, Failed } from './command.ts'
import { count, duration } from './figures.ts'
import { applyBatch, type Imported, importFile } from './import-file.ts'
import { owningInstitution } from './import-institution.ts'
import { leftOutOf, reportFile, reportLeftOut } from './import-report.ts'
import { inHouse } from './open.ts'
import { runOrWatch } from './run-job.ts'

/** Longer lists are shown by `import status`. */
const shownLeftOut = 20

async function importInto(call: Call, world: World, register: RegisterName): Promise<number> {
  const { terminal, names } = call
  const institution = await owningInstitution(call, world, register)
  const start = performance.now()
  const imported: Imported[] = []
  let unread = 0
  for (const typed of names) {
    try {
      const one = await importFile(call, world, call.path(typed), institution, register)
      if (one.batch.state === 'failed') unread++
      imported.push(one)
      reportFile(call, one)
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      // One bad file never stops the rest.
      terminal.complaint(error.message)
      unread++
    }
  }
  await listLeftOut(call, world, imported)
  reportTotal(call, imported, (performance.now() - start) / 1000)
  return unread === 0 ? exit.done : exit.failed
}

async function listLeftOut(call: Call, world: World, imported: readonly Imported[]): Promise<void> {
  const { terminal, words, lang } = call
  const [total, first] = [
    imported.reduce((sum, { counts }) => sum + counts.leftOut, 0),
    imported.find(({ counts }) => counts.leftOut > 0),
  ]
  if (total === 0 || first === undefined) return
  terminal.line(words.import.leftOut)
  let shown = 0
  for (const { batch } of imported) {
    for await (const record of leftOutOf(world.database, batch.id)) {
      if (shown++ >= shownLeftOut) break
      reportLeftOut(call, batch, record)
    }
  }
  if (total > shownLeftOut) terminal.line(words.import.leftOutMore(count(total - shownLeftOut, lang), first.batch.id))
}

function reportTotal({ terminal, words, lang }: Call, imported: readonly Imported[], seconds: number): void {
  const records = imported.reduce((sum, { counts }) => sum + counts.records, 0)
  if (records === 0 || imported.some(({ known }) => known)) return
  const rate = count(Math.round(records / Math.max(seconds, 0.001)), lang)
  terminal.line(words.import.total(count(records, lang), duration(seconds, lang), rate))
}

/** Far more batches than a person looks back upon. */
const mostBatches = 1000

/** The batch of an id, or of the beginning or end of one. */
async function findBatch({ words }: Call, db: Db, typed: string): Promise<ImportBatch> {
  const exact = isUuid(typed) ? await batchById(db, typed) : null
  if (exact !== null) return exact
  const found = (await listBatches(db, null, mostBatches)).filter(
    ({ id }) => typed.length >= 4 && (id.startsWith(typed) || id.endsWith(typed)),
  )
  const [batch] = found
  if (batch === undefined) throw new Failed(words.import.unknownBatch(typed))
  if (found.length > 1) throw new Failed(words.import.manyBatches(typed))
  return batch
}

async function showStatus(call: Call, world: World): Promise<number> {
  const { terminal, words, names } = call
  const [typed] = names
  if (typed === undefined) {
    const batches = await listBatches(world.database, null, 50)
    if (batches.length === 0) terminal.line(words.import.noBatches)
    for (const { id, state, fileName } of batches)
      terminal.line(words.import.batchLine(id, words.import.states[state], fileName))
    return exit.done
  }
  const batch = await findBatch(call, world.database, typed)
  terminal.line(words.import.batchLine(batch.id, words.import.states[batch.state], batch.fileName))
  reportFile(call, { batch, counts: await countBatch(world.database, batch.id) })
  for await (const record of leftOutOf(world.database, batch.id)) reportLeftOut(call, batch, record)
  return exit.done
}

async function apply(call: Call, world: World): Promise<number> {
  const { id } = await findBatch(call, world.database, call.names[0] ?? '')
  await applyBatch(call, world, id)
  const batch = await findBatch(call, world.database, id)
  reportFile(call, { batch, counts: await countBatch(world.database, id) })
  return batch.state === 'applied' ? exit.done : exit.failed
}

async function withdraw(call: Call, world: World): Promise<number> {
  const { terminal, words, lang } = call
  const batch = await findBatch(call, world.database, call.names[0] ?? '')
  const asked = await requestWithdraw(world, { act: newId(), by: null, batch: batch.id })
  if (!asked.ok) throw new Failed(asked.problems.map(one => refusalSentence(one, lang)).join(' '))
  const unit = { counted: words.import.unit }
  const label = words.import.withdrawing(batch.fileName)
  const code = await runOrWatch(call, world, importWorks(world, registers), asked.value.job, label, unit)
  const counts = await countBatch(world.database, batch.id)
  terminal.line(words.import.withdrawnLine(batch.fileName, count(counts.withdrawn, lang)))
  return code
}

const command = (
  name: string,
  usage: string,
  names: readonly [number, number],
  work: (call: Call, world: World) => Promise<number>,
  options: Command['options'] = {},
): Command => ({
  name,
  usage,
  names,
  options,
  run: call => inHouse(call, 'command', ({ world }) => work(call, world)),
})

const files = [1, Number.POSITIVE_INFINITY] as const
const owned: Command['options'] = { institution: { type: 'string' }, apply: { type: 'boolean' } }
const table: Command['options'] = {
  ...owned,
  sheet: { type: 'string' },
  coding: { type: 'string' },
  'header-row': { type: 'string' },
  columns: { type: 'string' },
}
const tableUsage =
  '[--institution CODE] [--sheet NAME] [--coding NAME] [--header-row N] [--columns "HEADING=COLUMN;…"] [--apply]'
const intoCatalogue = (call: Call, world: World) => importInto(call, world, 'catalogue')

export const importCommands: readonly Command[] = [
  command('import marc', 'FILE… [--institution CODE] [--apply]', files, intoCatalogue, owned),
  command('import table', `FILE… ${tableUsage}`, files, intoCatalogue, table),
  command('import objects', `FILE… ${tableUsage}`, files, (call, world) => importInto(call, world, 'heritage'), table),
  command('import status', '[BATCH]', [0, 1], showStatus),
  command('import apply', 'BATCH', [1, 1], apply),
  command('import withdraw', 'BATCH', [1, 1], withdraw),
]
