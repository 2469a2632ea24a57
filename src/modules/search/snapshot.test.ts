import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { everyone } from '../../kernel/audience.ts'
import { localDate } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import { ask } from './ask.ts'
import type { SearchDocument } from './document.ts'
import { createEngine, type Engine } from './engine/engine.ts'
import { analysed } from './follow.ts'
import { loadParts, saveParts } from './snapshot.ts'

const identity = { analyser: 7, database: 'a/1' }
const cursor = { xid: '90071992547', key: 'work:3' }
const titles = ['Ruộng bậc thang', 'Mùa gặt Mường Hum', 'Thêu váy Xa Phó', '𡨸喃 và chữ quốc ngữ']

const filled = (): Engine => {
  const engine = createEngine(() => true)
  titles.forEach((title, id) => {
    const document: SearchDocument = {
      kind: 'work',
      id: String(id),
      url: `/w/${id}`,
      title,
      otherTitles: [],
      people: ['Vàng A Páo'],
      subjects: ['Canh tác'],
      text: '',
      identifiers: [`TN-${id}`],
      language: 'vie',
      institutions: ['TVT'],
      places: ['LC'],
      year: 1990 + id,
      available: true,
      audience: everyone,
      display: {},
      sortKey: sortKey(title),
    }
    engine.put([analysed(document, id)])
  })
  engine.remove(['work:1'])
  engine.setAttributes('work:2', false, { line: 'đang cho mượn' })
  return engine
}

const answers = (engine: Engine) =>
  ['', 'ruong bac thang', '喃', 'TN-2', 'vàng a páo'].map(text => {
    const query = { text, page: 1, pageSize: 10, grants: new Set<string>(), today: localDate('2026-11-24') }
    return { ...ask(engine, query, false), tookMs: 0 }
  })

describe('a search snapshot', () => {
  let folder = ''
  let path = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'search snapshot '))
    path = join(folder, 'search', 'index.snapshot')
  })
  after(() => rm(folder, { recursive: true }))

  const save = async () => {
    const engine = filled()
    await saveParts(path, identity, cursor, engine.parts(), engine.numbers)
    return engine
  }

  it('comes back as the index that was saved, at its place in the queue', async () => {
    const engine = await save()
    const saved = await loadParts(path, identity)
    assert.ok(saved !== null && typeof saved !== 'string')
    assert.deepEqual(saved.cursor, cursor)
    assert.deepEqual(answers(createEngine(() => true, saved.numbers, saved.parts)), answers(engine))
  })

  it('is not there before it was written', async () => {
    assert.equal(await loadParts(join(folder, 'none'), identity), null)
  })

  it('of another database or of other rules is refused, and says so', async () => {
    await save()
    assert.equal(await loadParts(path, { ...identity, database: 'a/2' }), 'it belongs to another database')
    assert.equal(await loadParts(path, { ...identity, analyser: 8 }), 'it was written under other rules of reading')
  })

  it('with any octet changed, or cut anywhere, is refused and never throws', async () => {
    await save()
    const whole = await readFile(path)
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x41
      await writeFile(path, damaged)
      assert.equal(typeof (await loadParts(path, identity)), 'string', `octet ${at}`)
      await writeFile(path, whole)
      await truncate(path, at)
      assert.equal(typeof (await loadParts(path, identity)), 'string', `cut at ${at}`)
    }
  })

  it('half written beside the old one leaves the old one in use', async () => {
    await save()
    await writeFile(`${path}.new`, 'BTSEARCH and then the power went')
    assert.equal(typeof (await loadParts(path, identity)), 'object')
    await save()
    assert.equal(typeof (await loadParts(path, identity)), 'object')
  })
})
