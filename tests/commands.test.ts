import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { scratchFolder, serverPid } from './support/houses.ts'
import { bacThang, freePort, started } from './support/program.ts'

const fixture = join(dirname(fileURLToPath(import.meta.url)), '../fixtures/marc/librarycarpentry-60.mrc')
const made = scratchFolder('commands')
const place = { dataDir: join(made.path, 'var') }
const run = (...args: string[]) => bacThang(place, ...args)
const batchIn = (text: string): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? ''

after(() => {
  const pid = serverPid(place.dataDir)
  if (pid !== null) process.kill(pid, 'SIGKILL')
  made.remove()
})

describe('the commands on the demonstration province', () => {
  before(async () => {
    const loaded = await run('demo', 'load')
    assert.deepEqual([loaded.code, loaded.err], [0, ''])
  })

  it('load it once', async () => {
    const again = await run('demo', 'load')
    assert.equal(again.code, 0)
    assert.match(again.out, /Tỉnh mẫu đã có sẵn/)
  })

  it('read a file for review, then take it in, show it, and take it back', async () => {
    const read = await run('import', 'marc', fixture)
    assert.deepEqual([read.code, read.err], [0, ''])
    assert.match(read.out, /librarycarpentry-60\.mrc: 60 biểu ghi · mới \d+/)
    assert.match(read.out, /import apply [0-9a-f-]{36}/)
    const batch = batchIn(read.out)
    const applied = await run('import', 'apply', batch.slice(-12))
    assert.equal(applied.code, 0, applied.err)
    assert.match(applied.out, /Đã vào \d+ biểu ghi/)
    assert.match((await run('import', 'status')).out, new RegExp(`${batch} {2}đã nhập`))
    const again = await run('import', 'marc', fixture, '--apply')
    assert.equal(again.code, 0)
    assert.match(again.out, /Tệp này đã nhập trước đây/)
    assert.equal((await run('import', 'withdraw', batch)).code, 0)
    assert.match((await run('import', 'status', batch)).out, /đã rút/)
    assert.deepEqual((await run('import', 'status', 'ffff0000')).code, 1)
  })

  it('read a table of books and one of objects, columns named by their headings or, without any, by their numbers', async () => {
    const books = join(made.path, 'sach.csv')
    writeFileSync(books, 'Sách không đầu đề;Nguyễn Thử\nCuốn nữa;Lê Thử\n')
    const unnamed = await run('import', 'table', books, '--header-row', '0')
    assert.equal(unnamed.code, 1)
    assert.match(unnamed.err, /sach\.csv: Chưa cột nào là “Nhan đề”.*Các loại cột: title, /)
    const named = await run('import', 'table', books, '--header-row', '0', '--columns', '1=title;2=people', '--apply')
    assert.deepEqual([named.code, named.err], [0, ''])
    assert.match(named.out, / {2}1 → Nhan đề\n {2}2 → Tác giả.*\n[\s\S]*Đã vào 2 biểu ghi/)
    const objects = join(made.path, 'hien-vat.csv')
    writeFileSync(objects, 'Số kiểm kê,Tên hiện vật,Ghi riêng\nTHU 1,Gùi thử,x\n')
    const wrong = await run('import', 'objects', objects, '--columns', 'Ghi chung=description')
    assert.equal(wrong.code, 1)
    assert.match(wrong.err, /Không có cột nào như “Ghi chung”/)
    const read = await run('import', 'objects', objects, '--columns', 'Ghi riêng=description')
    assert.deepEqual([read.code, read.err], [0, ''])
    assert.match(read.out, /Ghi riêng → Miêu tả\n[\s\S]*hien-vat\.csv: 1 biểu ghi · mới 1/)
    const asBefore = await run('import', 'objects', objects, '--columns', 'Ghi riêng=description')
    assert.deepEqual([asBefore.code, asBefore.err], [0, ''])
    const otherwise = await run('import', 'objects', objects, '--columns', 'Ghi riêng=')
    assert.equal(otherwise.code, 1)
    assert.match(otherwise.err, /hien-vat\.csv: tệp này đã được đọc với các cột khác.*import withdraw [\da-f-]{36}/)
  })

  it('end with 1 when a file cannot be read, and take the others all the same', async () => {
    const text = join(made.path, 'ghi chu.txt')
    writeFileSync(text, 'không phải MARC')
    const other = join(made.path, 'hai.mrc')
    const records = readFileSync(fixture)
    const cut = 5000
    writeFileSync(other, records.subarray(0, cut))
    const result = await run('import', 'marc', join(made.path, 'none.mrc'), text, other, '--apply', '--lang=en')
    assert.equal(result.code, 1)
    assert.match(result.err, /none\.mrc cannot be read \(ENOENT\)\.\n/)
    assert.match(result.err, /ghi chu\.txt: /)
    assert.match(result.out, /hai\.mrc: \d+ records .* left out 1\n/)
    assert.match(result.out, /Left out, and why:\n {2}hai\.mrc · record \d+ · [A-Z]/)
  })

  it('name the institutions when the code is not one', async () => {
    const wrong = await run('import', 'marc', fixture, '--institution', 'XYZ')
    assert.equal(wrong.code, 1)
    assert.match(wrong.err, /Không có đơn vị mang mã XYZ\. Các mã đang có: .*TVT/)
  })

  it('leave the rebuilding and the import to a running server when it is quicker, and refuse to replace its data', async () => {
    const server = await started({ ...place, env: { DEMO: '1' } }, await freePort())
    try {
      assert.match(server.said(), /tai-khoan-mau\.txt/)
      const file = join(made.path, 'ba.mrc')
      writeFileSync(file, readFileSync(fixture).subarray(5000))
      assert.equal((await run('import', 'marc', file, '--apply')).code, 0)
      assert.match((await run('index', 'rebuild')).out, /máy chủ sẽ dựng lại chỉ mục.*\n(.*\n)*Xong\./)
      assert.match((await run('index', 'status')).out, /Chỉ mục có [\d.]+ mục/)
      for (const command of ['load', 'remove']) {
        const refused = await run('demo', command)
        assert.deepEqual([refused.code, /Mời dừng nó trước bằng: kill/.test(refused.err)], [1, true])
      }
    } finally {
      await server.stop('SIGTERM')
    }
  })

  it('take it away with a backup, and no later start brings it back unasked', async () => {
    assert.equal((await run('admin', 'create', '--login', 'an')).code, 0)
    const asked = await run('demo', 'remove')
    assert.deepEqual([asked.code, /--force/.test(asked.err)], [1, true], 'somebody real is here now')
    const removed = await run('demo', 'remove', '--force')
    assert.equal(removed.code, 0, removed.err)
    assert.match(removed.out, /truoc-khi-bo-tinh-mau-.*\.tar/)
    const server = await started({ ...place, env: { DEMO: '1' } }, await freePort())
    assert.match(server.said(), /admin create/)
    await server.stop('SIGTERM')
    const lists = await run('import', 'status')
    assert.match(lists.out, /Chưa có lô nào/)
  })
})
