import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmpty } from '../platform/backup/index.ts'
import { readNode, settle } from '../platform/database/node.ts'
import { type Call, type Command, exit, Failed } from './command.ts'
import { accountsFile } from './demo-accounts.ts'
import { loadDemonstration } from './demo-loader.ts'
import { holdsRealOnes } from './demo-store.ts'
import { backUpFirst, inHouse, type Opened } from './open.ts'
import { portsOf } from './province.ts'

async function load({ terminal, words }: Call, { world }: Opened): Promise<number> {
  const { database } = world
  const { demo } = await readNode(database)
  if (!demo && (await holdsRealOnes(database))) throw new Failed(words.demo.holdsData)
  // Where one is there already this finishes what a cut may have left, and changes nothing otherwise.
  const { fresh } = await loadDemonstration(world, portsOf(world), terminal.line)
  await settle(database)
  terminal.line(fresh ? words.demo.loaded : words.demo.already)
  return exit.done
}

async function remove(call: Call, { house, world }: Opened): Promise<number> {
  const { config, terminal, words } = call
  if (!(await readNode(world.database)).demo) {
    terminal.line(words.demo.none)
    return exit.done
  }
  if (!call.options.force && (await holdsRealOnes(world.database))) throw new Failed(words.demo.needsForce)
  const path = await backUpFirst(config, house, 'truoc-khi-bo-tinh-mau')
  await startEmpty(house.urls.owner)
  await rm(join(config.dataDir, 'files'), { recursive: true, force: true })
  await rm(accountsFile(config.dataDir), { force: true })
  terminal.line(words.demo.removed(path))
  return exit.done
}

/** Both replace what everybody sees, so nobody else may be in the house. */
export const demoCommands: readonly Command[] = [
  {
    name: 'demo load',
    usage: '',
    options: {},
    names: [0, 0],
    run: call => inHouse(call, 'alone', opened => load(call, opened)),
  },
  {
    name: 'demo remove',
    usage: '[--force]',
    options: { force: { type: 'boolean' } },
    names: [0, 0],
    run: call => inHouse(call, 'alone', opened => remove(call, opened)),
  },
]
