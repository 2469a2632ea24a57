import { instantAt } from '../kernel/instant.ts'
import { addDays, type LocalDate } from '../kernel/local-date.ts'
import { spansOn } from '../kernel/opening-hours.ts'
import { askFor, countInRoom, readInRoom, setStacks } from '../modules/circulation/index.ts'
import { type Institution, institutionByCode } from '../modules/institutions/index.ts'
import type { World } from '../platform/world.ts'
import { certain } from './demo-certain.ts'
import { drawn } from './demo-drawn.ts'
import type { DemoReader } from './demo-people.ts'
import type { Shelves } from './demo-shelves.ts'

/** Where people come to read, and how many days back the demonstration tells of it. */
const reads = [
  { code: 'TVT', days: 21, books: 9, papers: 14 },
  { code: 'TVTAPHIN', days: 14, books: 4, papers: 5 },
] as const

/** The provincial library's local studies are fetched by staff. */
const stacks = { code: 'TVT', location: 'Kho địa chí' } as const

/** Copies that are lent on the loading day are the last ones of their library. */
const shelfOf = (shelves: readonly Shelves[], code: string) =>
  shelves.find(({ library }) => library.institution === code)?.shelved.slice(0, -14) ?? []

async function libraryAt({ database }: World, code: string): Promise<Institution> {
  const institution = await institutionByCode(database, code)
  if (institution === null) throw new Error(`${code} is no institution`)
  return institution
}

/**
 * What was read in the rooms in the last weeks, scanned and counted, and two slips of the loading day for the closed
 * stacks: as the desk writes them, in one transaction.
 */
export async function useRooms(
  world: World,
  readers: readonly DemoReader[],
  shelves: readonly Shelves[],
  today: LocalDate,
  idOf: (key: string) => string,
): Promise<void> {
  await world.database.transaction(async tx => {
    const inside: World = { ...world, database: { ...world.database, ...tx } }
    for (const one of reads) await readAt(inside, one, readers, shelves, today, idOf)
    await askForTwo(inside, readers, shelves, today, idOf)
  })
}

async function readAt(
  world: World,
  { code, days, books, papers }: (typeof reads)[number],
  readers: readonly DemoReader[],
  shelves: readonly Shelves[],
  today: LocalDate,
  idOf: (key: string) => string,
): Promise<void> {
  const institution = await libraryAt(world, code)
  const own = readers.filter(({ seed }) => seed.institution === code && seed.shows === 'ordinary')
  const copies = shelfOf(shelves, code)
  for (let ago = days; ago >= 1; ago--) {
    const day = addDays(today, -ago)
    const [span] = institution.hours === null ? [{ from: '08:00' }] : spansOn(institution.hours, day)
    if (span === undefined) continue
    const at = (minutes: number) => new Date(instantAt(day, span.from).getTime() + minutes * 60_000)
    const key = `${code} ${day}`
    const desk = { by: null, institution: institution.id }
    const barcode = copies[drawn(`read ${key}`, copies.length)]?.copies[0]?.barcode ?? ''
    const card = own[drawn(`reader ${key}`, own.length * 2)]?.number ?? null
    const read = { ...desk, act: idOf(`read ${key}`), cardNumber: card, barcode, now: at(40) }
    certain(await readInRoom(world, read), key)
    for (const [kind, most] of [
      ['book', books],
      ['periodical', papers],
    ] as const) {
      const count = 1 + drawn(`${kind} ${key}`, most)
      certain(await countInRoom(world, { ...desk, act: idOf(`${kind} ${key}`), kind, count, now: at(150) }), key)
    }
  }
}

async function askForTwo(
  world: World,
  readers: readonly DemoReader[],
  shelves: readonly Shelves[],
  today: LocalDate,
  idOf: (key: string) => string,
): Promise<void> {
  const institution = (await libraryAt(world, stacks.code)).id
  const now = instantAt(today, '08:20')
  const desk = { by: null, institution, now }
  certain(await setStacks(world, { ...desk, act: idOf('stacks'), locations: [stacks.location] }), 'stacks')
  const copies = shelfOf(shelves, stacks.code)
    .flatMap(({ copies: [first] }) => first ?? [])
    .filter(({ location }) => location === stacks.location)
  const own = readers.filter(({ seed }) => seed.institution === stacks.code && seed.shows === 'ordinary')
  for (const at of [0, 1]) {
    const [reader, copy] = [own[at], copies[at]]
    if (reader === undefined || copy === undefined) continue
    const asked = { ...desk, act: idOf(`slip ${at}`), for: { cardNumber: reader.number } }
    certain(await askFor(world, { ...asked, book: { barcode: copy.barcode } }), `slip ${at}`)
  }
}
