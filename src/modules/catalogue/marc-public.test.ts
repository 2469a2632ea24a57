import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { control, data } from '../../../tests/support/marc.ts'
import { type MarcRecord, newLeader } from '../../standards/marc/index.ts'
import { publicRecord } from './marc-public.ts'

const record = (...fields: MarcRecord['fields']): MarcRecord => ({ leader: newLeader, fields })

describe('what of a record is for the public', () => {
  it('leaves out fields that say they are private, and keeps those that say they are not or say nothing', () => {
    for (const tag of ['541', '542', '561', '583']) {
      const open = [data(tag, '1 ', 'a', 'công khai'), data(tag, '  ', 'a', 'không nói')]
      assert.deepEqual(publicRecord(record(data(tag, '0 ', 'a', 'riêng'), ...open)).fields, open)
    }
  })

  it('leaves out the nonpublic note of a holding, and the field where it holds nothing else', () => {
    const fields = [data('852', '  ', 'b', 'Kho', 'x', 'riêng', 'z', 'chung'), data('952', '  ', 'x', 'riêng')]
    assert.deepEqual(publicRecord(record(...fields)).fields, [data('852', '  ', 'b', 'Kho', 'z', 'chung')])
  })

  it('touches no record without such marks: a subject has its own x, a first indicator 0 its own meaning', () => {
    const plain = record(
      control('001', 'a'),
      data('245', '00', 'a', 'Nhan đề'),
      data('650', ' 4', 'a', 'Thơ', 'x', 'Sử'),
    )
    assert.equal(publicRecord(plain), plain)
  })
})
