import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { scratchFolder } from './support/houses.ts'
import { bacThang } from './support/program.ts'

const made = scratchFolder('search-eval')
const dataDir = join(made.path, 'var')
const evaluate = (...args: string[]) => bacThang({ dataDir, cwd: made.path }, 'search', 'eval', ...args)

writeFileSync(join(made.path, 'docs.jsonl'), '{"id": "bk1", "kind": "book", "title": "Ruộng bậc thang", "text": ""}\n')
writeFileSync(join(made.path, 'queries.jsonl'), '{"qid": "q1", "slice": "b_nodia", "q": "ruong bac thang"}\n')
writeFileSync(join(made.path, 'qrels.tsv'), 'q1\t0\tbk1\t3\n')

after(() => made.remove())

describe('the command search eval', () => {
  it('takes files from where it is called, and opens no data', async () => {
    const { code, out, err } = await evaluate('docs.jsonl', 'queries.jsonl', '--lang', 'en')
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /\nb_nodia +1 +1\.000 +1\.000 +1\.000 /)
    assert.equal(existsSync(dataDir), false)
  })

  it('ends with 1 when a file cannot be read and with 2 when asked wrongly, and explains itself', async () => {
    const failed = await evaluate('docs.jsonl', 'none.jsonl')
    assert.deepEqual([failed.code, /none\.jsonl \(ENOENT\)/.test(failed.err)], [1, true])
    const wrong = await evaluate('docs.jsonl')
    assert.deepEqual([wrong.code, /search eval DOCS QUERIES \[QRELS\]/.test(wrong.err)], [2, true])
    const help = await evaluate('--help')
    assert.deepEqual([help.code, /Chấm điểm việc tìm(.*\n)+ +QRELS /.test(help.out)], [0, true])
  })
})
