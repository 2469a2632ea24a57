// Usage: npx tsx bench/sign-up.ts [sign-ups = 2000]
// Sixty-four people who sign up at once over the program's own connections, beside the rate at which this machine
// commits one row over the same connections: all for one event, whose row each of them locks, and for sixteen.
import { localized } from '../src/kernel/localized-text.ts'
import { money } from '../src/kernel/money.ts'
import { planActivity, signUp } from '../src/modules/activities/index.ts'
import { newId } from '../src/platform/clock.ts'
import type { Database } from '../src/platform/database/database.ts'
import { rawSql } from '../src/platform/database/sql.ts'
import { inFreshHouse } from './house.ts'
import { runsAlone } from './run.ts'

const writers = 64
const now = new Date('2026-11-24T02:00:00Z')

interface SignUpRates {
  /** A second, for one event and for sixteen. */
  readonly oneEvent: number
  readonly sixteenEvents: number
  readonly plainCommits: number
}

/** How often a second `writers` do `work` at once, `times` in all. */
async function rateOf(times: number, work: (at: number) => Promise<unknown>): Promise<number> {
  let at = 0
  const from = performance.now()
  const write = async () => {
    while (at < times) await work(at++)
  }
  await Promise.all(Array.from({ length: writers }, write))
  return (times / (performance.now() - from)) * 1000
}

async function event(database: Database, institution: string): Promise<string> {
  const plan = {
    facility: null,
    place: null,
    startsAt: new Date('2026-11-28T01:00:00Z'),
    endsAt: new Date('2026-11-28T03:00:00Z'),
    capacity: 1000,
    opensAt: null,
    closesAt: null,
    details: {
      title: localized('vi', 'Ngày hội đọc sách'),
      description: [],
      kind: 'festival',
      audience: 'everyone',
      audienceNote: '',
      languages: ['vi'],
      cost: money(0),
      accessibility: [],
      where: 'Sân trước',
    },
  } as const
  const done = await planActivity({ database }, { act: newId(), by: null, institution, now, plan, publish: true })
  if (!done.ok) throw new Error('the event was refused')
  return done.value.activity
}

/** Both rates on one server with its usual safety. */
export const measureSignUps = (times: number): Promise<SignUpRates> =>
  inFreshHouse(async ({ database, asOwner }) => {
    const institution = newId()
    const name = `'[{"lang":"vi","text":"Thư viện","state":"original"}]'`
    await asOwner(owner =>
      owner.run(
        rawSql(`insert into institution (id, code, kind, name, sort_key, folded_name, valid_from)
          values ('${institution}', 'TVT', 'provincial-library', ${name}, 'a', 'a', '1992-01-01');
          create table plain_commit (id uuid primary key, at timestamptz not null);
          grant insert on plain_commit to public`),
      ),
    )
    const events: string[] = []
    for (let n = 0; n < 17; n += 1) events.push(await event(database, institution))
    const join = (activity: string) =>
      signUp(
        { database },
        {
          act: newId(),
          activity: { id: activity, institution },
          groupName: 'Nhà cô Mẩy',
          contact: { kind: 'phone', value: '0900000001' },
          adults: 2,
          children: 1,
          lang: 'vi',
          person: null,
          mayWait: true,
          now,
        },
      )
    const plain = () => database.run(rawSql(`insert into plain_commit values ('${newId()}', now())`))
    await rateOf(200, () => join(events[16] ?? ''))
    await rateOf(200, plain)
    return {
      plainCommits: await rateOf(times, plain),
      oneEvent: await rateOf(times, () => join(events[16] ?? '')),
      sixteenEvents: await rateOf(times, at => join(events[at % 16] ?? '')),
    }
  })

if (runsAlone(import.meta.url)) {
  const rates = await measureSignUps(Number(process.argv[2] ?? 2000))
  const line = (what: string, rate: number) =>
    `${what.padEnd(34)} ${String(Math.round(rate)).padStart(6)} a second, ${(rate / rates.plainCommits).toFixed(2)} of plain commits\n`
  process.stdout.write(line('sign-ups, one event', rates.oneEvent))
  process.stdout.write(line('sign-ups, sixteen events', rates.sixteenEvents))
  process.stdout.write(line('plain commits of one row', rates.plainCommits))
}
