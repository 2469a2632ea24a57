import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import { newId } from '../src/platform/clock.ts'
import { sql } from '../src/platform/database/sql.ts'
import { assertAgreement, assertImportedOnce, searchAt, until } from './support/agreement.ts'
import { childrenOf, isAlive, scratchFolder, serverPid } from './support/houses.ts'
import { type Library, openLibrary } from './support/library.ts'
import { control, data, iso2709 } from './support/marc.ts'
import { bacThang, begin, freePort, type Started, started } from './support/program.ts'
import { type Desk, openDesk, type Round, type Sent, send, work } from './support/storm.ts'

const records = 2_500
const folder = scratchFolder('killed')
const place = { dataDir: join(folder.path, 'var') }
let library: Library
let server: Started
let desk: Desk

/** A MARC file with a copy in each record; every hundredth record has no title and cannot be taken. */
function marcFile(series: string): string {
  const path = join(folder.path, `${series}.mrc`)
  const marc = Array.from({ length: records }, (_, n) =>
    iso2709([
      control('001', `${series}-${n}`),
      ...(n % 100 === 99
        ? []
        : [
            data('100', '1 ', 'a', `Tác giả ${series}${n}`),
            data('245', '10', 'a', `Sách ${series}${n}`),
            data('952', '  ', 'p', `${series}${n}`, 'c', 'Kho mượn'),
          ]),
    ]),
  )
  writeFileSync(path, Buffer.concat(marc))
  return path
}
const blank = records / 100
const described = records - blank

const batchOf = (series: string) =>
  library.database.one<{ id: string; state: string; applied: number }>(sql`
    select id, state, (select count(*) from import_record where batch = b.id and state = 'applied') as applied
    from import_batch b where file_name = ${`${series}.mrc`}`)

const underWay = (series: string) => async () => {
  const { applied } = await batchOf(series)
  return applied > 0 && applied < described
}

async function serve(): Promise<void> {
  server = await started(place, await freePort())
  desk = await openDesk(server.url, 'TVT', library.login, library.password)
}

before(async () => {
  library = await openLibrary(place.dataDir, 8)
})
after(async () => {
  await server?.stop('SIGKILL')
  await library?.close()
  const left = serverPid(place.dataDir)
  if (left !== null) process.kill(left, 'SIGKILL')
  folder.remove()
})

/** Each of these acts is in the journal; sent once more, it is answered as the first time and nothing is done twice. */
async function assertKept(acts: readonly Sent[]): Promise<void> {
  const ids = acts.map(({ act }) => act)
  const { kept } = await library.database.one<{ kept: number }>(
    sql`select count(*) as kept from journal where id = any(${ids}::uuid[])`,
  )
  assert.equal(kept, new Set(ids).size)
  for (const sent of acts.slice(-5)) assert.equal(await send(desk, { ...sent }), 303, sent.type)
}

/** Of every copy a search says what was last said to be done to it. */
async function assertFound(logs: readonly (readonly Sent[])[]): Promise<void> {
  for (const log of logs) {
    const [lent, last] = [log.findLast(({ type }) => type === 'lend'), log.at(-1)]
    const title = `Sách ${lent?.fields.quet}`
    const { hits } = await searchAt(server.url, { q: `"${title}"`, size: '1' })
    assert.deepEqual([hits[0]?.title, hits[0]?.available], [title, last !== lent])
  }
}

