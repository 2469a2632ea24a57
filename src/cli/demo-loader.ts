import { localDateAt } from '../kernel/local-date.ts'
import { ok } from '../kernel/result.ts'
import { type InstitutionsPort, loadInstitutions } from '../modules/institutions/index.ts'
import { loadPlaces, type PlacesPort } from '../modules/places/index.ts'
import type { Db } from '../platform/database/database.ts'
import { readNode } from '../platform/database/node.ts'
import { type Json, listEntries, perform } from '../platform/journal/index.ts'
import type { World } from '../platform/world.ts'
import { accountsFile, type DemoAccount, makeAccounts, readAccounts } from './demo-accounts.ts'
import { holdActivities } from './demo-activities.ts'
import { bringIn } from './demo-books.ts'
import { certain } from './demo-certain.ts'
import { drawnId } from './demo-drawn.ts'
import { lendAndReturn } from './demo-loans.ts'
import { registerObjects } from './demo-objects.ts'
import { demoReaders, peopleAct, registerPeople } from './demo-people.ts'
import { useRooms } from './demo-room.ts'
import { readPlaceFiles, readSeed, type Seed } from './demo-seed.ts'
import { shelvesOf } from './demo-shelves.ts'
import { planYear } from './demo-targets.ts'
import { countVisits } from './demo-visits.ts'
import { demoWords } from './demo-words.ts'

/** What the modules need of those after them, as the assembly wired it. */
export interface LoaderPorts {
  readonly places: PlacesPort
  readonly institutions: InstitutionsPort
}

/** A line of progress, and how far it is where that is known. */
export type Say = (line: string, done?: number, total?: number) => void

export interface DemoAccounts {
  /** False when the whole had been loaded before. */
  readonly fresh: boolean
  /** Where they are written down, readable by this user alone. */
  readonly file: string
  readonly accounts: readonly DemoAccount[]
}

/** Every start may call it: units that are there stay as they are. */
export async function loadOfficialPlaces(world: World, ports: Pick<LoaderPorts, 'places'>): Promise<number> {
  return world.database.transaction(tx => loadPlaces(tx, readPlaceFiles(), ports.places))
}

const finishAct = 'demonstration.finish'

const isDone = async (db: Db, type: string): Promise<boolean> =>
  (await listEntries(db, { institutions: null, type, limit: 1 })).length > 0

/**
 * Loads the demonstration province. Every step is made of acts whose ids follow from this node and the step, so a
 * loading that was cut off goes on when it is called again, and a second one changes nothing. Throws when the seed
 * contradicts itself.
 */
export async function loadDemonstration(world: World, ports: LoaderPorts, say: Say): Promise<DemoAccounts> {
  const { database, config } = world
  const file = accountsFile(config.dataDir)
  if (await isDone(database, finishAct)) return { fresh: false, file, accounts: await readAccounts(config.dataDir) }
  const seed = readSeed()
  const words = demoWords(config.lang)
  const node = await readNode(database)
  const idOf = (key: string) => drawnId(node.id, key)
  // The day on which a loading began stays its day, however long it takes.
  const begin = await step(world, idOf('begin'), 'demonstration.begin', async () => world.clock.now().toISOString())
  const today = localDateAt(new Date(begin))

  say(words.places)
  await loadOfficialPlaces(world, ports)
  say(words.institutions)
  const found = idOf('institutions')
  await step(world, found, 'demonstration.found-institutions', tx =>
    loadInstitutions(tx, { id: found }, seed.institutions, ports.institutions),
  )
  const shelves = seed.libraries.map(library => shelvesOf(library, seed.titles))
  for (const [at, one] of shelves.entries()) {
    if (at % 10 === 0) say(words.books(at, shelves.length), at, shelves.length)
    await bringIn(world, one, today, idOf)
  }
  await registerObjects(world, seed.objects, today, idOf('objects'))
  say(words.people)
  const readers = demoReaders(seed.readers, today)
  const accounts = await provideAccounts(world, seed, idOf('people'), readers)
  await lendAndReturn(world, seed.loans, readers, shelves, today, idOf, (done, total) => {
    if (done % 250 === 0 || done === total) say(words.loans(done, total), done, total)
  })
  say(words.visits)
  await countVisits(world, seed.visits, today, idOf)
  await planYear(world, seed.targets, today, idOf)
  await useRooms(world, readers, shelves, today, idOf)
  await holdActivities(world, seed.activities, today, idOf)
  await step(world, idOf('finish'), finishAct, async () => today)
  say(words.accounts(file))
  for (const { login, password, displayName } of accounts) say(`  ${login.padEnd(20)}  ${password}  ${displayName}`)
  return { fresh: true, file, accounts }
}

async function provideAccounts(
  world: World,
  seed: Seed,
  act: string,
  readers: ReturnType<typeof demoReaders>,
): Promise<DemoAccount[]> {
  const { database, config } = world
  if (await isDone(database, peopleAct)) return readAccounts(config.dataDir)
  const accounts = await makeAccounts(seed, config.dataDir)
  const passwords = new Map(accounts.map(({ login, password }) => [login, password]))
  await registerPeople(world, act, seed, readers, passwords)
  return accounts
}

/** A step of the loading that is done at most once and always gives its first answer. */
async function step<Answer extends Json>(
  world: World,
  id: string,
  type: string,
  work: (tx: Db) => Promise<Answer>,
): Promise<Answer> {
  const act = { id, type, version: 1, actor: null, institution: null, occurredAt: world.clock.now(), payload: {} }
  return certain(await perform<Answer, never>(world.database, act, async tx => ok(await work(tx))), type)
}
