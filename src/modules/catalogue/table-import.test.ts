import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { book, type Imports, openImports } from '../../../tests/support/imports.ts'
import { data, iso2709 } from '../../../tests/support/marc.ts'
import { xlsx, xlsxParts } from '../../../tests/support/xlsx.ts'
import { zip } from '../../../tests/support/zip.ts'
import { registers } from '../../app/registers.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { batchById, countBatch } from '../imports/batch-store.ts'
import type { TableLayout } from '../imports/layout.ts'
import { refusalSentence } from '../imports/messages.ts'
import { agreeColumns, requestApply, requestColumns, requestStage, requestWithdraw } from '../imports/move-batch.ts'
import { readLayout } from '../imports/read-layout.ts'
import { listRecords } from '../imports/record-store.ts'
import { registerOf } from '../imports/register.ts'
import { startImport } from '../imports/start-import.ts'
import { itemByBarcode } from './item-store.ts'

const csv = (...lines: string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
const header = 'STT;Tên sách;Tác giả;Năm XB;Số ĐKCB;Kho'

describe('a table of books', () => {
  let imports: Imports
  before(async () => {
    imports = await openImports()
  })
  after(() => imports.close())

  const layoutOf = async (batch: string): Promise<TableLayout> => {
    const layout = (await batchById(imports.world.database, batch))?.layout
    assert.ok(layout)
    return layout
  }
  const agree = (batch: string, layout: TableLayout) =>
    agreeColumns(imports.world, registers, { ...imports.ask(batch), layout, remember: true })
  const records = (batch: string) => listRecords(imports.world.database, batch, null, 0, 50)
  const codes = async (batch: string) => (await records(batch)).map(({ warnings }) => warnings.map(({ code }) => code))

  it('waits until somebody has agreed to its columns; then rows become editions, and numbers copies', async () => {
    const sent = await imports.send(
      csv(
        header,
        '1;Chè Shan tuyết Suối Giàng;Nguyễn Thử;2019;C01; C02',
        '2;"Chè; trồng và chế biến";Lê Thử;2020;"C03;C04";Kho mượn',
      ),
    )
    assert.ok(sent.ok && sent.value.job === null)
    const { batch } = sent.value
    assert.equal((await batchById(imports.world.database, batch))?.state, 'mapping')
    const layout = await layoutOf(batch)
    assert.deepEqual(
      layout.columns.map(({ means }) => means),
      [null, 'title', 'people', 'date', 'accessionNumbers', 'location'],
    )
    assert.ok((await agree(batch, layout)).ok)
    await imports.run(batch)
    await imports.apply(batch)
    const copy = await itemByBarcode(imports.world.database, 'C04')
    assert.deepEqual([copy?.accessionNumber, copy?.location, copy?.owner], ['C04', 'Kho mượn', imports.TVT])
    const edition = await imports.world.database.one<{ title: string; format: string }>(sql`
      select title -> 0 ->> 'text' as title, record_format as format from edition where id = ${copy?.edition ?? ''}`)
    assert.deepEqual(edition, { title: 'Chè; trồng và chế biến', format: 'iso2709' })
  })

  it('that was sent by mistake is given up before anything is read of it', async () => {
    const octets = csv(header, '1;Gửi nhầm;Ai;2000;NHAM1;Kho')
    const sent = await imports.send(octets)
    assert.ok(sent.ok)
    await imports.withdraw(sent.value.batch)
    assert.equal((await batchById(imports.world.database, sent.value.batch))?.state, 'withdrawn')
    const unread = await requestStage(imports.world, imports.ask(sent.value.batch))
    assert.ok(!unread.ok && unread.problems[0]?.code === 'not-readable-again')
    const again = await imports.send(octets)
    assert.ok(again.ok && again.value.known)
    assert.equal((await batchById(imports.world.database, sent.value.batch))?.state, 'mapping')
  })

  it('is given up while it is read, and nothing of it is left', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => `${at};Cuốn số ${at};Ai;2000;BO${at};Kho`)
    const sent = await imports.send(csv(header, ...rows))
    assert.ok(sent.ok)
    const { batch } = sent.value
    assert.ok((await agree(batch, await layoutOf(batch))).ok)
    const asked: Promise<unknown>[] = []
    await imports.run(batch, undefined, () => {
      if (asked.length === 0) asked.push(requestWithdraw(imports.world, imports.ask(batch)))
    })
    await Promise.all(asked)
    await imports.run(batch)
    assert.equal((await batchById(imports.world.database, batch))?.state, 'withdrawn')
    const counts = await countBatch(imports.world.database, batch)
    assert.deepEqual([counts.records < 2500, counts.staged, counts.applied], [true, 0, 0])
  })

  it('is understood as its institution said the last time; another institution is asked anew', async () => {
    const first = await imports.send(csv('Mục;Người viết', 'Rừng già;Trần Thử'))
    assert.ok(first.ok)
    const layout = await layoutOf(first.value.batch)
    assert.deepEqual([layout.remembered, layout.columns.map(({ means }) => means)], [false, [null, null]])
    const refused = await agree(first.value.batch, layout)
    assert.ok(!refused.ok)
    assert.deepEqual(refused.problems, [{ code: 'column-missing', column: 'title' }])
    const said = layout.columns.map(({ heading }) => ({ heading, means: heading === 'Mục' ? 'title' : 'people' }))
    assert.ok((await agree(first.value.batch, { ...layout, columns: said })).ok)
    const next = await imports.send(csv('MỤC;Người viết', 'Suối sâu;Trần Thử'))
    const elsewhere = await imports.send(csv('MỤC;Người viết', 'Suối sâu;Trần Thử'), imports.BT)
    assert.ok(next.ok && elsewhere.ok)
    const meant = await layoutOf(next.value.batch)
    assert.deepEqual([meant.remembered, meant.columns.map(({ means }) => means)], [true, ['title', 'people']])
    assert.equal((await layoutOf(elsewhere.value.batch)).remembered, false)
  })

  it('without headings is remembered by nobody: nothing tells it from another one as wide', async () => {
    const first = await imports.send(csv('Sách không đầu đề;Ai đó'))
    assert.ok(first.ok)
    const register = registerOf(registers, { register: 'catalogue' })
    const headless = async (batch: string) => {
      const table = await batchById(imports.world.database, batch)
      assert.ok(table)
      const read = await readLayout(imports.world, register, table, { headerRow: 0 })
      assert.ok(read.ok)
      return read.value
    }
    const layout = await headless(first.value.batch)
    const said = layout.columns.map(({ heading }, at) => ({ heading, means: at === 0 ? 'title' : 'people' }))
    assert.ok((await agree(first.value.batch, { ...layout, columns: said })).ok)
    const next = await imports.send(csv('Ai khác;Sách khác không đầu đề'))
    assert.ok(next.ok)
    const { remembered, columns } = await headless(next.value.batch)
    assert.deepEqual([remembered, columns.map(({ means }) => means)], [false, [null, null]])
  })

  it('has its headings wherever a person says they are, and no row of headings that is not there', async () => {
    const preface = Array.from({ length: 40 }, (_, at) => `Lời nói đầu ${at + 1};x`)
    const sent = await imports.send(csv(...preface, 'Tên sách;ĐKCB', 'Sách ở cuối bảng;CB1'))
    assert.ok(sent.ok)
    const table = await batchById(imports.world.database, sent.value.batch)
    assert.ok(table)
    const register = registerOf(registers, { register: 'catalogue' })
    const named = await readLayout(imports.world, register, table, { headerRow: 41 })
    assert.ok(named.ok)
    assert.deepEqual(
      [named.value.headerRow, named.value.columns.map(({ means }) => means), named.value.sample],
      [41, ['title', 'accessionNumbers'], [['Sách ở cuối bảng', 'CB1']]],
    )
    const beyond = await readLayout(imports.world, register, table, { headerRow: 60 })
    assert.ok(!beyond.ok)
    assert.deepEqual(beyond.problems, [{ code: 'header-missing', headerRow: 60 }])
  })

  it('adds to what is held: the same book, copies already there however many zeros they have, the new ones', async () => {
    await imports.apply(await imports.stage(csv(header, '1;Ruộng bậc thang;Phạm Thử;2018;551;Kho')))
    const batch = await imports.apply(
      await imports.stage(
        csv(
          header,
          '1;RUỘNG BẬC THANG;Phạm Thử;2018;"0000551; 0000552";Kho',
          '2;Ruộng bậc thang;Thử, Phạm;2018;553;Kho',
        ),
      ),
    )
    assert.deepEqual(
      (await records(batch)).map(({ outcome, items }) => [outcome, items]),
      [
        ['same', 1],
        ['same', 1],
      ],
    )
    assert.deepEqual(await codes(batch), [['copy-known'], []])
    assert.ok(await itemByBarcode(imports.world.database, '0000552'))
  })

  it('counts copies without numbers once, whatever file tells of them', async () => {
    const rows = ['Tên sách;Số lượng', 'Sách không số;3']
    await imports.apply(await imports.stage(csv(...rows)))
    const batch = await imports.apply(await imports.stage(csv(...rows, 'Sách khác;một chục')))
    assert.deepEqual(
      (await records(batch)).map(({ items }) => items),
      [0, 0],
    )
    assert.deepEqual(await codes(batch), [['copies-known'], ['copies-unclear']])
  })

  it('keeps a row without a title, to be completed; a row of nothing is left out with the reason', async () => {
    const batch = await imports.apply(
      await imports.stage(csv(header, '1;;Vô danh;1990;UT1;', '2;;;;;Kho', '3;"=1+1";;;;')),
    )
    const counts = await countBatch(imports.world.database, batch)
    assert.deepEqual([counts.records, counts.applied, counts.untitled, counts.leftOut], [3, 2, 1, 1])
    const [, empty] = await records(batch)
    assert.deepEqual(empty?.reasons, [{ code: 'nothing-described' }])
    assert.ok(await itemByBarcode(imports.world.database, 'UT1'))
  })

  it('takes neither the sums nor the signatures below a table for books', async () => {
    const rows = ['1;Cộng hòa Miền Tây;Vô danh;1990;CK1;', '2;Tổng cộng lại cuộc đời;;1991;;', '2;;;1992;CK2;']
    const below = [';Tổng cộng: 2 cuốn;;;;', ';;;;Người lập;', ';;Lý Mẩy Chạn;;;']
    const batch = await imports.apply(await imports.stage(csv(header, ...rows, ...below)))
    assert.deepEqual(
      (await records(batch)).map(({ state, reasons }) => reasons[0]?.code ?? state),
      ['applied', 'applied', 'row-without-title', 'sums-row', 'row-without-title', 'row-without-title'],
    )
  })

  it('that was read before fonts were known is taken in all the same', async () => {
    const batch = await imports.stage(csv(header, '1;Sách chờ qua lần cập nhật;Vô danh;1990;CN1;'))
    await imports.world.database.run(sql`update import_batch set layout = layout - 'font' where id = ${batch}`)
    await imports.apply(batch)
    assert.ok(await itemByBarcode(imports.world.database, 'CN1'))
  })

  it('may have any character anywhere: what is quoted of it cuts none in two', async () => {
    const nom = '𡨸'.repeat(30)
    const batch = await imports.stage(csv('Tên sách;ISBN;Số lượng', `Sách chữ Nôm;x${nom};${nom}`))
    assert.equal((await batchById(imports.world.database, batch))?.state, 'staged')
    assert.deepEqual(await codes(batch), [['copies-unclear', 'isbn-wrong']])
    const marc = await imports.stage(
      iso2709([data('245', '10', 'a', 'Sách chữ Nôm khác'), data('020', '  ', 'a', `978604123${nom}`)]),
    )
    assert.deepEqual(await codes(marc), [['isbn-wrong']])
  })

  it('of headings alone says so, and not that reasons stand at its rows', async () => {
    const batch = await batchById(imports.world.database, await imports.stage(csv(header)))
    assert.deepEqual([batch?.state, batch?.problem?.code], ['failed', 'no-record-there'])
  })

  it('withdrawn is gone, and its columns can be asked for again', async () => {
    const before = await imports.everything()
    const batch = await imports.apply(await imports.stage(csv(header, '1;Cuốn sẽ rút;Ai đó;2001;R1, R2;Kho')))
    await imports.withdraw(batch)
    assert.deepEqual(await imports.everything(), before)
    assert.ok((await requestColumns(imports.world, imports.ask(batch))).ok)
    assert.deepEqual(await records(batch), [])
    const early = await requestApply(imports.world, imports.ask(batch))
    assert.ok(!early.ok && early.problems[0]?.code === 'not-staged')
  })

  it('is read out of a workbook, the sheet that a person names too', async () => {
    const row = (...cells: string[]) =>
      `<row>${cells.map(cell => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
    const sheet = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`
    const octets = xlsx({
      sheets: {
        Bìa: sheet(row('Báo cáo năm')),
        Sách: sheet(row('Danh mục'), row('Tên sách', 'ĐKCB'), row('Sách trong bảng Excel', 'X1')),
      },
    })
    const sent = await imports.send(octets)
    assert.ok(sent.ok)
    const { batch } = sent.value
    assert.deepEqual((await layoutOf(batch)).sheets, ['Bìa', 'Sách'])
    const register = registerOf(registers, { register: 'catalogue' })
    const table = await batchById(imports.world.database, batch)
    assert.ok(table)
    const named = await readLayout(imports.world, register, table, { sheet: 'Sách' })
    assert.ok(named.ok)
    assert.deepEqual([named.value.headerRow, named.value.sample], [2, [['Sách trong bảng Excel', 'X1']]])
    const none = await readLayout(imports.world, register, table, { sheet: 'Kho' })
    assert.ok(!none.ok)
    assert.deepEqual(none.problems, [{ code: 'sheet-unknown', sheet: 'Kho' }])
    assert.ok((await agree(batch, named.value)).ok)
    await imports.run(batch)
    await imports.apply(batch)
    assert.ok(await itemByBarcode(imports.world.database, 'X1'))
  })

  it('packed by gzip is unpacked; a bomb is refused in words, and nothing of it comes in', async () => {
    const plain = csv(header, '1;Sách đã nén;Ai;2002;G1;Kho')
    await imports.apply(await imports.stage(gzipSync(plain)))
    assert.ok(await itemByBarcode(imports.world.database, 'G1'))
    const bomb = await imports.send(gzipSync(Buffer.concat([plain, Buffer.alloc(70 << 20, ' ')])))
    assert.ok(!bomb.ok && bomb.problems[0]?.code === 'packed-too-strongly')
    const marc = Buffer.concat([book('Trước quả bom', '2003', 'G2'), Buffer.alloc(70 << 20, ' ')])
    const failed = await imports.stage(gzipSync(marc))
    const batch = await batchById(imports.world.database, failed)
    assert.deepEqual([batch?.state, batch?.problem?.code], ['failed', 'packed-too-strongly'])
  })

  it('that is hostile is refused in words, and nothing of it is kept', async () => {
    const bomb = zip(
      xlsxParts({ sheets: { Bom: `<sheetData>${'<row/>'.repeat(1 << 20)}</sheetData>` } }).map(part => ({ ...part })),
    )
    const problemsOf = async (octets: Uint8Array) => {
      const sent = await imports.send(octets)
      assert.ok(!sent.ok)
      return sent.problems.map(problem => refusalSentence(problem, 'vi'))
    }
    assert.match((await problemsOf(bomb)).join(), /lớn hơn 100 lần nên không đọc, vì lý do an toàn/)
    assert.match((await problemsOf(zip([{ name: 'xl/../../etc/passwd', data: 'x' }]))).join(), /không/)
    const laughs = `<!DOCTYPE r [<!ENTITY a "aaaa">]><collection><record>&a;</record></collection>`
    const failed = await imports.stage(Buffer.from(laughs))
    const [record] = await records(failed)
    assert.deepEqual(
      record?.reasons.map(({ code }) => code),
      ['xml-doctype'],
    )
    assert.equal((await batchById(imports.world.database, failed))?.state, 'failed')
  })

  it('in an older coding is read as a person says it is', async () => {
    // "Tên" and "Đất" of windows-1258, where marks follow their letters.
    const old = Buffer.from([...Buffer.from('T\xean s\xe1ch;\xd0KCB\n\xd0\xe2\xect;WA1\n', 'latin1')])
    const unknown = await imports.send(old)
    assert.ok(!unknown.ok && unknown.problems[0]?.code === 'table-unreadable')
    const asked = {
      act: newId(),
      by: null,
      institution: imports.TVT,
      register: null,
      fileName: 'cu.csv',
      source: [old],
    }
    const sent = await startImport(imports.world, registers, { ...asked, coding: 'windows-1258' })
    assert.ok(sent.ok)
    const layout = await layoutOf(sent.value.batch)
    assert.deepEqual(
      [layout.columns.map(({ means }) => means), layout.sample],
      [['title', 'accessionNumbers'], [['Đất', 'WA1']]],
    )
  })

  it('typed in .VnTime or VNI-Times comes in as the letters that were seen, in files of octets and in workbooks', async () => {
    const old = 'Tªn s¸ch;T¸c gi¶;Sè §KCB\nNh÷ng ng­êi khèn khæ;NguyÔn ThÞ MÉu;TC1\n§Êt rõng ph­¬ng Nam;§oµn Giái;TC2\n'
    const sent = await imports.send(Buffer.from(old, 'latin1'))
    assert.ok(sent.ok)
    const layout = await layoutOf(sent.value.batch)
    assert.deepEqual([layout.coding, layout.font], ['windows-1252', 'tcvn3'])
    assert.deepEqual(
      layout.columns.map(({ heading, means }) => [heading, means]),
      [
        ['Tên sách', 'title'],
        ['Tác giả', 'people'],
        ['Số ĐKCB', 'accessionNumbers'],
      ],
    )
    const cells = (...texts: string[]) =>
      `<row>${texts.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    const sheet = [
      cells('Teân saùch', 'Taùc giaû', 'Soá ÑKCB'),
      cells('Truyeän Taây Baéc', 'Toâ Hoaøi', 'VNI1'),
      cells('Nhöõng ngöôøi khoán khoå', 'Nguyeãn Thò Maãu', 'VNI2'),
    ]
    const batch = await imports.apply(
      await imports.stage(xlsx({ sheets: { Sách: `<sheetData>${sheet.join('')}</sheetData>` } })),
    )
    assert.deepEqual(
      (await records(batch)).map(({ title }) => title),
      ['Truyện Tây Bắc', 'Những người khốn khổ'],
    )
  })

  it('whose letters were guessed wrongly is read as a person says', async () => {
    const sent = await imports.send(
      Buffer.from('Tªn s¸ch;T¸c gi¶;Sè §KCB\nNh÷ng ng­êi khèn khæ;NguyÔn ThÞ MÉu;TC9\n', 'latin1'),
    )
    assert.ok(sent.ok)
    const table = await batchById(imports.world.database, sent.value.batch)
    assert.ok(table)
    const register = registerOf(registers, table)
    const vni = await readLayout(imports.world, register, table, { coding: 'vni' })
    const latin = await readLayout(imports.world, register, table, { coding: 'windows-1258' })
    assert.ok(vni.ok && latin.ok)
    assert.deepEqual([vni.value.font, latin.value.font, latin.value.coding], ['vni', null, 'windows-1258'])
  })
})
