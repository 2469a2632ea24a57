import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { registers } from '../app/registers.ts'
import {
  type BatchCounts,
  batchById,
  countBatch,
  type ImportBatch,
  importWorks,
  jobOfBatch,
  type RegisterName,
  refusalSentence,
  requestApply,
  startImport,
} from '../modules/imports/index.ts'
import { newId } from '../platform/clock.ts'
import type { World } from '../platform/world.ts'
import { type Call, exit, Failed, textOption } from './command.ts'
import { agreeAsAsked, isReadOtherwise } from './import-columns.ts'
import { runOrWatch } from './run-job.ts'

/** What became of one file. */
export interface Imported {
  readonly batch: ImportBatch
  readonly counts: BatchCounts
  /** The file had come in before, so its speed says nothing. */
  readonly known: boolean
}

/** Thrown on when the watching or the work was interrupted. */
export class Interrupted extends Error {
  override readonly name = 'AbortError'
}

async function runJob(call: Call, world: World, job: string, label: string, unit: 'octets' | 'records'): Promise<void> {
  const counted = unit === 'octets' ? unit : { counted: call.words.import.unit }
  const code = await runOrWatch(call, world, importWorks(world, registers), job, label, counted)
  if (code === exit.interrupted) throw new Interrupted()
}

async function batchOf(world: World, id: string): Promise<ImportBatch> {
  const batch = await batchById(world.database, id)
  if (batch === null) throw new Error(`batch ${id} is gone`)
  return batch
}

/** Why a path cannot be read as a file; null when it can. */
async function unreadable(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? null : 'EISDIR'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

/** Reads one file into a batch, and on into its register when asked to. A file met before goes on where it stopped. */
export async function importFile(
  call: Call,
  world: World,
  path: string,
  institution: string,
  register: RegisterName,
): Promise<Imported> {
  const { words, lang } = call
  const apply = call.options.apply === true
  const name = basename(path)
  const why = await unreadable(path)
  if (why !== null) throw new Failed(words.import.noSuchFile(path, why))
  const asked = {
    act: newId(),
    by: null,
    institution,
    register,
    coding: textOption(call, 'coding'),
    fileName: name,
    source: createReadStream(path),
  }
  const started = await startImport(world, registers, asked)
  if (!started.ok) throw new Failed(`${name}: ${started.problems.map(one => refusalSentence(one, lang)).join(' ')}`)
  const { batch: id, known, job } = started.value
  if (known) call.terminal.line(words.import.seenBefore(id))
  const begun = await batchOf(world, id)
  if (isReadOtherwise(call, begun)) throw new Failed(words.import.readOtherwise(name, id))
  const reading = begun.state === 'mapping' ? await agreeAsAsked(call, world, begun) : job
  if (reading !== null) await runJob(call, world, reading, words.import.reading(name), 'octets')
  if (apply) await applyBatch(call, world, id)
  return { batch: await batchOf(world, id), counts: await countBatch(world.database, id), known }
}

/** Brings a batch into its register, or goes on with it; one that is there already is left as it is. */
export async function applyBatch(call: Call, world: World, id: string): Promise<void> {
  const { words, lang } = call
  const batch = await batchOf(world, id)
  if (batch.state === 'applied' || batch.state === 'failed') return
  const asked = await requestApply(world, { act: newId(), by: null, batch: id })
  const label = words.import.applying(batch.fileName)
  if (asked.ok) return runJob(call, world, asked.value.job, label, 'records')
  const running = asked.problems.some(({ code }) => code === 'already-running')
  const job = running ? await jobOfBatch(world.database, batch) : null
  if (job === null) throw new Failed(asked.problems.map(one => refusalSentence(one, lang)).join(' '))
  await runJob(call, world, job.id, label, 'records')
}
