import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import { rowSum } from './row-sum.ts'
import { contentOf, createTar, membersOf, TarBroken } from './tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'bac-thang-tar-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let number = 0
const freshPath = () => join(folder, `${++number}.tar`)
const at = new Date('2026-11-24T03:00:00Z')

async function readAll(path: string): Promise<[string, string][]> {
  const file = await open(path)
  try {
    const all: [string, string][] = []
    for await (const member of membersOf(file)) {
      const chunks: Uint8Array[] = []
      for await (const chunk of contentOf(file, member)) chunks.push(chunk)
      all.push([member.name, Buffer.concat(chunks).toString('latin1')])
    }
    return all
  } finally {
    await file.close()
  }
}

describe('a tar', () => {
  it('gives back what was put in, whatever the sizes', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 1600 }), { maxLength: 5 }), async contents => {
        const path = freshPath()
        const tar = await createTar(path, at)
        for (const [index, content] of contents.entries()) await tar.add(`a/${index}`, content)
        await tar.end()
        const expected = contents.map((content, index) => [`a/${index}`, Buffer.from(content).toString('latin1')])
        assert.deepEqual(await readAll(path), expected)
      }),
      { numRuns: 30 },
    ))

  it('is read by tar, and reads what tar wrote', async () => {
    const path = freshPath()
    const tar = await createTar(path, at)
    await tar.add('một.txt', Buffer.from('xin chào'))
    await tar.end()
    assert.equal(spawnSync('tar', ['xOf', path, 'một.txt'], { encoding: 'utf8' }).stdout, 'xin chào')
    writeFileSync(join(folder, 'hai.txt'), 'tạm biệt')
    const theirs = freshPath()
    spawnSync('tar', ['--format=ustar', '-cf', theirs, '-C', folder, 'hai.txt'])
    assert.deepEqual(await readAll(theirs), [['hai.txt', Buffer.from('tạm biệt').toString('latin1')]])
  })

  it('writes sizes beyond 8 GiB in binary', async () => {
    const path = freshPath()
    const tar = await createTar(path, at)
    const size = 9 * 2 ** 30
    await assert.rejects(tar.addStream('lớn', size, (async function* () {})()), /has 0 octets, not 9663676416/)
    await tar.abandon()
    const file = await open(path)
    const { value } = await membersOf(file).next()
    await file.close()
    assert.deepEqual(value, { name: 'lớn', size, start: 512 })
  })

  it('knows when it was cut off or is something else', async () => {
    const path = freshPath()
    const tar = await createTar(path, at)
    await tar.add('a', Buffer.alloc(2000, 'a'))
    await tar.end()
    const whole = readFileSync(path)
    const broken = (bytes: Buffer) => {
      const cut = freshPath()
      writeFileSync(cut, bytes)
      return readAll(cut).then(
        () => 'whole',
        error => (error instanceof TarBroken ? error.reason : String(error)),
      )
    }
    assert.equal(await broken(whole), 'whole')
    for (const length of [0, 100, 512, 1500, 2560]) assert.equal(await broken(whole.subarray(0, length)), 'cut-off')
    assert.equal(await broken(Buffer.alloc(4000, 'x')), 'not-tar')
  })
})

describe('the sum of rows', () => {
  const sumOf = (...chunks: string[]) => {
    const sum = rowSum()
    for (const chunk of chunks) sum.update(Buffer.from(chunk))
    return { rows: sum.rows(), sum: sum.sum() }
  }
  it('is the same in another order and cut elsewhere', () => {
    const expected = sumOf('một\nhai\nba\n')
    assert.equal(expected.rows, 3)
    assert.deepEqual(sumOf('ba\nmột\nhai\n'), expected)
    assert.deepEqual(sumOf('m', 'ột\nh', 'ai', '\n', 'ba\n'), expected)
  })
  it('notices a changed, a missing and a doubled row', () => {
    const expected = sumOf('một\nhai\n').sum
    for (const other of ['một\nhaj\n', 'một\n', 'một\nhai\nhai\n', '\nmột\nhai\n']) {
      assert.notEqual(sumOf(other).sum, expected)
    }
  })
})
