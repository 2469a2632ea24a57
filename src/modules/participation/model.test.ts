import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { addDays, type LocalDate, localDate, startOfDay, yearOf } from '../../kernel/local-date.ts'
import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { perform } from '../../platform/journal/index.ts'
import {
  countPeople,
  type FeedPosition,
  factsAfter,
  factsOfPerson,
  feedStart,
  record,
  sumFacts,
  unlinkPerson,
  type Verb,
  voidFacts,
} from './index.ts'

// What the ledger promises, told again as simply as can be: a list of what was said to have happened.

const verbs = ['copy.lent', 'activity.attended'] as const satisfies Verb[]
/** Whether it arrives on its day or months late makes no difference: only the day itself counts. */
const firstDay = localDate('2025-11-20')
const days = 80

interface Said {
  readonly verb: (typeof verbs)[number]
  readonly institution: number
  readonly person: number | null
  readonly day: number
  readonly quantity: number
}

type Step =
  | { readonly do: 'record'; readonly facts: readonly Said[] }
  | { readonly do: 'again'; readonly back: number }
  | { readonly do: 'void'; readonly back: number }
  | { readonly do: 'erase'; readonly person: number }

const said: fc.Arbitrary<Said> = fc.record({
  verb: fc.constantFrom(...verbs),
  institution: fc.nat(1),
  person: fc.option(fc.nat(2)),
  day: fc.nat(days - 1),
  quantity: fc.constantFrom(1, 1, 1, 4),
})
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('record' as const),
        facts: fc.array(said, { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), back: fc.nat(5) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('void' as const), back: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('erase' as const), person: fc.nat(2) }) },
  ),
  { minLength: 3, maxLength: 20 },
)
const periods = fc.array(fc.tuple(fc.nat(days - 1), fc.nat(days - 1)), { minLength: 3, maxLength: 3 })

interface DoneAct {
  readonly id: string
  readonly facts: readonly Said[]
  readonly ids: readonly string[]
  voided: boolean
}

let test: TestDatabase
let position: FeedPosition = feedStart
before(async () => {
  test = await testDatabase()
})
after(() => test.close())

const intent = (id: string, type: string) => ({
  id,
  type,
  version: 1,
  actor: null,
  institution: null,
  occurredAt: new Date(),
  payload: {},
})

async function feedOf(count: number, pageSize: number): Promise<string[]> {
  const ids: string[] = []
  // Transactions of other tests on the same server hold facts back.
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const page = await factsAfter(test.db, position, pageSize)
    ids.push(...page.facts.map(({ id }) => id))
    position = page.position
    if (ids.length >= count && page.facts.length === 0) break
    if (page.facts.length === 0) await wait(5)
  }
  return ids
}

async function play(history: readonly Step[], asked: readonly (readonly [number, number])[]): Promise<void> {
  const { db } = test
  const institutions = [newId(), newId()]
  const people = [newId(), newId(), newId()]
  const acts: DoneAct[] = []
  const erasedAfter = people.map(() => 0)
  const feed: string[] = []
  const idOf = (list: readonly string[], at: number): string => list[at] ?? ''

  const send = (id: string, facts: readonly Said[]) =>
    perform<{ ids: string[] }, never>(db, intent(id, 'test.record'), async tx =>
      ok({
        ids: await record(
          tx,
          { id },
          facts.map(fact => ({
            verb: fact.verb,
            object: null,
            institution: idOf(institutions, fact.institution),
            facility: null,
            place: null,
            quantity: fact.quantity,
            occurredAt: startOfDay(addDays(firstDay, fact.day)),
            person: fact.person === null ? null : idOf(people, fact.person),
          })),
        ),
      }),
    )

  for (const step of history) {
    const earlier = 'back' in step ? acts.at(-1 - step.back) : undefined
    if (step.do === 'record') {
      const id = newId()
      const done = await send(id, step.facts)
      assert.ok(done.ok)
      acts.push({ id, facts: step.facts, ids: done.value.ids, voided: false })
      feed.push(...done.value.ids)
    } else if (step.do === 'again' && earlier !== undefined) {
      assert.deepEqual(await send(earlier.id, earlier.facts), ok({ ids: earlier.ids }), 'the first answer')
    } else if (step.do === 'void' && earlier?.voided === false) {
      const id = newId()
      await perform<null, never>(db, intent(id, 'test.void'), async tx => {
        await voidFacts(tx, { id }, earlier.ids)
        return ok(null)
      })
      earlier.voided = true
    } else if (step.do === 'erase') {
      await db.transaction(tx => unlinkPerson(tx, idOf(people, step.person)))
      erasedAfter[step.person] = acts.length
    }
  }

  const standing = acts.filter(act => !act.voided).flatMap(({ facts }) => facts)
  const dayAt = (day: number): LocalDate => addDays(firstDay, day)
  for (const pair of asked) {
    const [first, last] = [Math.min(...pair), Math.max(...pair)]
    const [from, to] = [dayAt(first), dayAt(last)]
    for (const [at, institution] of institutions.entries()) {
      const here = standing.filter(fact => fact.institution === at && fact.day >= first && fact.day <= last)
      const sums = await sumFacts(
        db,
        verbs.map(verb => ({ verb, institution, from, to })),
      )
      const told = verbs.map(verb =>
        here.filter(fact => fact.verb === verb).reduce((sum, fact) => sum + fact.quantity, 0),
      )
      assert.deepEqual(sums, told, `${from} to ${to}`)
      for (const some of [[verbs[0]], [...verbs]]) {
        const counted = await countPeople(db, { verbs: some, institution, from, to })
        const persons = here.flatMap(({ verb, person }) => (person !== null && some.includes(verb) ? [person] : []))
        if (yearOf(from) === yearOf(to)) assert.deepEqual(counted, ok(new Set(persons).size), `${from} to ${to}`)
        else assert.deepEqual(counted, { ok: false, problems: [{ code: 'period-over-years', from, to }] })
      }
    }
  }
  for (const [at, person] of people.entries()) {
    const linked = (await factsOfPerson(db, person, 1000)).map(({ id }) => id).sort()
    const own = acts.flatMap(({ facts, ids }, number) =>
      facts.flatMap((fact, index) =>
        fact.person === at && number >= (erasedAfter[at] ?? 0) ? [idOf(ids, index)] : [],
      ),
    )
    assert.deepEqual(linked, own.sort(), 'whoever was erased is linked only to what came after')
  }
  const read = await feedOf(feed.length + acts.filter(({ voided }) => voided).flatMap(({ ids }) => ids).length, 3)
  assert.equal(new Set(read).size, read.length, 'each fact once')
  assert.deepEqual(
    read.filter(id => feed.includes(id)),
    feed,
    'in the order in which they were committed',
  )
}

it('sums, counts of people, links and the feed are those of a plain list, whatever comes twice, late, voided or erased', async () => {
  await fc.assert(
    fc.asyncProperty(steps, periods, (history, asked) => play(history, asked)),
    { numRuns: 25 },
  )
})
