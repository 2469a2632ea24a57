import type { LocalDate } from '../kernel/local-date.ts'
import { spansOn } from '../kernel/opening-hours.ts'
import { lend, returnItem } from '../modules/circulation/index.ts'
import { institutionByCode, policyOf } from '../modules/institutions/index.ts'
import type { World } from '../platform/world.ts'
import { stockedOn } from './demo-books.ts'
import { certain } from './demo-certain.ts'
import { type Borrower, type DeskAct, planLoans, type Shelf } from './demo-loan-plan.ts'
import type { DemoReader } from './demo-people.ts'
import type { SeedLoans } from './demo-seed.ts'
import type { Shelves } from './demo-shelves.ts'

const chunkSize = 50

async function shelfOf({ database }: World, shelves: Shelves, today: LocalDate): Promise<Shelf> {
  const institution = await institutionByCode(database, shelves.library.institution)
  if (institution === null) throw new Error(`${shelves.library.institution} is no institution`)
  const { hours } = institution
  return {
    institution: institution.id,
    barcodes: shelves.shelved.flatMap(({ copies }) => copies.map(({ barcode }) => barcode)),
    stockedOn: stockedOn(shelves, today),
    ...(await policyOf(database, institution.id)),
    spansOn: day => (hours === null ? [{ from: '08:00', to: '11:00' }] : spansOn(hours, day)),
  }
}

async function borrowersOf(
  world: World,
  readers: readonly DemoReader[],
  all: readonly Shelves[],
  today: LocalDate,
): Promise<Borrower[]> {
  const shelves = new Map<string, Shelf>()
  for (const { seed } of readers) {
    const own = all.find(({ library }) => library.institution === seed.institution)
    if (own === undefined) throw new Error(`${seed.institution} has readers and no books`)
    if (!shelves.has(seed.institution)) shelves.set(seed.institution, await shelfOf(world, own, today))
  }
  return readers.flatMap(({ number, seed }) => {
    const shelf = shelves.get(seed.institution)
    return shelf === undefined ? [] : [{ card: number, shows: seed.shows, shelf }]
  })
}

/** Lends and takes back as the desk does, at the instants of the plan: facts, journal and figures follow by themselves. */
export async function lendAndReturn(
  world: World,
  seed: SeedLoans,
  readers: readonly DemoReader[],
  shelves: readonly Shelves[],
  today: LocalDate,
  idOf: (key: string) => string,
  report: (done: number, total: number) => void,
): Promise<number> {
  const acts = planLoans(seed, await borrowersOf(world, readers, shelves, today), today)
  for (let at = 0; at < acts.length; at += chunkSize) {
    const chunk = acts.slice(at, at + chunkSize)
    await world.database.transaction(async tx => {
      const inside: World = { ...world, database: { ...world.database, ...tx } }
      for (const act of chunk) await doAct(inside, act, idOf(`${act.verb} ${act.key}`))
    })
    report(at + chunk.length, acts.length)
  }
  return acts.filter(({ verb }) => verb === 'lend').length
}

async function doAct(world: World, { institution, barcode, card, at, verb, key }: DeskAct, act: string): Promise<void> {
  const desk = { act, by: null, institution, barcode, now: at }
  if (verb === 'return') certain(await returnItem(world, desk), key)
  else certain(await lend(world, { ...desk, cardNumber: card }), key)
}
