import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LocalDate, parseLocalDate } from '../../kernel/local-date.ts'
import { decideLoan, decideRenewal, type LendableItem, type LoanPolicy, nextOpenDay, type Patron } from './loan.ts'

const day = (text: string): LocalDate => {
  const parsed = parseLocalDate(text)
  assert.ok(parsed !== null && typeof parsed === 'string')
  return parsed
}

const today = day('2026-11-24')
const policy: LoanPolicy = { loanDays: 14, maxLoans: 5, renewals: 2, graceDays: 7 }
const onShelf: LendableItem = { status: 'available', keptHere: true, keeperName: '' }
const reader: Patron = { cardState: 'valid', cardExpires: day('2026-12-31'), openLoans: 0, overdueLoans: 0 }
const neverClosed = () => false

test('a valid card takes a copy from the shelf for the policy’s calendar days', () => {
  const decision = decideLoan(onShelf, reader, policy, today, neverClosed)
  assert.deepEqual(decision, { ok: true, value: { dueOn: '2026-12-08' } })
})

test('a due day that is closed moves to the next open day', () => {
  const closed = new Set<string>(['2026-12-08', '2026-12-09'])
  const decision = decideLoan(onShelf, reader, policy, today, date => closed.has(date))
  assert.ok(decision.ok && decision.value.dueOn === '2026-12-10')
})

test('a card is good on its last day and expired on the day after', () => {
  assert.ok(decideLoan(onShelf, { ...reader, cardExpires: today }, policy, today, neverClosed).ok)
  const decision = decideLoan(onShelf, { ...reader, cardExpires: day('2026-11-23') }, policy, today, neverClosed)
  assert.deepEqual(!decision.ok && decision.problems, [{ code: 'card-expired', on: '2026-11-23' }])
})

test('a refusal gives every reason at once', () => {
  const decision = decideLoan(
    { status: 'on-loan', keptHere: false, keeperName: 'Thư viện phường Sa Pa' },
    { cardState: 'lost', cardExpires: day('2026-10-31'), openLoans: 5, overdueLoans: 2 },
    policy,
    today,
    neverClosed,
  )
  assert.deepEqual(!decision.ok && decision.problems.map(problem => problem.code), [
    'card-lost',
    'card-expired',
    'loan-limit-reached',
    'has-overdue-loans',
    'kept-elsewhere',
    'item-on-loan',
  ])
})

test('a copy in repair is refused with its state', () => {
  const decision = decideLoan({ ...onShelf, status: 'in-repair' }, reader, policy, today, neverClosed)
  assert.deepEqual(!decision.ok && decision.problems, [{ code: 'item-not-for-loan', status: 'in-repair' }])
})

test('a renewal counts from today, and is refused when used up or overdue', () => {
  const loan = { dueOn: day('2026-11-26'), renewals: 0 }
  const renewed = decideRenewal(loan, reader, policy, today, neverClosed)
  assert.ok(renewed.ok && renewed.value.dueOn === '2026-12-08')
  const late = decideRenewal({ dueOn: day('2026-11-20'), renewals: 2 }, reader, policy, today, neverClosed)
  assert.deepEqual(!late.ok && late.problems.map(problem => problem.code), ['renewals-used-up', 'already-overdue'])
})

test('a renewal never brings the due day nearer', () => {
  const loan = { dueOn: day('2026-12-20'), renewals: 0 }
  const renewed = decideRenewal(loan, reader, policy, today, neverClosed)
  assert.ok(renewed.ok && renewed.value.dueOn === '2026-12-20')
})

test('an institution that is always closed still gives a due day', () => {
  assert.equal(
    nextOpenDay(today, () => true),
    today,
  )
})
