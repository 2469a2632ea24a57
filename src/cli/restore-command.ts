import { peoplePort } from '../app/people-port.tsx'
import { erasedPeople, replayErasures } from '../modules/people/index.ts'
import {
  BackupRefused,
  type CheckedBackup,
  holdsData,
  noteErased,
  openBackup,
  refuseUnknownSteps,
  restoreBackup,
} from '../platform/backup/index.ts'
import { type House, openHouse } from '../platform/database/house.ts'
import { adoptNewCluster } from '../platform/database/place.ts'
import { HouseRefused } from '../platform/database/refusal.ts'
import { silentLog } from '../platform/log.ts'
import { type Call, type Command, exit } from './command.ts'
import { count, octets } from './figures.ts'
import { backUpFirst, filesOf, inHouse, stampOf } from './open.ts'
import { worldOf } from './world.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE [--force]',
  options: { force: { type: 'boolean' } },
  names: [1, 1],
  run: async call => {
    const { terminal, words, lang, signal } = call
    const path = call.path(call.names[0] ?? '')
    const backup = await openBackup(path, read => {
      signal.throwIfAborted()
      terminal.progress(words.restore.checking(octets(read, lang)))
    })
    try {
      refuseUnknownSteps(backup.manifest)
      await restoreChecked(call, backup)
    } finally {
      await backup.close()
    }
    printCounts(call, backup)
    return exit.done
  },
}

async function restoreChecked(call: Call, backup: CheckedBackup): Promise<void> {
  try {
    await inHouse(call, 'alone', ({ house }) => replace(call, house, backup), { upgraded: false })
  } catch (error) {
    if (!(error instanceof HouseRefused) || error.refusal.code !== 'other-major' || !call.options.force) throw error
    await restoreBeside(call, backup)
  }
}

async function replace(call: Call, house: House, backup: CheckedBackup): Promise<void> {
  const { config, terminal, words } = call
  if (await house.asOwner(holdsData)) {
    if (!call.options.force) throw new BackupRefused({ code: 'holds-data', dataDir: config.dataDir })
    terminal.line(words.restore.backedUp(await backUpFirst(config, house, 'truoc-khi-khoi-phuc')))
    // Whoever was erased after the backup was written stays erased.
    noteErased(config.dataDir, await house.asOwner(erasedPeople))
  }
  await load(call, house, backup)
}

async function load(call: Call, house: House, backup: CheckedBackup): Promise<void> {
  const { config, terminal, words, lang, signal } = call
  await restoreBackup(backup, {
    url: house.urls.owner,
    files: filesOf(config),
    report: (table, rows) => {
      signal.throwIfAborted()
      terminal.progress(words.restore.loading(table, count(rows, lang)))
    },
  })
  const world = worldOf(config, house, silentLog)
  const people = await replayErasures(world, peoplePort(world))
  if (people > 0) terminal.line(words.restore.erasedAgain(count(people, lang)))
}

/** The data belong to another major release of PostgreSQL, whose programs are not here: a new cluster takes their place. */
async function restoreBeside(call: Call, backup: CheckedBackup): Promise<void> {
  const options = { ...call.config, purpose: 'alone' as const, beside: true }
  const house = await openHouse(options)
  try {
    await load(call, house, backup)
  } finally {
    await house.close()
  }
  call.terminal.line(call.words.restore.oldKept(adoptNewCluster(options, stampOf(new Date()))))
}

function printCounts({ terminal, words, lang }: Call, { manifest }: CheckedBackup): void {
  const filled = manifest.tables.filter(table => table.rows > 0)
  const width = Math.max(...filled.map(table => table.name.length))
  for (const { name, rows } of filled) terminal.line(`  ${name.padEnd(width)}  ${count(rows, lang).padStart(10)}`)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  terminal.line(words.restore.restored(manifest.createdAt, count(rows, lang), count(manifest.files.length, lang)))
}
