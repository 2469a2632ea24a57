import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { localDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { newId } from '../../platform/clock.ts'
import type { Form } from '../../platform/http/index.ts'
import { facilitiesOf, type Institution, institutionById } from '../institutions/index.ts'
import { factsOfAct, sumFacts } from '../participation/index.ts'
import { changeButtons, readButtons } from './buttons.ts'
import { type Counting, countVisit, undoCount } from './count.ts'
import { readCounter, readSheet } from './counter.ts'
import { decideCount, mayUndoOn, mostAtOnce } from './decide.ts'
import { typedNumber } from './forms.ts'
import { kindsOf } from './store.ts'
import { defaultKinds, type VisitKind } from './visit-kind.ts'

const now = new Date('2026-11-24T02:00:00Z')
const [adult, child, schoolClass] = defaultKinds({ id: newId(), kind: 'provincial-library' }) as [
  VisitKind,
  VisitKind,
  VisitKind,
]

describe('what may be counted', () => {
  const kinds = [adult, schoolClass]
  const decide = (kind: string, quantity: number | null, facility: string | null = null) =>
    decideCount({ kind, quantity, facility }, kinds, ['here'])
  const codes = (result: ReturnType<typeof decide>) => (result.ok ? [] : result.problems.map(({ code }) => code))

  it('is one person a press, whatever is sent beside it, and for a class the number that is typed', () => {
    assert.deepEqual(decide(adult.id, 35), { ok: true, value: { kind: adult, quantity: 1 } })
    assert.deepEqual(decide(schoolClass.id, 35), { ok: true, value: { kind: schoolClass, quantity: 35 } })
  })

  it('is refused for every reason at once', () => {
    assert.deepEqual(codes(decide('none', null, 'elsewhere')), ['unknown-button', 'unknown-facility'])
    for (const none of [null, 0, -3, 1.5]) assert.deepEqual(codes(decide(schoolClass.id, none)), ['no-number'])
    assert.deepEqual(codes(decide(schoolClass.id, mostAtOnce + 1)), ['too-many'])
    assert.deepEqual(codes(decide(schoolClass.id, mostAtOnce)), [])
  })

  it('still is what a button was put away for', () => {
    const retired = { ...adult, retired: true }
    assert.equal(decideCount({ kind: adult.id, quantity: null, facility: null }, [retired], []).ok, true)
  })

  it('is read from what people type', () => {
    const typed = ['', '35', '1.200', '35 em', '-4', '3,5'].map(typedNumber)
    assert.deepEqual(typed, [null, 35, 1200, 0, 0, 0])
  })

  it('may be taken back until the end of the next day', () => {
    const today = localDate('2026-11-24')
    const days = ['2026-11-22', '2026-11-23', '2026-11-24'].map(day => mayUndoOn(localDate(day), today))
    assert.deepEqual(days, [false, true, true])
  })
})

const formOf = (fields: Record<string, string>): Form => ({
  text: name => fields[name] ?? '',
  all: name => (name in fields ? [fields[name] ?? ''] : []),
  has: name => name in fields,
  file: () => null,
  typed: fields,
})
/** The form of the buttons as it comes back when nothing was changed. */
function fieldsFor(kinds: readonly VisitKind[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [at, kind] of kinds.entries()) {
    fields[`ten-${kind.id}`] = textIn(kind.name, 'vi').text
    fields[`anh-${kind.id}`] = textIn(kind.name, 'en').text
    fields[`thu-tu-${kind.id}`] = String(at + 1)
    if (kind.asksNumber) fields[`so-${kind.id}`] = '1'
    if (!kind.retired) fields[`dung-${kind.id}`] = '1'
  }
  return fields
}

describe('the form of the buttons', () => {
  const kinds = [adult, child, schoolClass]
  const read = (changes: Record<string, string>) => readButtons(formOf({ ...fieldsFor(kinds), ...changes }), kinds)
  const codes = (changes: Record<string, string>) => {
    const result = read(changes)
    return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field.split('-')[0]}`)
  }

  it('sent as it came changes nothing', () => assert.deepEqual(read({}), { ok: true, value: kinds }))

  it('renames, orders, adds, and leaves alone a button that is not on it', () => {
    const result = read({
      [`ten-${child.id}`]: 'Thiếu nhi',
      [`thu-tu-${child.id}`]: '1',
      [`thu-tu-${adult.id}`]: '2',
      'ten-moi': 'Người cao tuổi',
    })
    assert.ok(result.ok)
    const names = result.value.map(({ name }) => textIn(name, 'vi').text)
    assert.deepEqual(names, ['Thiếu nhi', 'Người lớn', 'Lớp học', 'Người cao tuổi'])
    const without = Object.fromEntries(Object.entries(fieldsFor(kinds)).filter(([field]) => !field.includes(child.id)))
    assert.deepEqual(readButtons(formOf(without), kinds), { ok: true, value: kinds })
  })

  it('is refused in words: no name, a long one, the same twice, a wrong order, nothing left', () => {
    assert.deepEqual(codes({ [`ten-${adult.id}`]: '' }), ['no-name ten'])
    assert.deepEqual(codes({ [`ten-${adult.id}`]: 'ấ'.repeat(41) }), ['name-too-long ten'])
    assert.deepEqual(codes({ [`ten-${adult.id}`]: 'ấ'.repeat(40) }), [])
    assert.deepEqual(codes({ 'ten-moi': 'Trẻ em' }), ['same-name ten'])
    assert.deepEqual(codes({ [`thu-tu-${adult.id}`]: 'đầu' }), ['bad-order thu'])
    const none = Object.fromEntries(Object.entries(fieldsFor(kinds)).filter(([field]) => !field.startsWith('dung-')))
    const result = readButtons(formOf(none), kinds)
    assert.deepEqual(result.ok ? [] : result.problems.map(({ code }) => code), ['none-left'])
  })
})

describe('the counter at the door', () => {
  let desks: Desks
  let library: Institution
  let kinds: VisitKind[]
  before(async () => {
    desks = await openDesks()
    const found = await institutionById(desks.world.database, desks.at.TVT ?? '')
    assert.ok(found)
    library = found
    kinds = await kindsOf(desks.world.database, library)
  })
  after(() => desks.close())

  const count = (changes: Partial<Counting> = {}) =>
    countVisit(desks.world, {
      act: newId(),
      by: null,
      institution: library,
      kind: kinds[0]?.id ?? '',
      facility: null,
      quantity: null,
      now,
      ...changes,
    })
  const take = (undone: string, at = now) =>
    undoCount(desks.world, { act: newId(), by: null, institution: library.id, undone, now: at })
  const sumOn = async (day: string): Promise<number> => {
    const span = { verb: 'visits.counted', institution: library.id, from: localDate(day), to: localDate(day) } as const
    return (await sumFacts(desks.world.database, [span]))[0] ?? 0
  }

  it('counts by the usual buttons from the start: one fact, at the seat unless another facility is named', async () => {
    const act = newId()
    assert.ok((await count({ act })).ok)
    const [seat, second] = await facilitiesOf(desks.world.database, [library.id], localDate('2026-11-24'))
    const [fact] = await factsOfAct(desks.world.database, act)
    assert.deepEqual(
      [fact?.verb, fact?.object, fact?.quantity, fact?.facility, fact?.place],
      ['visits.counted', { kind: 'visit-kind', id: kinds[0]?.id }, 1, seat?.id, seat?.place],
    )
    const there = newId()
    assert.ok((await count({ act: there, facility: second?.id ?? '', kind: kinds[2]?.id ?? '', quantity: 35 })).ok)
    const [group] = await factsOfAct(desks.world.database, there)
    assert.deepEqual([group?.quantity, group?.facility, group?.place], [35, second?.id, second?.place])
    assert.deepEqual(await kindsOf(desks.world.database, library), kinds, 'the buttons are kept under the same ids')
  })

  it('counts a form once however often it is sent, and two presses twice', async () => {
    const was = await sumOn('2026-11-24')
    const act = newId()
    await Promise.all([count({ act }), count({ act })])
    await Promise.all([count(), count()])
    assert.equal(await sumOn('2026-11-24'), was + 3)
  })

  it('takes a count back on its own day, once, whoever presses at the same time; and not after the next day', async () => {
    const was = await sumOn('2026-11-24')
    const act = newId()
    await count({ act })
    const both = await Promise.all([take(act), take(act)])
    assert.deepEqual(both.filter(({ ok }) => ok).length, 1)
    assert.equal(await sumOn('2026-11-24'), was)
    const old = newId()
    await count({ act: old, now: new Date('2026-11-22T02:00:00Z') })
    const late = await take(old)
    assert.deepEqual(late.ok ? [] : late.problems, [{ code: 'undo-too-late' }])
    assert.deepEqual(await take(newId()), { ok: false, problems: [{ code: 'nothing-to-undo' }] })
    assert.ok((await take(old, new Date('2026-11-23T02:00:00Z'))).ok)
    assert.equal(await sumOn('2026-11-22'), 0)
  })

  it('shows today and the week since Monday at the facility that is counted at, and both on the day’s sheet', async () => {
    await count({ now: new Date('2026-11-23T03:00:00Z') })
    const counter = await readCounter(desks.world.database, library, '', now, 'vi')
    const [adults] = counter.counts
    assert.equal(adults?.week, (adults?.today ?? 0) + 1)
    assert.equal(counter.facilities.length, 2)
    assert.equal(counter.counts[2]?.today, 0, 'the class came to the other facility')
    assert.equal(counter.yesterday.length, 1)
    const sheet = await readSheet(desks.world.database, library, localDate('2026-11-24'), 'vi')
    assert.deepEqual(
      sheet.lines.map(({ facility, name }) => `${facility}: ${name}`),
      ['Cơ sở 1: Người lớn', 'Cơ sở 2: Lớp học'],
    )
  })

  it('keeps what was counted by a button that is put away', async () => {
    const fields = fieldsFor(kinds)
    delete fields[`dung-${kinds[0]?.id}`]
    const asked = { act: newId(), by: null, institution: library, form: formOf(fields), now }
    assert.ok((await changeButtons(desks.world, asked)).ok)
    const after = await kindsOf(desks.world.database, library)
    assert.deepEqual(
      after.map(({ retired }) => retired),
      [false, false, true],
    )
    const counter = await readCounter(desks.world.database, library, '', now, 'vi')
    assert.ok(counter.counts.some(({ kind, today }) => kind.retired && today > 0))
  })
})
