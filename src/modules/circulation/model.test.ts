import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import fc from 'fast-check'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { sumFacts } from '../participation/index.ts'
import { lend } from './lend.ts'
import { renew } from './renew.ts'
import { returnItem } from './return.ts'
import { undo } from './undo.ts'

// What the desk of CAMDUONG promises, told again as simply as can be: 21 days, a due day that is no Saturday or
// Sunday, three copies at once, two renewals, nothing new while something is overdue.

const cards = ['TVT-000001', 'TVT-000002'] as const
const barcodes = ['C1', 'C2', 'C3', 'C4'] as const
type Card = (typeof cards)[number]
type Barcode = (typeof barcodes)[number]

type Step =
  | { readonly do: 'lend' | 'renew'; readonly card: Card; readonly barcode: Barcode }
  | { readonly do: 'return'; readonly barcode: Barcode }
  | { readonly do: 'undo'; readonly back: number }
  | { readonly do: 'wait'; readonly days: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('lend' as const),
        card: fc.constantFrom(...cards),
        barcode: fc.constantFrom(...barcodes),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('renew' as const),
        card: fc.constantFrom(...cards),
        barcode: fc.constantFrom(...barcodes),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('return' as const), barcode: fc.constantFrom(...barcodes) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(0, 1, 9, 22) }) },
  ),
  { minLength: 4, maxLength: 24 },
)

const start = Date.UTC(2026, 10, 24, 2)
const dayMs = 86_400_000

function dueAfter(day: number): number {
  let due = day + 21
  while ([0, 6].includes(new Date(start + due * dayMs).getUTCDay())) due++
  return due
}

interface ModelLoan {
  readonly card: Card
  due: number
  renewals: number
}

interface ModelAct {
  readonly id: string
  readonly day: number
  readonly loan: ModelLoan
  readonly barcode: Barcode
  readonly step: 'lend' | 'renew' | 'return'
  readonly dueBefore: number
}

/** The desk without a database; `acts` of a loan are a stack, whose top alone can be undone. */
class Model {
  day = 0
  lent = 0
  returned = 0
  readonly out = new Map<Barcode, ModelLoan>()
  readonly done: ModelAct[] = []
  readonly stacks = new Map<ModelLoan, ModelAct[]>()

  push(act: ModelAct): void {
    this.done.push(act)
    this.stacks.set(act.loan, [...(this.stacks.get(act.loan) ?? []), act])
  }

  lend(id: string, card: Card, barcode: Barcode): string[] {
    const own = [...this.out.values()].filter(loan => loan.card === card)
    const problems = [
      ...(own.length >= 3 ? ['loan-limit-reached'] : []),
      ...(own.some(loan => loan.due < this.day) ? ['has-overdue-loans'] : []),
      ...(this.out.has(barcode) ? ['item-on-loan'] : []),
    ]
    if (problems.length > 0) return problems
    const loan = { card, due: dueAfter(this.day), renewals: 0 }
    this.out.set(barcode, loan)
    this.lent++
    this.push({ id, day: this.day, loan, barcode, step: 'lend', dueBefore: 0 })
    return []
  }

  return(id: string, barcode: Barcode): string[] {
    const loan = this.out.get(barcode)
    if (loan === undefined) return ['not-on-loan']
    this.out.delete(barcode)
    this.returned++
    this.push({ id, day: this.day, loan, barcode, step: 'return', dueBefore: loan.due })
    return []
  }

  renew(id: string, card: Card, barcode: Barcode): string[] {
    const loan = this.out.get(barcode)
    if (loan === undefined) return ['not-on-loan']
    if (loan.card !== card) return ['lent-to-another']
    const problems = [
      ...(loan.renewals >= 2 ? ['renewals-used-up'] : []),
      ...(loan.due < this.day ? ['already-overdue'] : []),
    ]
    if (problems.length > 0) return problems
    this.push({ id, day: this.day, loan, barcode, step: 'renew', dueBefore: loan.due })
    loan.due = Math.max(loan.due, dueAfter(this.day))
    loan.renewals++
    return []
  }

  undo(act: ModelAct): string[] {
    if (act.day !== this.day) return ['undo-too-late']
    const stack = this.stacks.get(act.loan) ?? []
    const takenAgain = act.step === 'return' && this.out.has(act.barcode)
    if (stack.at(-1) !== act || takenAgain) return ['changed-since']
    stack.pop()
    if (act.step === 'lend') {
      this.out.delete(act.barcode)
      this.lent--
    } else if (act.step === 'return') {
      this.out.set(act.barcode, act.loan)
      this.returned--
    } else {
      act.loan.due = act.dueBefore
      act.loan.renewals--
    }
    return []
  }
}

let desks: Desks
let db: Database
before(async () => {
  desks = await openDesks()
  db = desks.world.database
  await desks.shelve(desks.at.CAMDUONG, 'Lục Vân Tiên', ...barcodes)
  for (const card of cards) await desks.giveCard(card)
})
after(() => desks.close())

async function takeStep(model: Model, step: Step): Promise<void> {
  if (step.do === 'wait') {
    model.day += step.days
    return
  }
  const id = newId()
  const now = new Date(start + model.day * dayMs)
  const at = { act: id, by: null, institution: desks.at.CAMDUONG, now }
  if (step.do === 'undo') {
    const act = model.done.at(-1 - step.back)
    if (act === undefined) return
    assert.deepEqual(codesOf(await undo(desks.world, { ...at, undone: act.id })), model.undo(act))
  } else if (step.do === 'return') {
    assert.deepEqual(
      codesOf(await returnItem(desks.world, { ...at, barcode: step.barcode })),
      model.return(id, step.barcode),
    )
  } else {
    const asked = { ...at, cardNumber: step.card, barcode: step.barcode }
    const done = await (step.do === 'lend' ? lend : renew)(desks.world, asked)
    assert.deepEqual(codesOf(done), model[step.do](id, step.card, step.barcode))
  }
}

const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }): string[] =>
  result.problems?.map(({ code }) => code) ?? []

const dateOf = (day: number): string => new Date(start + day * dayMs).toISOString().slice(0, 10)

const sums = () =>
  sumFacts(
    db,
    (['copy.lent', 'copy.returned'] as const).map(verb => ({
      verb,
      institution: desks.at.CAMDUONG,
      from: localDate('2026-01-01'),
      to: localDate('2029-12-31'),
    })),
  )

it('whatever is lent, returned, renewed and undone in whatever order, the desk keeps its promises', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async sequence => {
      await db.run(sql`delete from loan`)
      await db.run(sql`update item set status = 'available'`)
      const [lentBefore = 0, returnedBefore = 0] = await sums()
      const model = new Model()
      for (const step of sequence) await takeStep(model, step)
      const open = await db.many<{ barcode: string; due: string; renewals: number; card: string }>(sql`
        select item.barcode, loan.due_on as due, loan.renewals, card.number as card
        from loan join item on item.id = loan.item join card on card.id = loan.card
        where returned_at is null order by barcode`)
      const expected = [...model.out]
        .map(([barcode, { card, due, renewals }]) => ({ barcode, due: dateOf(due), renewals, card }))
        .sort((a, b) => (a.barcode < b.barcode ? -1 : 1))
      assert.deepEqual(open, expected)
      const out = await db.many<{ barcode: string }>(
        sql`select barcode from item where status = 'on-loan' order by barcode`,
      )
      assert.deepEqual(
        out.map(({ barcode }) => barcode),
        expected.map(({ barcode }) => barcode),
      )
      assert.deepEqual(await sums(), [lentBefore + model.lent, returnedBefore + model.returned])
    }),
    { numRuns: 40 },
  )
})
