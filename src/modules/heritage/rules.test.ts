import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { objectFromCells } from './from-cells.ts'
import { decideObjectMatch, objectMatchFacts } from './match.ts'
import type { DescribedObject } from './object.ts'
import { decideShown } from './protocol.ts'

function object(cells: Parameters<typeof objectFromCells>[0]): DescribedObject {
  const mapped = objectFromCells(cells)
  if ('code' in mapped) assert.fail(mapped.code)
  return mapped
}

describe('whom an object is shown to before its museum has decided', () => {
  const shown = (cells: Parameters<typeof objectFromCells>[0]) => decideShown(object(cells).facts)

  it('is everyone, for a thing of every day', () => {
    for (const title of ['Gùi mây', 'Thơ chép tay', 'Sách học chữ', 'Bàn ghế', 'Lễ phục', 'Khuôn bánh', 'Máy cuốn chỉ'])
      assert.deepEqual(shown({ title }), { shown: 'everyone', because: [] }, title)
  })

  it('is staff only, for what the museum should ask about first', () => {
    for (const title of [
      'Sách cúng người Dao',
      'Tranh thờ',
      'SÁCH CÚNG',
      'sach cung nguoi Dao',
      'Mũ thầy cúng',
      'Ritual vessel',
    ])
      assert.equal(shown({ title }).shown, 'staff', title)
    const { shown: to, because } = shown({ title: 'Kiếm gỗ', description: 'Dùng trong lễ cấp sắc của người Dao.' })
    assert.deepEqual([to, because.map(({ phrase, reason }) => [phrase, reason])], ['staff', [['cấp sắc', 'rite']]])
  })

  it('is told by whole words with their marks', () => {
    assert.equal(shown({ title: 'Tủ gỗ', description: 'Một bàn thơ và cũng một tủ.' }).shown, 'everyone')
  })
})

describe('an object that comes in', () => {
  const held = (cells: Parameters<typeof objectFromCells>[0]) => ({
    ...objectMatchFacts(object(cells)),
    object: 'held',
    record: null,
  })
  const match = (
    incoming: Parameters<typeof objectFromCells>[0],
    ...known: Parameters<typeof objectFromCells>[0][]
  ) => {
    const { outcome, reasons } = decideObjectMatch(objectMatchFacts(object(incoming)), known.map(held))
    return [outcome, ...reasons.map(({ code }) => code)]
  }

  it('is the same as the one that has its number', () => {
    assert.deepEqual(match({ title: 'Gùi mây', number: 'bt 12' }, { title: 'GÙI MÂY', number: 'BT12', date: '1980' }), [
      'same',
      'same-accession-number',
    ])
  })

  it('is doubtful when the number stands at another title', () => {
    assert.deepEqual(match({ title: 'Khèn', number: '12' }, { title: 'Gùi', number: '12' }), [
      'doubtful',
      'accession-number-with-another-title',
    ])
  })

  it('is doubtful when title, maker and date agree but a number is missing', () => {
    const gui = { title: 'Gùi', makers: 'Lý Mẫu', date: '1980' }
    assert.deepEqual(match(gui, { ...gui, number: '12' }), ['doubtful', 'same-title-maker-date-without-number'])
    assert.deepEqual(match({ ...gui, date: '1981' }, { ...gui, number: '12' }), ['new'])
  })

  it('is new beside all others, and its own number beats every likeness', () => {
    assert.deepEqual(match({ title: 'Gùi', number: '12.1' }, { title: 'Gùi', number: '121' }), ['new'])
    assert.deepEqual(match({ title: 'Gùi', number: '12' }, { title: 'Gùi' }, { title: 'Gùi', number: '12' }), [
      'same',
      'same-accession-number',
    ])
  })
})
