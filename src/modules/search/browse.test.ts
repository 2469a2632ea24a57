import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inOrder, letterOf, lettersOf } from './browse.ts'

const labelled = (...labels: string[]) => labels.map(sortBy => ({ sortBy }))

describe('a list to leaf through', () => {
  it('stands in the order of a Vietnamese dictionary', () => {
    const labels = ['Đồ gốm', 'Ca dao', 'Âm nhạc', 'Dân ca', 'Ăn uống', 'Áo dài', 'Ấm trà', '1945']
    assert.deepEqual(
      inOrder(labelled(...labels)).map(({ sortBy }) => sortBy),
      ['1945', 'Áo dài', 'Ăn uống', 'Âm nhạc', 'Ấm trà', 'Ca dao', 'Dân ca', 'Đồ gốm'],
    )
  })

  it('puts each label under its own letter, the tone left aside', () => {
    const labels = ['Ấm trà', 'ăn', 'Áo', 'Đồ', 'ếch', 'Ơn', 'ưu', 'Yên', '1945', '漢字']
    assert.deepEqual(labels.map(letterOf), ['Â', 'Ă', 'A', 'Đ', 'Ê', 'Ơ', 'Ư', 'Y', '0–9', '…'])
  })

  it('knows on which page each letter begins', () => {
    assert.deepEqual(lettersOf(labelled('An', 'Áo', 'Ba', 'Bà', 'Ca'), 2), [
      { letter: 'A', page: 1 },
      { letter: 'B', page: 2 },
      { letter: 'C', page: 3 },
    ])
  })
})
