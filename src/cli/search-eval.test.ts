import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, describe, it } from 'node:test'
import { scratchFolder } from '../../tests/support/houses.ts'
import type { Language } from '../kernel/language.ts'
import { readConfig } from '../platform/config.ts'
import { Failed } from './command.ts'
import { wordsOf } from './messages.ts'
import { searchEvalCommand } from './search-eval-command.ts'

const made = scratchFolder('search-eval')
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

/** What the command says of files in the scratch folder. */
async function evaluate(
  names: readonly string[],
  { lang = 'vi', run, signal }: { lang?: Language; run?: string; signal?: AbortSignal } = {},
): Promise<string> {
  let said = ''
  const line = (text: string) => {
    said += `${text}\n`
  }
  const code = await searchEvalCommand.run({
    config: readConfig({ DATA_DIR: join(made.path, 'var') }, []),
    lang,
    words: wordsOf(lang),
    terminal: {
      line,
      complaint: line,
      progress: () => undefined,
      settle: () => undefined,
      askSecret: async () => null,
    },
    options: { run },
    names,
    signal: signal ?? new AbortController().signal,
    path: typed => resolve(made.path, typed),
  })
  assert.equal(code, 0)
  return said
}

describe('search eval', () => {
  it('scores each slice and their mean with the judgements beside the queries', async () => {
    const said = await evaluate(['docs.jsonl', 'queries.jsonl'])
    assert.match(said, /^Chỉ mục trong bộ nhớ có 3 tài liệu\.\n/)
    // “Sinh học” has the one that is judged right in the second place: 1 and 1/log2(3) for nDCG, 1 and 1/2 for MRR.
    assert.match(said, /\na_exact +2 +0,815 +0,750 +1,000 +\d+,\d +\d+,\d\n/)
    assert.match(said, /\nb_nodia +2 +0,500 +0,500 +0,500 /)
    assert.match(said, /\nTRUNG BÌNH CÁC NHÓM +0,658 +0,625 +0,750 /)
    assert.match(said, /\nKhông chấm 1 câu hỏi vì không có đáp án\.\n5 câu hỏi, .*p50 \d+,\d ms, p99 \d+,\d ms/)
  })

  it('writes what was found for other scorers, and takes judgements from where they are named', async () => {
    lines('other.tsv', ['q2 0 bk2 1'])
    const said = await evaluate(['docs.jsonl', 'queries.jsonl', 'other.tsv'], { run: 'run.jsonl', lang: 'en' })
    assert.match(said, /\na_exact +1 +1\.000 +1\.000 +1\.000 .*\nMEAN OF SLICES +1\.000/)
    const run = readFileSync(join(made.path, 'run.jsonl'), 'utf8').split('\n')
    assert.deepEqual(run.slice(1, 4), [
      '{"qid":"q2","hits":["bk2","bk1"]}',
      '{"qid":"q3","hits":["ar1"]}',
      '{"qid":"q4","hits":[]}',
    ])
  })

  it('measures times alone where nothing is judged', async () => {
    mkdirSync(join(made.path, 'unjudged'))
    lines('unjudged/queries.jsonl', [{ qid: 'q1', q: 'học' }])
    const said = await evaluate(['docs.jsonl', 'unjudged/queries.jsonl'])
    assert.match(said, /\nKhông có đáp án \(QRELS\).*\n1 câu hỏi, .*ms\.\n$/)
  })

  it('says which file, and which line of it, cannot be used', async () => {
    lines('broken.jsonl', [{ id: 'a', title: 'Một', text: '' }, '', '{"id": "b"'])
    lines('double.jsonl', [
      { id: 'a', title: 'Một' },
      { id: 'a', title: 'Hai' },
    ])
    lines('empty.jsonl', [])
    lines('strangers.tsv', ['zz 0 bk1 1'])
    const refused: [words: RegExp, ...names: string[]][] = [
      [/^Không đọc được .*none\.jsonl \(ENOENT\)/, 'none.jsonl', 'queries.jsonl'],
      [/^Không đọc được .*none\.tsv \(ENOENT\)/, 'docs.jsonl', 'queries.jsonl', 'none.tsv'],
      [/^Không đọc được .* \(EISDIR\)/, 'docs.jsonl', '.'],
      [/^Dòng 3 của .*broken\.jsonl không đúng dạng/, 'broken.jsonl', 'queries.jsonl'],
      [/^Tài liệu a có hai lần trong .*double\.jsonl/, 'double.jsonl', 'queries.jsonl'],
      [/empty\.jsonl không có câu hỏi nào/, 'docs.jsonl', 'empty.jsonl'],
      [/^Dòng 1 của .*docs\.jsonl không đúng dạng/, 'docs.jsonl', 'queries.jsonl', 'docs.jsonl'],
      [/^Không câu hỏi nào có đáp án/, 'docs.jsonl', 'queries.jsonl', 'strangers.tsv'],
    ]
    for (const [message, ...names] of refused)
      await assert.rejects(
        evaluate(names),
        error => error instanceof Failed && message.test(error.message),
        names.join(),
      )
    await assert.rejects(evaluate(['docs.jsonl', 'queries.jsonl'], { run: 'no/run.jsonl' }), /Không ghi được .*ENOENT/)
  })

  it('stops when asked to', async () => {
    const large = Array.from({ length: 1200 }, (_, at) => ({ id: `d${at}`, title: `Bản số ${at}` }))
    lines('large.jsonl', large)
    await assert.rejects(evaluate(['large.jsonl', 'queries.jsonl'], { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    })
  })
})
