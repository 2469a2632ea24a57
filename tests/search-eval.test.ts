import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { scratchFolder } from './support/houses.ts'
import { bacThang } from './support/program.ts'

const made = scratchFolder('search-eval')
const dataDir = join(made.path, 'var')
const evaluate = (...args: string[]) => bacThang({ dataDir, cwd: made.path }, 'search', 'eval', ...args)
const lines = (name: string, values: readonly unknown[]) =>
  writeFileSync(
    join(made.path, name),
    values.map(one => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join(''),
  )

lines('docs.jsonl', [
  { id: 'bk1', kind: 'book', title: 'Học sinh miền núi', text: 'Trường ở bản', lang: 'vi' },
  { id: 'bk2', kind: 'book', title: 'Sinh học phổ thông', text: '', lang: 'vi' },
  { id: 'ar1', kind: 'article', title: 'Ruộng bậc thang', text: 'Mùa nước đổ ở Mù Cang Chải' },
])
lines('queries.jsonl', [
  { qid: 'q1', slice: 'a_exact', q: 'học sinh' },
  { qid: 'q2', slice: 'a_exact', q: 'Sinh Học' },
  { qid: 'q3', slice: 'b_nodia', q: 'ruong bac thang' },
  { qid: 'q4', slice: 'b_nodia', q: 'không ai có' },
  { qid: 'q5', slice: 'b_nodia', q: 'chưa ai chấm' },
])
lines('qrels.tsv', ['q1\t0\tbk1\t3', 'q2\t0\tbk1\t3', 'q3\t0\tar1\t2', 'q4\t0\tar1\t1'])

after(() => made.remove())

describe('search eval', () => {
  it('scores each slice and their mean with the judgements beside the queries, and opens no data', async () => {
    const { code, out, err } = await evaluate('docs.jsonl', 'queries.jsonl')
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /^Chỉ mục trong bộ nhớ có 3 tài liệu\.\n/)
    // “Sinh học” has the one that is judged right in the second place: 1 and 1/log2(3) for nDCG, 1 and 1/2 for MRR.
    assert.match(out, /\na_exact +2 +0,815 +0,750 +1,000 +\d+,\d +\d+,\d\n/)
    assert.match(out, /\nb_nodia +2 +0,500 +0,500 +0,500 /)
    assert.match(out, /\nTRUNG BÌNH CÁC NHÓM +0,658 +0,625 +0,750 /)
    assert.match(out, /\nKhông chấm 1 câu hỏi vì không có đáp án\.\n5 câu hỏi, .*p50 \d+,\d ms, p99 \d+,\d ms/)
    assert.equal(existsSync(dataDir), false)
  })

  it('writes what was found for other scorers, and takes judgements from where they are named', async () => {
    lines('other.tsv', ['q2 0 bk2 1'])
    const result = await evaluate('docs.jsonl', 'queries.jsonl', 'other.tsv', '--run', 'run.jsonl', '--lang=en')
    assert.deepEqual([result.code, result.err], [0, ''])
    assert.match(result.out, /\na_exact +1 +1\.000 +1\.000 +1\.000 .*\nMEAN OF SLICES +1\.000/)
    const run: { qid: string; hits: string[] }[] = readFileSync(join(made.path, 'run.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    assert.deepEqual(run.slice(1, 4), [
      { qid: 'q2', hits: ['bk2', 'bk1'] },
      { qid: 'q3', hits: ['ar1'] },
      { qid: 'q4', hits: [] },
    ])
  })

  it('measures times alone where nothing is judged', async () => {
    mkdirSync(join(made.path, 'unjudged'))
    lines('unjudged/queries.jsonl', [{ qid: 'q1', q: 'học' }])
    const { code, out } = await evaluate('docs.jsonl', 'unjudged/queries.jsonl')
    assert.equal(code, 0)
    assert.match(out, /\nKhông có đáp án \(QRELS\).*\n1 câu hỏi, .*ms\.\n$/)
    assert.equal((await evaluate('docs.jsonl', 'unjudged/queries.jsonl', 'none.tsv')).code, 1)
  })

  it('says which file, and which line of it, cannot be used', async () => {
    lines('broken.jsonl', [{ id: 'a', title: 'Một', text: '' }, '', '{"id": "b"'])
    lines('double.jsonl', [
      { id: 'a', title: 'Một' },
      { id: 'a', title: 'Hai' },
    ])
    lines('empty.jsonl', [])
    lines('strangers.tsv', ['zz 0 bk1 1'])
    const refused: [words: RegExp, ...args: string[]][] = [
      [/Không đọc được .*none\.jsonl \(ENOENT\)/, 'none.jsonl', 'queries.jsonl'],
      [/Không đọc được .* \(EISDIR\)/, 'docs.jsonl', '.'],
      [/Dòng 3 của .*broken\.jsonl không đúng dạng/, 'broken.jsonl', 'queries.jsonl'],
      [/Tài liệu a có hai lần/, 'double.jsonl', 'queries.jsonl'],
      [/empty\.jsonl không có câu hỏi nào/, 'docs.jsonl', 'empty.jsonl'],
      [/Dòng 1 của .*docs\.jsonl không đúng dạng/, 'docs.jsonl', 'queries.jsonl', 'docs.jsonl'],
      [/Không câu hỏi nào có đáp án/, 'docs.jsonl', 'queries.jsonl', 'strangers.tsv'],
    ]
    for (const [words, ...args] of refused) {
      const { code, err } = await evaluate(...args)
      assert.equal(code, 1, args.join(' '))
      assert.match(err, words)
    }
  })

  it('ends with 2 when asked wrongly, and explains itself', async () => {
    const wrong = await evaluate('docs.jsonl')
    assert.deepEqual([wrong.code, /search eval DOCS QUERIES \[QRELS\]/.test(wrong.err)], [2, true])
    const help = await evaluate('--help', '--lang', 'en')
    assert.equal(help.code, 0)
    assert.match(help.out, /Score the search .*\n(.*\n)*.*QRELS/)
  })
})
