import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { scratchFolder, serverPid } from '../../../tests/support/houses.ts'
import { type House, openHouse } from './house.ts'
import { waitUntil } from './processes.ts'
import { sql } from './sql.ts'

const made = scratchFolder('watched')
const dataDir = join(made.path, 'var')
let house: House | undefined
let mounted = false
after(async () => {
  await house?.close()
  if (mounted) spawnSync('umount', ['-l', dataDir])
  made.remove()
})

it('brings PostgreSQL back when it was killed on a full disk and there is room again, and says what happened', async t => {
  mkdirSync(dataDir)
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=150m', 'tmpfs', dataDir]).status === 0
  if (!mounted) return t.skip('this machine does not let us mount a small disk')
  const heard: string[] = []
  const onError = (error: Error) => heard.push(error.message)
  house = await openHouse({ dataDir, pgBin: null, databaseUrl: null, purpose: 'serve', onError })
  await house.asOwner(owner => owner.run(sql`create table kept as select 1 as n`))

  const ballast = join(dataDir, 'files')
  const pid = serverPid(dataDir) ?? 0
  process.kill(pid, 'SIGKILL')
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'])
  assert.ok(await waitUntil(() => heard.includes('disk-full'), 20_000), heard.join(', '))
  assert.ok(heard.includes('PostgreSQL has ended; it is started again'))

  rmSync(ballast)
  const { asOwner } = house
  const kept = () =>
    asOwner(owner => owner.one<{ n: number }>(sql`select n from kept`)).then(
      ({ n }) => n === 1,
      () => false,
    )
  assert.ok(await waitUntil(kept, 20_000))
  assert.notEqual(serverPid(dataDir), pid)
})
