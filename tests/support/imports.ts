import assert from 'node:assert/strict'
import { registers } from '../../src/app/registers.ts'
import { localDate } from '../../src/kernel/local-date.ts'
import {
  agreeColumns,
  batchById,
  importWorks,
  jobOfBatch,
  type RegisterName,
  requestApply,
  requestWithdraw,
  startImport,
} from '../../src/modules/imports/index.ts'
import { institutionByCode } from '../../src/modules/institutions/index.ts'
import { sumFacts } from '../../src/modules/participation/index.ts'
import { newId } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database/sql.ts'
import type { JobWork } from '../../src/platform/jobs/index.ts'
import { loadSmallNetwork } from './institutions.ts'
import { data, iso2709 } from './marc.ts'
import { type TestWorld, testWorld } from './world.ts'

const today = localDate('2026-11-24')

/** A record by Nguyễn Du with copies of these barcodes. */
export const book = (title: string, year: string, ...barcodes: string[]): Buffer =>
  iso2709([
    data('100', '1 ', 'a', 'Nguyễn Du'),
    data('245', '10', 'a', title),
    data('260', '  ', 'c', year),
    ...barcodes.map(barcode => data('952', '  ', 'p', barcode, 'c', 'Kho mượn')),
  ])

/** What there is: living editions, copies, works, their search documents; and the stock figure of TVT. */
export interface Everything {
  readonly editions: number
  readonly items: number
  readonly works: number
  readonly documents: number
  readonly stock: number
}

/** A world with a small network, and the steps of an import by name. */
export type Imports = Awaited<ReturnType<typeof openImports>>

export async function openImports() {
  const world: TestWorld = await testWorld()
  const db = world.database
  await loadSmallNetwork(db)
  const idOf = async (code: string) => (await institutionByCode(db, code))?.id ?? ''
  const [TVT, BT] = await Promise.all(['TVT', 'BT'].map(idOf))
  assert.ok(TVT && BT)

  const works: Readonly<Record<string, JobWork>> = importWorks(world, registers)

  const ask = (batch: string) => ({ act: newId(), by: null, batch })

  const send = (octets: Uint8Array, institution = TVT, register: RegisterName | null = null) =>
    startImport(world, registers, {
      act: newId(),
      by: null,
      institution,
      register,
      coding: null,
      fileName: 'sach.mrc',
      source: [octets],
    })

  /** Does the work that is to bring the batch on, until the signal stops it. */
  async function run(batch: string, signal = new AbortController().signal, onReport = () => {}): Promise<void> {
    const found = await batchById(db, batch)
    const job = found && (await jobOfBatch(db, found))
    assert.ok(job)
    await works[job.kind]?.(job, async () => onReport(), signal)
    await db.run(sql`update job set state = 'done' where id = ${job.id}`)
  }

  async function stage(octets: Uint8Array, institution = TVT, register: RegisterName | null = null): Promise<string> {
    const started = await send(octets, institution, register)
    assert.ok(started.ok)
    const begun = await batchById(db, started.value.batch)
    if (begun?.state === 'mapping' && begun.layout !== null) {
      const agreed = await agreeColumns(world, registers, { ...ask(begun.id), layout: begun.layout, remember: false })
      assert.ok(agreed.ok)
    }
    await run(started.value.batch)
    return started.value.batch
  }

  async function apply(batch: string): Promise<string> {
    assert.ok((await requestApply(world, ask(batch))).ok)
    await run(batch)
    return batch
  }

  async function withdraw(batch: string): Promise<void> {
    assert.ok((await requestWithdraw(world, ask(batch))).ok)
    await run(batch)
  }

  async function stockOf(institution: string): Promise<number> {
    const [sum] = await sumFacts(db, [{ verb: 'copies.stocked', institution, from: today, to: today }])
    return sum ?? 0
  }

  const everything = async (): Promise<Everything> => ({
    ...(await db.one<Omit<Everything, 'stock'>>(sql`
      select (select count(*) from edition where deleted_at is null) as editions,
             (select count(*) from item where deleted_at is null) as items,
             (select count(*) from work where deleted_at is null) as works,
             (select count(*) from search_document where deleted_at is null and key like 'work:%') as documents`)),
    stock: await stockOf(TVT),
  })

  return { world, TVT, BT, ask, send, run, stage, apply, withdraw, stockOf, everything, close: () => world.close() }
}
