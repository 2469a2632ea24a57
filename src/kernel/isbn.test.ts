import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isbn13, isIssn } from './isbn.ts'

describe('an ISBN', () => {
  it('is thirteen digits, whichever way it was typed', () => {
    for (const typed of [
      '9780306406157',
      '978-0-306-40615-7',
      '978 0 306 40615 7',
      '978‐0‐306‐40615‐7',
      'ISBN: 978-0-306-40615-7',
    ])
      assert.equal(isbn13(typed), '9780306406157', typed)
    assert.equal(isbn13('0-306-40615-2'), '9780306406157')
    assert.equal(isbn13('0306406152 (bìa mềm) : 50000đ'), '9780306406157')
    assert.equal(isbn13('080442957x'), '9780804429573')
  })

  it('with a wrong check digit is none, nor is any other number', () => {
    const others = [
      '9780306406158',
      '0306406153',
      '8935001800019',
      '97803064061571',
      '03064061522',
      '306406152',
      'bìa mềm',
      '',
    ]
    for (const typed of others) assert.equal(isbn13(typed), null, typed)
  })

  it('catches any one wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const digits = [...'9786041023451'.slice(0, 12), '']
        const right =
          Array.from({ length: 10 }, (_, check) => digits.join('') + check).find(one => isbn13(one) !== null) ?? ''
        const wrong = right.slice(0, place) + ((Number(right[place]) + change) % 10) + right.slice(place + 1)
        assert.equal(isbn13(right), right)
        assert.equal(isbn13(wrong), null)
      }),
    )
  })
})

it('an ISSN has a check digit too', () => {
  for (const text of ['0378-5955', '03785955', '2434-561x']) assert.equal(isIssn(text), true, text)
  for (const text of ['0378-5954', '378-5955', '0378-59555', '']) assert.equal(isIssn(text), false, text)
})
