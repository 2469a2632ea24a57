import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { count, duration, octets, pace } from './figures.ts'
import { wordsOf } from './messages.ts'
import { nearest } from './nearest.ts'
import { progressLine } from './progress.ts'

describe('figures of the command line', () => {
  it('are written as each language writes them', () => {
    assert.deepEqual([count(30010, 'vi'), count(30010, 'en')], ['30.010', '30,010'])
    assert.deepEqual([octets(0, 'vi'), octets(999, 'vi'), octets(1_500_000, 'vi')], ['0 B', '999 B', '1,5 MB'])
    assert.deepEqual([octets(79_700_000, 'en'), octets(2.5e12, 'en')], ['79.7 MB', '2.5 TB'])
    assert.deepEqual(
      [duration(59.4, 'vi'), duration(61, 'vi'), duration(-1, 'en')],
      ['59 giây', '1 phút 1 giây', '0 s'],
    )
  })

  it('count the speed only over what was done while we looked', () => {
    const speed = pace(0)
    assert.deepEqual(speed(500, 1000, 1), { perSecond: 0, secondsLeft: null })
    assert.deepEqual(speed(600, 1000, 1000), { perSecond: 100, secondsLeft: 4 })
    assert.deepEqual(speed(700, null, 2000), { perSecond: 100, secondsLeft: null })
  })

  it('make one line of progress', () => {
    const call = { lang: 'vi' as const, words: wordsOf('vi') }
    const steady = () => ({ perSecond: 1850, secondsLeft: 10 })
    assert.equal(
      progressLine(call, 12_000, 30_010, { counted: 'biểu ghi' }, steady),
      '12.000/30.010 biểu ghi (39%) · 1.850/giây · còn 10 giây',
    )
    const unknown = () => ({ perSecond: 0, secondsLeft: null })
    assert.equal(progressLine(call, 5_000_000, null, 'octets', unknown), '5 MB')
  })
})

describe('the nearest command', () => {
  const names = ['serve', 'doctor', 'import marc', 'index rebuild', 'backup', 'demo load']
  const cases: [typed: string, expected: string | null][] = [
    ['docter', 'doctor'],
    ['bakup', 'backup'],
    ['indx rebuild', 'index rebuild'],
    ['import', 'import marc'],
    ['demo', 'demo load'],
    ['phở bò', null],
  ]
  for (const [typed, expected] of cases)
    it(`to “${typed}” is ${expected}`, () => assert.equal(nearest(typed, names), expected))
})
