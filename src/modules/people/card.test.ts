import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '../../kernel/local-date.ts'
import { ok, refused } from '../../kernel/result.ts'
import { cardNumberOf, decideCardRenewal, normaliseCardNumber, readerQueryOf } from './card.ts'
import { deviceName } from './device.ts'
import { ownPath } from './going-on.ts'
import { isGuessable } from './password.ts'
import { owedStep } from './session.ts'
import { networkOf } from './tries.ts'

const today = localDate('2026-11-24')

describe('the renewal of a card', () => {
  it('gives a year from today, whether it has run out or not', () => {
    for (const expiresOn of ['2025-01-01', '2026-11-23', '2027-01-31'])
      assert.deepEqual(
        decideCardRenewal({ state: 'valid', expiresOn: localDate(expiresOn) }, today),
        ok({ expiresOn: localDate('2027-11-24') }),
      )
  })

  it('never takes days away', () => {
    const expiresOn = localDate('2028-06-30')
    assert.deepEqual(decideCardRenewal({ state: 'valid', expiresOn }, today), ok({ expiresOn }))
  })

  it('makes no lost, blocked or replaced card good', () => {
    for (const state of ['lost', 'blocked', 'replaced'] as const)
      assert.deepEqual(decideCardRenewal({ state, expiresOn: today }, today), refused([{ code: `card-${state}` }]))
  })
})

describe('a card number', () => {
  it('is one however it is scanned or typed', () => {
    for (const typed of ['TVT-000123', ' tvt-000123\r\n', 'tvt -000 123', 'TVT-000123\u00a0'])
      assert.equal(normaliseCardNumber(typed), 'TVT-000123')
    assert.equal(cardNumberOf('TVT', 123), 'TVT-000123')
    assert.equal(cardNumberOf('TVT', 1_234_567), 'TVT-1234567')
  })
})

describe('what is looked for among readers', () => {
  it('is a name by its words and a number by its beginning, or by its last digits alone', () => {
    assert.deepEqual(readerQueryOf('  Vàng  Thị Mẩy ', 'TVT'), {
      nameWords: ['vang', 'thi', 'may'],
      numbers: ['VÀNGTHỊMẨY'],
    })
    assert.deepEqual(readerQueryOf('123', 'TVT')?.numbers, ['123', 'TVT-000123'])
    assert.equal(readerQueryOf(' \t', 'TVT'), null)
  })
})

describe('a session owes', () => {
  const settled = { codeGiven: false, hasSecondFactor: false, mustChangePassword: false, demo: false }
  it('the code first, then an own password, then the second factor of staff', () => {
    assert.equal(owedStep(settled, false), null)
    assert.equal(owedStep(settled, true), 'protect-account')
    assert.equal(owedStep({ ...settled, mustChangePassword: true }, true), 'choose-password')
    const both = { ...settled, mustChangePassword: true, hasSecondFactor: true }
    assert.equal(owedStep(both, true), 'enter-code')
    assert.equal(owedStep({ ...both, codeGiven: true }, true), 'choose-password')
    assert.equal(owedStep({ ...settled, hasSecondFactor: true }, false), 'enter-code', 'of readers who chose one too')
  })

  it('no second factor in the demonstration, but the code of one that is on', () => {
    assert.equal(owedStep({ ...settled, demo: true }, true), null)
    assert.equal(owedStep({ ...settled, demo: true, hasSecondFactor: true }, true), 'enter-code')
  })
})

describe('a password is guessable', () => {
  it('when it is among the first that anybody would try', () => {
    for (const bad of ['1234567890', '0987654321', 'abcdefghij', '1111111111', 'abababababab', 'xin chao Mai-01 nhe'])
      assert.ok(isGuessable(bad, 'mai-01'), bad)
    for (const good of ['ruộng bậc thang mùa lúa chín', 'h4k-9bz-2mq', 'chợ phiên Bắc Hà'])
      assert.equal(isGuessable(good, 'mai-01'), false, good)
  })
})

describe('tries are counted', () => {
  it('by the network that one machine may hold alone', () => {
    assert.equal(networkOf('203.0.113.9'), '203.0.113.9')
    assert.equal(networkOf('2001:db8:0:1:aaaa::1'), networkOf('2001:DB8::1:2:3:4:5'))
    assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0')
    assert.notEqual(networkOf('2001:db8:0:1::1'), networkOf('2001:db8:0:2::1'))
    assert.equal(networkOf('::1'), '0:0:0:0')
  })
})

describe('a way back', () => {
  it('is a path of ours, whatever a browser would make of it', () => {
    assert.equal(ownPath('/tim-kiem?q=a%20b&xa=1'), '/tim-kiem?q=a%20b&xa=1')
    assert.equal(ownPath('/noi/TVT#gio'), '/noi/TVT')
    for (const elsewhere of ['', 'noi', '//x', '/\\x', '/\t/x', '/\r\n/x', 'http://x/', '/.//x', '/a/..//x'])
      assert.equal(ownPath(elsewhere), null, JSON.stringify(elsewhere))
  })
})

describe('a device', () => {
  it('is called by its browser and its system', () => {
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
    assert.equal(deviceName(`${windows} Chrome/126.0 Safari/537.36`), 'Chrome, Windows')
    assert.equal(deviceName(`${windows} coc_coc_browser/120.0 Chrome/114.0 Safari/537.36`), 'Cốc Cốc, Windows')
    assert.equal(deviceName(`${windows} Chrome/126.0 Safari/537.36 Edg/126.0`), 'Edge, Windows')
    const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Version/15.0 Mobile Safari/604.1'
    assert.equal(deviceName(iphone), 'Safari, iPhone')
    assert.equal(deviceName('curl/8'), '')
  })
})
