import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Sentences, say } from './sentences.ts'

type Refusal =
  | { readonly code: 'loan-limit-reached'; readonly limit: number }
  | { readonly code: 'card-lost' | 'card-blocked'; readonly number: string }

const vi: Sentences<Refusal> = {
  'loan-limit-reached': ({ limit }) => `Bạn đọc đang mượn đủ ${limit} tài liệu. Mời trả bớt trước khi mượn thêm.`,
  'card-lost': ({ number }) => `Thẻ ${number} đã báo mất.`,
  'card-blocked': ({ number }) => `Thẻ ${number} đang khóa.`,
}

describe('sentences', () => {
  it('say each refusal in its own words', () => {
    const limit = say<Refusal>(vi, { code: 'loan-limit-reached', limit: 5 })
    assert.equal(limit, 'Bạn đọc đang mượn đủ 5 tài liệu. Mời trả bớt trước khi mượn thêm.')
    assert.equal(say<Refusal>(vi, { code: 'card-lost', number: 'TN-000123' }), 'Thẻ TN-000123 đã báo mất.')
  })

  it('do not compile when one is left out', () => {
    // @ts-expect-error a blocked card has no sentence here
    const lacking: Sentences<Refusal> = { 'loan-limit-reached': () => '', 'card-lost': () => '' }
    assert.equal(Object.keys(lacking).length, 2)
  })
})
