import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok } from '../../kernel/result.ts'
import { formatPhone, parseEmail, parsePhone } from './index.ts'

describe('an e-mail address', () => {
  it('is read as people type it, in lower case', () => {
    assert.deepEqual(parseEmail(' May.Vang+sach@Thu-Vien.Example.VN '), ok('may.vang+sach@thu-vien.example.vn'))
  })

  it('is one address and nothing beside it', () => {
    for (const typed of [
      '',
      'may',
      'may@',
      '@example.vn',
      'may@example',
      'may@@example.vn',
      'may@-a.vn',
      'a@b.vn, c@d.vn',
      'may@example.vn\r\nBcc: x@y.vn',
      '<may@example.vn>',
      'mây@example.vn',
      `${'a'.repeat(65)}@example.vn`,
      `a@${'b'.repeat(60)}.${'c.'.repeat(100)}vn`,
    ])
      assert.equal(parseEmail(typed).ok, false, typed)
  })
})

describe('a telephone number', () => {
  it('is read with blanks, dots and the country’s code, and shown in threes', () => {
    for (const typed of ['0912345678', '0912 345 678', '+84 912.345.678', '0084912345678', '(091) 234-5678'])
      assert.deepEqual(parsePhone(typed), ok('0912345678'), typed)
    assert.deepEqual(parsePhone('0214 3840 127'), ok('02143840127'))
    assert.equal(formatPhone('0912345678'), '0912 345 678')
  })

  it('has ten digits, or eleven of a house', () => {
    for (const typed of ['', '091234567', '912345678', '091234567890', '0012345678', 'không có', '=0912345678'])
      assert.equal(parsePhone(typed).ok, false, typed)
  })
})
