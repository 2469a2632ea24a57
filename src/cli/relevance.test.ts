import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { scratchFolder } from '../../tests/support/houses.ts'
import { sharedFile } from '../../tests/support/shared.ts'
import { mean, meansOf, relevanceOf } from './relevance.ts'
import { percentile } from './search-eval-table.ts'

const judged = (grades: Readonly<Record<string, number>>) => new Map(Object.entries(grades))
const about = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual}`)

describe('the relevance of an answer', () => {
  it('is whole when the best stand first', () => {
    assert.deepEqual(relevanceOf(['a', 'b', 'x'], judged({ a: 3, b: 1 })), { ndcg10: 1, mrr: 1, recall20: 1 })
  })

  it('is nothing without a relevant hit, or without an answer', () => {
    assert.deepEqual(relevanceOf(['x'], judged({ a: 3 })), { ndcg10: 0, mrr: 0, recall20: 0 })
    assert.deepEqual(relevanceOf([], judged({ a: 3 })), { ndcg10: 0, mrr: 0, recall20: 0 })
  })

  it('falls with the place and the grade', () => {
    const { ndcg10, mrr, recall20 } = relevanceOf(['x', 'b', 'a'], judged({ a: 3, b: 1, c: 1 }))
    about(ndcg10, (1 / Math.log2(3) + 7 / 2) / (7 + 1 / Math.log2(3) + 1 / 2))
    about(mrr, 1 / 2)
    about(recall20, 2 / 3)
  })

  it('looks at ten, twenty and a hundred places', () => {
    const at = (place: number) =>
      relevanceOf([...Array.from({ length: place - 1 }, (_, i) => `x${i}`), 'a'], judged({ a: 1 }))
    about(at(10).ndcg10, 1 / Math.log2(11))
    assert.equal(at(11).ndcg10, 0)
    assert.deepEqual([at(20).recall20, at(21).recall20], [1, 0])
    assert.deepEqual([at(100).mrr, at(101).mrr], [1 / 100, 0])
  })

  it('counts a hit once, and recall against what twenty places can hold', () => {
    about(relevanceOf(['x', 'x', 'a'], judged({ a: 1 })).mrr, 1 / 2)
    const many = Array.from({ length: 40 }, (_, i) => `d${i}`)
    assert.equal(relevanceOf(many, new Map(many.map(one => [one, 1]))).recall20, 1)
  })
})

describe('the mean', () => {
  it('is taken over the queries of a slice, and then over slices, whatever their size', () => {
    const [good, bad] = [relevanceOf(['a'], judged({ a: 1 })), relevanceOf(['x'], judged({ a: 1 }))]
    const slices = meansOf([
      ['b', good],
      ['a', bad],
      ['b', good],
      ['b', bad],
    ])
    assert.deepEqual(
      [...slices].map(([slice, { queries, mrr }]) => [slice, queries, mrr]),
      [
        ['a', 1, 0],
        ['b', 3, 2 / 3],
      ],
    )
    assert.equal(mean([...slices.values()]).mrr, 1 / 3)
    assert.deepEqual(mean([]), { ndcg10: 0, mrr: 0, recall20: 0 })
  })

  it('says of times which value a share of them does not pass', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    assert.deepEqual([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)], [50, 99, 100])
    assert.deepEqual([percentile([7], 0.5), percentile([], 0.5)], [7, 0])
  })
})

const scorer = sharedFile('data/vi-search/score.mjs')

describe("the benchmark's own scorer", {
  skip: scorer === null && 'the benchmark is not on this machine',
}, () => {
  it('gives the same figures', () => {
    const ids = Array.from({ length: 130 }, (_, i) => `d${i}`)
    const query = fc.record({
      slice: fc.constantFrom('a_exact', 'b_nodia', 'c_telex'),
      grades: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 3 })), {
        selector: ([id]) => id,
        minLength: 1,
        maxLength: 40,
      }),
      hits: fc.array(fc.constantFrom(...ids), { maxLength: 130 }),
    })
    const queries = fc.sample(query, { numRuns: 300, seed: 42 })
    const scratch = scratchFolder('scorer')
    const path = (name: string, lines: readonly string[]) => {
      const file = join(scratch.path, name)
      writeFileSync(file, lines.join('\n'))
      return file
    }
    try {
      const files = [
        path(
          'qrels.tsv',
          queries.flatMap(({ grades }, at) => grades.map(([id, grade]) => [`q${at}`, 0, id, grade].join('\t'))),
        ),
        path(
          'queries.jsonl',
          queries.map(({ slice }, at) => JSON.stringify({ qid: `q${at}`, slice })),
        ),
        path(
          'run.jsonl',
          queries.map(({ hits }, at) => JSON.stringify({ qid: `q${at}`, hits })),
        ),
      ]
      const theirs: Record<string, Record<string, number>> = JSON.parse(
        execFileSync(process.execPath, [scorer ?? '', ...files, '--json'], { encoding: 'utf8' }),
      )
      const ours = meansOf(queries.map(({ slice, grades, hits }) => [slice, relevanceOf(hits, new Map(grades))]))
      const whole = { ...mean([...ours.values()]), queries: undefined }
      for (const [slice, one] of [...ours, ['MACRO', whole] as const]) {
        const other = theirs[slice]
        assert.equal(other?.n, one.queries)
        about(one.ndcg10, other?.ndcg10 ?? -1)
        about(one.mrr, other?.mrr ?? -1)
        about(one.recall20, other?.r20 ?? -1)
      }
      assert.equal(ours.size, 3)
    } finally {
      scratch.remove()
    }
  })
})
