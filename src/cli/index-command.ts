import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openSearchIndex, rebuildJobKind } from '../modules/search/index.ts'
import { newId } from '../platform/clock.ts'
import { runFolder } from '../platform/database/folder.ts'
import { servingLease } from '../platform/database/leases.ts'
import { enqueueJob } from '../platform/jobs/index.ts'
import type { World } from '../platform/world.ts'
import { type Call, type Command, exit } from './command.ts'
import { count, octets, pace } from './figures.ts'
import { inHouse } from './open.ts'
import { progressLine } from './progress.ts'
import { watchJob } from './run-job.ts'

const open = (world: World, owner: boolean) =>
  openSearchIndex({ database: world.database, dataDir: world.config.dataDir, log: world.log, owner })

const unit = ({ words }: Call) => ({ counted: words.index.unit })

/** The server alone owns the index: beside it the rebuilding is its job, which we watch. */
async function rebuild(call: Call, world: World): Promise<number> {
  if (servingLease(runFolder(call.config.dataDir)) !== null) {
    const id = newId()
    await world.database.transaction(tx => enqueueJob(tx, { id, kind: rebuildJobKind, subject: null }))
    call.terminal.line(call.words.index.byServer)
    const code = await watchJob(call, world.database, id, call.words.index.rebuilding, unit(call))
    if (code === exit.done) call.terminal.line(call.words.job.done)
    return code
  }
  const index = await open(world, true)
  try {
    const speed = pace(performance.now())
    await index.rebuild((done, total) => {
      call.signal.throwIfAborted()
      call.terminal.progress(progressLine(call, done, total, unit(call), speed))
    })
    call.terminal.line(call.words.index.rebuilt(count(index.status().documents, call.lang)))
  } finally {
    await index.close()
  }
  return exit.done
}

export const rebuildCommand: Command = {
  name: 'index rebuild',
  usage: '',
  options: {},
  names: [0, 0],
  run: call => inHouse(call, 'command', ({ world }) => rebuild(call, world)),
}

export const indexStatusCommand: Command = {
  name: 'index status',
  usage: '',
  options: {},
  names: [0, 0],
  run: call =>
    inHouse(call, 'command', async ({ world }) => {
      const { terminal, words, lang, config } = call
      const index = await open(world, false)
      try {
        await index.catchUp()
        const { documents, terms, memoryBytes } = index.status()
        terminal.line(words.index.status(count(documents, lang), count(terms, lang), octets(memoryBytes, lang)))
      } finally {
        await index.close()
      }
      const snapshot = await stat(join(config.dataDir, 'search', 'index.snapshot')).catch(() => null)
      terminal.line(
        snapshot === null
          ? words.index.noSnapshot
          : words.index.snapshot(octets(snapshot.size, lang), snapshot.mtime.toISOString()),
      )
      return exit.done
    }),
}