/** The server of the data folder and everything that it started, at once. */
function killPostgres(): void {
  const postmaster = serverPid(place.dataDir)
  assert.ok(postmaster)
  for (const pid of [postmaster, ...childrenOf(postmaster)]) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

let storms = 0
const toTheEnd = { patient: () => false, enough: () => false }

/** A desk for each reader, all at work at once on copies of their own. */
function storm({ patient, enough }: Pick<Round, 'patient' | 'enough'> = toTheEnd) {
  const first = 800 * storms++
  const logs = library.cards.map((): Sent[] => [])
  const troubles: string[] = []
  const shelf = (reader: number) => Array.from({ length: 20 }, (_, n) => `C${first + reader * 100 + n}`)
  const over = Promise.all(
    logs.map((log, reader) =>
      work(desk, { card: library.cards[reader] ?? '', barcodes: shelf(reader), log, troubles, enough, patient }),
    ),
  )
  const heard = (): Sent[] => logs.flat().filter(({ acknowledged }) => acknowledged)
  return { logs, troubles, over, heard, lasts: (acts: number) => until('a storm', async () => heard().length >= acts) }
}

/** Desks at work, and the cut; then the next start, in which nothing that was acknowledged is missing or double. */
async function inStorm(t: TestContext, cut: () => Promise<unknown>): Promise<void> {
  const { logs, over, heard: heardOf, lasts } = storm()
  await lasts(80)
  await cut()
  await over
  await serve()
  const [acts, heard] = [logs.flat(), heardOf()]
  const unheard = acts.filter(({ acknowledged }) => !acknowledged)
  await assertKept(heard)
  await assertAgreement(library.database, server.url)
  for (const sent of unheard) assert.equal(await send(desk, sent), 303, sent.type)
  await assertKept(acts)
  await assertAgreement(library.database, server.url)
  await assertFound(logs)
  t.diagnostic(`${heard.length} acts acknowledged, ${unheard.length} cut off`)
}

describe('a power cut for the program (kill -9)', () => {
  it('in the middle of an import by command: the next one goes on and takes each record once', async () => {
    const importing = begin(place, 'import', 'marc', marcFile('C'), '--institution', 'TVT', '--apply')
    await until('an import under way', underWay('C'))
    process.kill(importing.pid, 'SIGKILL')
    await importing.ended
    const { id, applied } = await batchOf('C')
    assert.ok(applied < described, `${applied} of ${described} were applied when it was cut`)
    const went = await bacThang(place, 'import', 'apply', id)
    assert.deepEqual([went.code, went.err], [0, ''])
    await assertImportedOnce(library.database, id, described, blank)
    const listed = await bacThang(place, 'import', 'status', id)
    assert.equal(listed.out.split('\n').filter(line => line.includes('Không có nhan đề')).length, blank, listed.out)
  })

  it('in the middle of an import over the web: the next start goes on by itself', async () => {
    await serve()
    const body = new FormData()
    body.set('noi', 'TVT')
    body.set('tep', new File([new Uint8Array(readFileSync(marcFile('W')))], 'W.mrc'))
    const options = { method: 'POST', headers: desk.headers, redirect: 'manual' } as const
    const uploaded = await fetch(`${server.url}/nghiep-vu/nhap`, { ...options, body })
    assert.equal(uploaded.status, 303)
    await until('a review', async () => (await batchOf('W')).state === 'staged')
    const agreed = await fetch(`${server.url}${uploaded.headers.get('location')}/dua-vao`, options)
    assert.equal(agreed.status, 303)
    await until('an import under way', underWay('W'))
    await server.stop('SIGKILL')
    const { applied } = await batchOf('W')
    assert.ok(applied < described, `${applied} of ${described} were applied when it was cut`)
    await serve()
    await until('the end of the import', async () => (await batchOf('W')).state === 'applied')
    await assertImportedOnce(library.database, (await batchOf('W')).id, described, blank)
    await assertAgreement(library.database, server.url)
  })

  it('between the sending of a device and its answer: all of it sent again, each act is there once', async t => {
    const at = new Date().toISOString()
    const acts = Array.from({ length: 90 }, (_, n) =>
      ['circulation.lend', 'circulation.return'].map(type => ({
        id: newId(),
        type,
        version: 1,
        institution: 'TVT',
        occurredAt: at,
        payload: { card: library.cards[0], barcode: `W${n}` },
      })),
    ).flat()
    const headers = () => ({ ...desk.headers, 'content-type': 'application/json' })
    const body = JSON.stringify({ sentAt: at, acts })
    const sendAll = async () => fetch(`${server.url}/api/viec`, { method: 'POST', headers: headers(), body })
    const kept = async (): Promise<number> => {
      const ids = acts.map(({ id }) => id)
      const { n } = await library.database.one<{ n: number }>(
        sql`select count(*) as n from journal where id = any(${ids}::uuid[])`,
      )
      return n
    }
    const unheard = sendAll().then(
      () => 'heard',
      () => 'unheard',
    )
    await until('some of the acts', async () => (await kept()) >= 10)
    await server.stop('SIGKILL')
    assert.equal(await unheard, 'unheard')
    const cut = await kept()
    assert.ok(cut < acts.length, `${cut} were written when it was cut`)
    await serve()
    const answer = (await (await sendAll()).json()) as { acts: { state: string }[] }
    assert.deepEqual(new Set(answer.acts.map(({ state }) => state)), new Set(['received']))
    assert.equal(await kept(), acts.length)
    await assertAgreement(library.database, server.url)
    t.diagnostic(`${cut} of ${acts.length} acts were written when it was cut`)
  })

  it('in a storm of loans: every acknowledged one is there once, and what nobody heard of may be sent again', async t => {
    await inStorm(t, () => server.stop('SIGKILL'))
  })
})

describe('a power cut for everything', () => {
  it('in a storm of loans: the next start loses none of the acknowledged', async t => {
    await inStorm(t, () => {
      killPostgres()
      return server.stop('SIGKILL')
    })
  })
})

describe('the end of PostgreSQL under a serving program (kill -9 of all its processes)', () => {
  it('costs a moment in which it says so; then the same program goes on with all that was acknowledged', async t => {
    let enough = false
    const { logs, troubles, over, heard, lasts } = storm({ patient: () => true, enough: () => enough })
    await lasts(40)
    killPostgres()
    const from = performance.now()
    await until('a database that answers again', async () => (await fetch(`${server.url}/healthz`)).status === 200)
    t.diagnostic(`PostgreSQL was back after ${Math.round(performance.now() - from)} ms`)
    await lasts(heard().length + 40)
    enough = true
    await over
    assert.deepEqual(
      logs.flat().filter(({ acknowledged }) => !acknowledged),
      [],
    )
    assert.ok(isAlive(server.pid))
    assert.ok(troubles.length > 0)
    for (const page of troubles) assert.match(page, /Máy chủ đang trục trặc/)
    await assertKept(logs.flat())
    await assertAgreement(library.database, server.url)
    await assertFound(logs)
    const stopped = await server.stop('SIGTERM')
    assert.deepEqual([stopped.code, stopped.err], [0, ''])
  })
})
