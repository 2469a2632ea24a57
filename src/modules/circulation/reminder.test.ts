import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, localDate } from '../../kernel/local-date.ts'
import { type DueLoan, reminderDays, reminderKey, reminderStage, remindersOf } from './reminder.ts'

const today = localDate('2026-11-24')
const lentOn = localDate('2026-11-01')
const stageAt = (due: number) => reminderStage({ dueOn: addDays(today, due), lentOn }, today)

describe('what a reader hears of a loan', () => {
  it('is two days before, and one, seven and twenty-one days after; a day that was missed is made up for', () => {
    const soon = { topic: 'due-soon' }
    const late = (days: 1 | 7 | 21) => ({ topic: 'overdue', days })
    for (const [due, stage] of [
      [3, null],
      [2, soon],
      [1, soon],
      [0, null],
      [-1, late(1)],
      [-6, late(1)],
      [-7, late(7)],
      [-20, late(7)],
      [-21, late(21)],
      [-27, late(21)],
      [-28, null],
    ] as const)
      assert.deepEqual(stageAt(due), stage, `due in ${due} days`)
  })

  it('is nothing on the day of lending', () => {
    assert.equal(reminderStage({ dueOn: addDays(today, 1), lentOn: today }, today), null)
  })

  it('is asked for all days that have something to say, and no others', () => {
    const { from, to } = reminderDays(today)
    assert.notEqual(reminderStage({ dueOn: from, lentOn }, today), null)
    assert.notEqual(reminderStage({ dueOn: to, lentOn }, today), null)
    assert.equal(reminderStage({ dueOn: addDays(from, -1), lentOn }, today), null)
    assert.equal(reminderStage({ dueOn: addDays(to, 1), lentOn }, today), null)
  })

  it('is one message for what falls due at one place on one day, under a key of its own for each stage', () => {
    const loan = (id: string, changes: Partial<DueLoan> = {}): DueLoan => ({
      id,
      person: 'may',
      institution: 'TVT',
      dueOn: addDays(today, 2),
      lentOn,
      ...changes,
    })
    const reminders = remindersOf(
      [
        loan('1'),
        loan('2'),
        loan('3', { institution: 'TVTAPHIN' }),
        loan('4', { person: 'lan' }),
        loan('5', { dueOn: addDays(today, -8) }),
        loan('6', { dueOn: addDays(today, 9) }),
      ],
      today,
    )
    assert.deepEqual(
      reminders.map(({ loans }) => loans),
      [['1', '2'], ['3'], ['4'], ['5']],
    )
    assert.equal(new Set(reminders.map(reminderKey)).size, 4)
  })
})
