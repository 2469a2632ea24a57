// Usage: npx tsx bench/figures.ts [facts = 5000000]
// Figures over a ledger of made facts in a throw-away database: computing all of them again, one new fact until its
// cell and the page say it, and the page of the province; beside it the same sums asked of the facts by plain SQL.
import { readPlaceFiles } from '../src/cli/demo-seed.ts'
import { loadInstitutions, noInstitutionsPort } from '../src/modules/institutions/index.ts'
import { record } from '../src/modules/participation/index.ts'
import { loadPlaces } from '../src/modules/places/index.ts'
import { computeFigures, planRoutes, rebuildFigures } from '../src/modules/plan/index.ts'
import { newId, systemClock } from '../src/platform/clock.ts'
import type { Database } from '../src/platform/database/database.ts'
import { rawSql, sql } from '../src/platform/database/sql.ts'
import type { World } from '../src/platform/world.ts'
import { openTestDoor, testSite } from '../tests/support/door.ts'
import { inFreshHouse } from './house.ts'
import { runsAlone, shareOf } from './run.ts'

const institutions = 300
const monthsOfFacts = 36

export interface FiguresMeasured {
  readonly facts: number
  readonly cells: number
  /** Everything thrown away and computed again, in milliseconds. */
  readonly rebuildMs: number
  /** The same sums by one GROUP BY over the facts, read by nobody. */
  readonly groupByMs: number
  /** From the commit of a new fact until its cell stands, by notice as the server does it. */
  readonly toCellMs: readonly number[]
  /** The page of the province while no cell changes, and just after one did. */
  readonly pageMs: readonly number[]
  readonly pageAfterFactMs: readonly number[]
  /** What that page shows of one indicator, asked of the facts: 24 months by institution. */
  readonly pageBySqlMs: readonly number[]
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function network(database: Database): Promise<void> {
  const files = readPlaceFiles()
  await database.transaction(async tx => {
    await loadPlaces(tx, files)
    const communes = await tx.many<{ code: string }>(sql`
      select code from place_version join place on place.id = place where level = 'commune' and valid_to is null order by code`)
    const made = Array.from({ length: institutions }, (_, at) => ({
      code: `DO${String(at).padStart(4, '0')}`,
      kind: 'commune-library',
      name: `Thư viện đo thử ${at}`,
      validFrom: '2010-01-01',
      facilities: (at < 20 ? [at, at + 40] : [at]).map(one => ({
        name: `Cơ sở ${one}`,
        place: communes[one % communes.length]?.code,
        placeBefore: communes[one % communes.length]?.code,
      })),
    }))
    await loadInstitutions(tx, { id: newId() }, { institutions: made }, noInstitutionsPort)
  })
}

/** Facts as a province makes them: mostly loans, then counts at the door; spread over three years and all facilities. */
async function makeFacts(owner: Database, count: number): Promise<void> {
  const pieces = 20
  const size = Math.ceil(count / pieces)
  for (let from = 0; from < count; from += size) {
    await owner.run(sql`
      insert into fact (id, act, verb, institution, facility, place, quantity, occurred_at, occurred_on)
      select lpad(to_hex(g), 32, '0')::uuid, lpad(to_hex(g), 32, '0')::uuid, v.verb, f.institution, f.id, f.place,
             case v.verb when 'copy.lent' then 1 when 'activity.held' then 1 else 1 + g % 40 end,
             d.at, (d.at at time zone 'Asia/Ho_Chi_Minh')::date
      from generate_series(${from}::integer, ${Math.min(count, from + size) - 1}::integer) as g
      join lateral (select (array['copy.lent','copy.lent','copy.lent','copy.lent','copy.lent','visits.counted',
        'visits.counted','visits.counted','activity.attended','copies.stocked','activity.held','copy.returned'])[1 + g % 12] as verb) v on true
      join (select id, institution, place, row_number() over (order by institution, id) - 1 as at,
                   count(*) over () as all_of_them from facility) f on f.at = (g::bigint * 7919) % f.all_of_them
      join lateral (select timestamptz '2023-12-01 08:00+07' + (g::bigint * 104729 % ${monthsOfFacts * 30})::integer * interval '1 day'
        as at) d on true`)
  }
  await owner.run(rawSql('vacuum analyze fact'))
}

export async function measureFigures(facts: number, runs = 40): Promise<FiguresMeasured> {
  return inFreshHouse(async ({ database, config, asOwner }) => {
    await network(database)
    await asOwner(owner => makeFacts(owner, facts))
    const now = () => new Date('2026-11-15T02:00:00Z')
    await computeFigures(database, now)
    const rebuildMs = await timed(() => rebuildFigures(database, now))
    await asOwner(owner => owner.run(rawSql('vacuum analyze figure_cell')))
    const { cells } = await database.one<{ cells: number }>(sql`select count(*) as cells from figure_cell`)
    const groupByMs = await timed(() =>
      database.one(sql`
        select count(*) as groups from (
          select verb, institution, facility, place, date_trunc('month', occurred_on::timestamp), sum(quantity)
          from fact group by 1, 2, 3, 4, 5) as t`),
    )
    // Only what these pages need of the world.
    const door = openTestDoor(planRoutes({ database, config, clock: systemClock } as World, testSite()), now())
    const page = async () => {
      const answer = await door.request('/so-lieu?ky=2026-11')
      if (answer.status !== 200) throw new Error(`the page answered ${answer.status}`)
      await answer.text()
    }
    const some = await database.one<{ institution: string; facility: string; place: string }>(
      sql`select institution, id as facility, place from facility order by id limit 1`,
    )
    let arrived: (() => void) | null = null
    let computing = Promise.resolve()
    const unlisten = await database.listen('fact', () => {
      computing = computing.then(() => computeFigures(database, now)).then(() => arrived?.())
    })
    const toCellMs: number[] = []
    const pageAfterFactMs: number[] = []
    for (let run = 0; run < runs; run++) {
      const standing = new Promise<void>(resolve => {
        arrived = resolve
      })
      await database.transaction(tx =>
        record(tx, { id: newId() }, [
          { verb: 'copy.lent', object: null, quantity: 1, occurredAt: now(), person: null, ...some },
        ]),
      )
      toCellMs.push(await timed(() => standing))
      pageAfterFactMs.push(await timed(page))
    }
    await unlisten()
    await computing
    const pageMs: number[] = []
    for (let run = 0; run < runs; run++) pageMs.push(await timed(page))
    const pageBySqlMs: number[] = []
    for (let run = 0; run < 5; run++) {
      pageBySqlMs.push(
        await timed(() =>
          database.many(sql`
            select institution, date_trunc('month', occurred_on::timestamp) as month, sum(quantity) from fact
            where verb = 'copy.lent' and occurred_on >= '2024-12-01' group by 1, 2`),
        ),
      )
    }
    return { facts, cells, rebuildMs, groupByMs, toCellMs, pageMs, pageAfterFactMs, pageBySqlMs }
  })
}

const spread = (times: readonly number[]): string =>
  `p50 ${shareOf(times, 0.5).toFixed(1)} ms, p95 ${shareOf(times, 0.95).toFixed(1)} ms`

async function main(): Promise<void> {
  const found = await measureFigures(Number(process.argv[2] ?? 5_000_000))
  const line = (what: string, figure: string) => process.stdout.write(`${what.padEnd(56)} ${figure}\n`)
  line('facts, cells', `${found.facts.toLocaleString('en')}, ${found.cells.toLocaleString('en')}`)
  line('all figures computed again', `${(found.rebuildMs / 1000).toFixed(1)} s`)
  line('for scale, one GROUP BY over the facts, kept nowhere', `${(found.groupByMs / 1000).toFixed(1)} s`)
  line('a new fact until its cell stands', spread(found.toCellMs))
  line('page of the province, no cell changed', spread(found.pageMs))
  line('page of the province, just after a fact', spread(found.pageAfterFactMs))
  line('one indicator of that page by plain SQL over the facts', spread(found.pageBySqlMs))
}

if (runsAlone(import.meta.url)) await main()
