import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { followFacts } from '../../../tests/support/figures.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { tableReading } from '../../../tests/support/table.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { fileOf } from '../../../tests/support/zip.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { listEntries } from '../../platform/journal/index.ts'
import { readXlsx, xlsxSheets } from '../../standards/table/index.ts'
import { facilitiesOf, institutionByCode } from '../institutions/index.ts'
import { type NewFact, record, type Verb } from '../participation/index.ts'
import { placeByCode } from '../places/index.ts'
import { planRoutes } from './routes.ts'
import { setTargets } from './set-targets.ts'

const now = new Date('2026-11-24T02:41:00Z')

describe('the pages of figures', () => {
  let world: TestWorld
  let door: ReturnType<typeof openTestDoor>

  before(async () => {
    world = await testWorld(now)
    door = openTestDoor(planRoutes(world, testSite()), now)
  })
  after(() => world.close())

  const see = async (path: string, query: Record<string, string> = {}) => {
    const answer = await door.request(`${path}?${new URLSearchParams(query)}`)
    const bytes = await answer.arrayBuffer()
    // `text()` would take the mark of UTF-8 away.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    return { status: answer.status, text, bytes: new Uint8Array(bytes), headers: answer.headers }
  }

  /** The rows of the table under this heading, as they are read. */
  const table = (html: string, heading: string): string[][] => {
    const section = html.split('<section').find(part => part.includes(`>${heading}</h2>`))
    assert.ok(section, heading)
    const body = /<tbody[\s\S]*<\/tbody>/.exec(section)?.[0] ?? ''
    return body
      .split('</tr>')
      .slice(0, -1)
      .map(row =>
        [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '')),
      )
  }
  /** What the bars of the chart stand for, as exactly as they are drawn; null where no bar is. */
  const bars = (html: string): { values: (number | null)[]; step: number } => {
    const highest = Number(/Cột cao nhất là ([\d.]+)\./.exec(html)?.[1]?.replaceAll('.', ''))
    const drawn = new Map(
      [...html.matchAll(/M(\d+) 100V(\d+)h/g)].map(([, x, y]) => [Math.floor(Number(x) / 10), Number(y)]),
    )
    const values = Array.from({ length: 12 }, (_, at) => {
      const top = drawn.get(at)
      return top === undefined ? null : ((100 - top) / 96) * highest
    })
    return { values, step: highest / 96 }
  }
  const numberIn = (cell: string | undefined): number | null =>
    cell !== undefined && /^[\d.]+$/.test(cell) ? Number(cell.replaceAll('.', '')) : null

  it('say before there is anything that there is nothing yet', async () => {
    const { status, text } = await see('/so-lieu')
    assert.equal(status, 200)
    assert.match(text, /Số liệu đang được tính lần đầu/)
    assert.match(text, /Chưa có số liệu/)
    for (const path of ['/so-lieu.csv', '/so-lieu.xlsx', '/so-lieu/visits', '/so-lieu/visits/bang.csv']) {
      assert.equal((await see(path)).status, 200, path)
    }
  })

  describe('of a network that is at work', () => {
    before(async () => {
      const db = world.database
      await loadSmallNetwork(db)
      const at = async (code: string) => (await institutionByCode(db, code))?.id ?? ''
      await db.run(sql`
        update institution set name = jsonb_set(name, '{0,text}', '"=HYPERLINK(\\"http://x\\"),1"') where code = 'TUSACH'`)
      const facts = async (
        code: string,
        verb: Verb,
        month: string,
        quantity: number,
        where: Pick<NewFact, 'facility' | 'place'> = { facility: null, place: null },
      ): Promise<NewFact[]> => {
        const fact = {
          verb,
          object: null,
          institution: await at(code),
          person: null,
          occurredAt: new Date(`${month}-10T02:00:00Z`),
          ...where,
        }
        return verb === 'copy.lent'
          ? Array.from({ length: quantity }, () => ({ ...fact, quantity: 1 }))
          : [{ ...fact, quantity }]
      }
      const [one, two] = await facilitiesOf(db, [await at('TVT')], localDate('2026-11-24'))
      assert.ok(one && two)
      const first = { facility: one.id, place: one.place }
      const second = { facility: two.id, place: two.place }
      const unit = async (day: string) => ({
        facility: null,
        place: (await placeByCode(db, '02671', localDate(day)))?.id ?? null,
      })
      const all = [
        await facts('TVT', 'copies.stocked', '2026-03', 12_000),
        await facts('TVT', 'copies.stocked', '2026-11', 480),
        await facts('CAMDUONG', 'copies.stocked', '2026-11', 300),
        await facts('TUSACH', 'copies.stocked', '2026-11', 60),
        await facts('TVT', 'copy.lent', '2026-03', 40),
        await facts('TVT', 'copy.lent', '2026-10', 25),
        await facts('TVT', 'copy.lent', '2026-11', 30),
        await facts('CAMDUONG', 'copy.lent', '2026-10', 9),
        await facts('CAMDUONG', 'copy.lent', '2026-11', 12),
        await facts('TUSACH', 'copy.lent', '2026-11', 3),
        await facts('TVT', 'visits.counted', '2026-11', 300, first),
        await facts('TVT', 'visits.counted', '2026-11', 256, second),
        await facts('TVT', 'visits.counted', '2025-11', 500, first),
        await facts('CAMDUONG', 'visits.counted', '2025-03', 70, await unit('2025-03-10')),
        await facts('CAMDUONG', 'visits.counted', '2026-11', 20, await unit('2026-11-10')),
        await facts('BT', 'activity.held', '2026-11', 17),
        await facts('BT', 'activity.attended', '2026-11', 412),
      ].flat()
      await db.transaction(tx => record(tx, { id: newId() }, all))
      await followFacts(db, () => now)
      const set = (indicator: string, year: number, wanted: { institution: string | null; value: number }[]) =>
        setTargets(world, { id: newId(), by: null, indicator, year, month: null, source: 'KH 251', reason: '', wanted })
      await set('visits', 2026, [
        { institution: await at('TVT'), value: 500 },
        { institution: null, value: 1200 },
      ])
      await set('activities', 2026, [{ institution: await at('CAMDUONG'), value: 24 }])
      await set('circulations', 2026, [{ institution: await at('TUSACH'), value: 60 }])
    })

    it('have tiles with the period, the year so far, the same period of the year before, and the plan', async () => {
      const { text } = await see('/so-lieu')
      assert.match(text, /Tính đến 09:41 hôm nay/)
      assert.match(
        text,
        /Số bản sách hiện có<\/a>|Số bản sách hiện có, đến hết tháng 11\/2026[\s\S]*?<b>12\.840 bản<\/b>/,
      )
      const visits = text.split('class="tile"').find(tile => tile.includes('Lượt người đến')) ?? ''
      assert.match(visits, /Lượt người đến, trong năm 2026, đến tháng 11/)
      assert.match(visits, /<b>576 lượt<\/b>/)
      assert.match(visits, /Đạt 48\u00a0% kế hoạch năm/)
      assert.match(visits, /class="plan"/)
      assert.match(visits, /Cùng kỳ 2025: 570, tăng 1,1\u00a0%/)
      const activities = text.split('class="tile"').find(tile => tile.includes('Buổi hoạt động')) ?? ''
      assert.match(activities, /<b>17 buổi<\/b>/)
      assert.doesNotMatch(activities, /kế hoạch|class="plan"/, 'nothing is said of a plan where there is none')
      const own = (await see('/so-lieu', { noi: 'TVT', ky: '2026-11' })).text
      assert.match(
        own,
        /Lượt người đến, trong tháng 11\/2026[\s\S]*?<b>556 lượt<\/b>[\s\S]*?Đạt 111,2\u00a0% kế hoạch năm/,
      )
      assert.match((await see('/so-lieu', { noi: 'TVT', lang: 'en' })).text, /111\.2% of the year’s plan/)
    })

    for (const noi of ['', 'TVT', 'TUSACH']) {
      it(`have the same numbers in the chart, the table and the file: ${noi || 'the province'}`, async () => {
        const file = (await see('/so-lieu.csv', { noi })).text.split('\r\n')
        for (const [indicator, name] of [
          ['copies', 'Số bản sách hiện có'],
          ['circulations', 'Lượt luân chuyển'],
          ['visits', 'Lượt người đến'],
        ] as const) {
          const { text } = await see(`/so-lieu/${indicator}`, { noi })
          const rows = table(text, `${name} theo tháng`)
          assert.equal(rows.length, 12)
          const { values, step } = bars(text)
          const inFile = file.filter(line => line.startsWith(`${indicator},`) && line.split(',')[3] === noi)
          assert.equal(inFile.length, noi === 'TUSACH' && indicator === 'visits' ? 0 : 12)
          for (const [at, [month, cell]] of rows.entries()) {
            const number = numberIn(cell)
            const bar = values[at] ?? null
            assert.equal(bar === null, number === null || number === 0, `${month}: ${cell}`)
            if (number !== null && bar !== null) assert.ok(Math.abs(bar - number) <= step, `${month}: ${cell}, ${bar}`)
            const line = inFile[at]
            const expected = number === null ? `,,${cell}` : `,${number},`
            assert.ok(line === undefined || line.endsWith(expected), `${line} should end in ${expected}`)
          }
        }
      })
    }

    it('keep few loans back wherever they could be read or reckoned, and the percentage of the plan with them', async () => {
      const month = { ky: '2026-11' }
      const { text } = await see('/so-lieu/circulations', month)
      const rows = table(text, 'Lượt luân chuyển theo cơ sở, tháng 11/2026').map(cells => cells.slice(0, 5))
      assert.deepEqual(rows, [
        ['Thư viện tỉnh Lào Cai', '30', '95', '', ''],
        ['Thư viện phường Cam Đường', 'không công bố', 'không công bố', '', ''],
        ['=HYPERLINK(&quot;http://x&quot;),1', 'không công bố', 'không công bố', '60', ''],
      ])
      assert.match(text, /Ghi “không công bố” là số từ 1 đến 4/)
      for (const noi of ['TUSACH', 'CAMDUONG']) {
        for (const path of ['/so-lieu', '/so-lieu/circulations']) {
          const own = (await see(path, { noi, ...month })).text
          assert.match(own, /<b>không công bố<\/b>/)
          assert.match(own, /Lũy kế từ đầu năm: không công bố/)
          assert.doesNotMatch(own, /Đạt .*kế hoạch/)
        }
      }
      const october = (await see('/so-lieu', { ky: '2026-10' })).text
      assert.doesNotMatch(october, /không công bố/, 'nothing is kept back, so nothing is explained')
    })

    it('tell silence from nought, and since when', async () => {
      const { text } = await see('/so-lieu/circulations')
      assert.deepEqual(table(text, 'Lượt luân chuyển theo tháng').at(-3), ['tháng 9/2026', 'chưa có số liệu', ''])
      assert.match((await see('/so-lieu', { ky: '2026-10' })).text, /Chưa có số liệu từ 11\/11\/2025/)
      const own = (await see('/so-lieu', { ky: '2026-10', noi: 'TVT' })).text
      assert.match(own, /Chưa có số liệu từ tháng 12\/2025/, 'no day is named of what people did at one place')
    })

    it('compare the sites of an institution', async () => {
      const { text } = await see('/so-lieu/visits', { noi: 'TVT' })
      const rows = table(text, 'Lượt người đến theo địa điểm, năm 2026, đến tháng 11')
      assert.deepEqual(rows, [
        ['Thư viện tỉnh Lào Cai · Cơ sở 1', '300', '500', '−200'],
        ['Thư viện tỉnh Lào Cai · Cơ sở 2', '256', '', ''],
      ])
    })

    it('count for the commune of today, or for the one of then', async () => {
      const today = (await see('/so-lieu/visits', { theo: 'xa' })).text
      const rows = table(today, 'Lượt người đến theo xã, phường, năm 2026, đến tháng 11')
      assert.deepEqual(
        rows.map(cells => cells.slice(0, 3)),
        [
          ['Phường Lào Cai', '300', '500'],
          ['Phường Yên Bái', '256', ''],
          ['Phường Cam Đường', '20', '70'],
        ],
      )
      const then = (await see('/so-lieu/visits', { theo: 'xa', 'dia-gioi': 'luc-do' })).text
      const old = table(then, 'Lượt người đến theo xã, phường, năm 2026, đến tháng 11').at(-1)
      assert.match(old?.[0] ?? '', /^Phường .* \(đến 30\/6\/2025\)$/)
      assert.deepEqual(old?.slice(1, 3), ['chưa có số liệu', '70'])
      assert.match(then, /như đơn vị ấy có lúc đó/)
    })

    it('leave what happened in a unit that was divided undivided, and say so', async () => {
      const db = world.database
      const [old, other] = [
        await placeByCode(db, '02671', localDate('2025-06-30')),
        await placeByCode(db, '02647', localDate('2025-07-01')),
      ]
      const door2 = openTestDoor(planRoutes(world, testSite()), now)
      const asOwner = await import('../../platform/database/database.ts').then(({ openDatabase }) =>
        openDatabase({ url: world.test.ownerUrl, connections: 1 }),
      )
      await asOwner.run(sql`
        insert into place_lineage (from_place, to_place, kind, share, effective_on)
        values (${old?.id}, ${other?.id}, 'split', 0.5, '2025-07-01')`)
      const text = await (await door2.request('/so-lieu/visits?theo=xa')).text()
      await asOwner.run(sql`delete from place_lineage where from_place = ${old?.id} and to_place = ${other?.id}`)
      await asOwner.close()
      assert.match(text, /\(đến 30\/6\/2025\): không chia được/)
      const rows = table(text, 'Lượt người đến theo xã, phường, năm 2026, đến tháng 11')
      assert.deepEqual(rows.find(([name]) => name === 'Phường Cam Đường')?.slice(1, 3), ['20', ''])
    })

    it('can be taken home as CSV that a spreadsheet reads as text and numbers', async () => {
      const { status, text, headers } = await see('/so-lieu.csv', { ky: '2026-11' })
      assert.equal(status, 200)
      assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
      assert.equal(headers.get('content-disposition'), 'attachment; filename="so-lieu-2026-11.csv"')
      assert.ok(text.startsWith('\ufeffMã chỉ số,Chỉ số,Đơn vị,Mã cơ sở,Cơ sở,Tháng,Giá trị,Ghi chú\r\n'))
      assert.ok(text.includes('copies,Số bản sách hiện có,bản,,Toàn tỉnh,2026-11,12840,\r\n'))
      assert.ok(text.includes(`copies,Số bản sách hiện có,bản,TUSACH,"'=HYPERLINK(""http://x""),1",2026-11,60,\r\n`))
      assert.ok(text.includes('2026-11,,không công bố\r\n'))
      assert.doesNotMatch(text, /,TUSACH,.*,3,/)
      const own = await see('/so-lieu.csv', { noi: 'TVT', ky: '2026-10' })
      assert.equal(own.headers.get('content-disposition'), 'attachment; filename="so-lieu-TVT-2026-10.csv"')
      assert.doesNotMatch(own.text, /Toàn tỉnh|CAMDUONG/)
    })

    it('show an institution that was planned for and is silent', async () => {
      const { text } = await see('/so-lieu/activities')
      assert.deepEqual(
        table(text, 'Buổi hoạt động theo cơ sở, năm 2026, đến tháng 11').map(cells => cells.slice(0, 4)),
        [
          ['Bảo tàng tỉnh', '17', '', ''],
          ['Thư viện phường Cam Đường', 'chưa có số liệu', '24', ''],
        ],
      )
    })

    it('give a breakdown as a file just as it is shown', async () => {
      const query = { ky: '2026-11', theo: 'noi' }
      const page = table((await see('/so-lieu/visits', query)).text, 'Lượt người đến theo cơ sở, tháng 11/2026')
      assert.deepEqual(page[0], ['Thư viện tỉnh Lào Cai', '556', '556', '500', '111,2\u00a0%', '500', '+56'])
      const { text } = await see('/so-lieu/visits/bang.csv', query)
      const head = 'Mã,Cơ sở,lượt,Lũy kế,Kế hoạch 2026,Đạt (%),Cùng kỳ 2025,"Tăng, giảm"'
      assert.ok(text.startsWith(`\ufeff${head}\r\nTVT,Thư viện tỉnh Lào Cai,556,556,500,111.2,500,56\r\n`), text)
      const workbook = await see('/so-lieu/visits/bang.xlsx', query)
      const { cells } = await tableReading(readXlsx(fileOf(workbook.bytes)))
      assert.deepEqual(cells[1], ['TVT', 'Thư viện tỉnh Lào Cai', '556', '556', '500', '111.2%', '500', '56'])
      assert.equal(cells.length, page.length + 1)
    })

    it('are a workbook with a sheet for each indicator and one that says what they are', async () => {
      const { bytes, headers } = await see('/so-lieu.xlsx', { ky: '2026-11' })
      assert.match(headers.get('content-type') ?? '', /spreadsheetml\.sheet$/)
      assert.equal(headers.get('content-disposition'), 'attachment; filename="so-lieu-2026-11.xlsx"')
      const sheets = await xlsxSheets(fileOf(bytes))
      assert.deepEqual(sheets.ok && sheets.value.slice(-2), ['Lượt người tham gia hoạt động', 'Ghi chú'])
      const sheet = (name: string) => tableReading(readXlsx(fileOf(bytes), { sheet: name }))
      const copies = await sheet('Số bản sách hiện có')
      assert.deepEqual(copies.problems, [])
      assert.deepEqual(copies.cells[0]?.slice(0, 3), ['Mã', 'Cơ sở', 'bản'])
      assert.equal(copies.cells[0]?.at(-1), 'tháng 11/2026')
      assert.deepEqual([copies.cells[1]?.[1], copies.cells[1]?.at(-1)], ['Toàn tỉnh', '12840'])
      assert.ok(
        copies.cells.some(cells => cells[1] === '=HYPERLINK("http://x"),1'),
        'text, not a formula',
      )
      const loans = await sheet('Lượt luân chuyển')
      assert.equal(loans.cells.find(cells => cells[0] === 'TUSACH')?.at(-1), 'không công bố')
      const notes = (await sheet('Ghi chú')).cells.map(cells => cells.join(': '))
      for (const said of [
        /^Kỳ: tháng 11\/2026$/,
        /^Phạm vi: Toàn tỉnh$/,
        /09:41 hôm nay\. \(24\/11\/2026\)$/,
        /Đọc tại chỗ/,
      ]) {
        assert.ok(
          notes.some(note => said.test(note)),
          String(said),
        )
      }
    })

    it('offer the years and months since the first figure, no other', async () => {
      const { text } = await see('/so-lieu')
      const periods = [...text.matchAll(/<option value="(20[\d-]*)"/g)].map(([, period]) => period)
      assert.deepEqual([periods.length, periods[0], periods[1], periods.at(-1)], [23, '2026', '2025', '2025-03'])
    })

    it('show a year that is over as a whole', async () => {
      const { text } = await see('/so-lieu', { ky: '2025' })
      assert.match(text, /Lượt người đến, trong năm 2025[\s\S]*?<b>570 lượt<\/b>/)
    })

    const misread: [what: string, query: Record<string, string>, sentence: RegExp][] = [
      ['a month that is none', { ky: '2026-13' }, /“2026-13” không phải kỳ có số liệu\. Dưới đây là năm 2026/],
      ['a month before all figures', { ky: '0001-01' }, /“0001-01” không phải kỳ/],
      ['a month to come', { ky: '2026-12' }, /“2026-12” không phải kỳ/],
      ['a year to come', { ky: '2027' }, /“2027” không phải kỳ/],
      ['a month as people write it', { ky: '11/2026' }, /“11\/2026” không phải kỳ/],
      [
        'an institution that is none',
        { noi: 'KHONGCO' },
        /Không có cơ sở nào mang mã “KHONGCO”\. Dưới đây là số liệu toàn tỉnh\./,
      ],
      ['a script', { noi: '<script>alert(1)</script>' }, /mã “&lt;script&gt;alert\(1\)&lt;\/script&gt;”/],
      ['a long text', { noi: '🙂'.repeat(5000) }, /mã “🙂{40}…”/u],
      ['a nought', { noi: '\u0000x', ky: '2026-10' }, /mã “x”/],
    ]
    for (const [what, query, sentence] of misread) {
      it(`say what they could not read, and what they show instead: ${what}`, async () => {
        for (const path of ['/so-lieu', '/so-lieu/visits']) {
          const { status, text } = await see(path, query)
          assert.equal(status, 200)
          assert.match(text, sentence)
          assert.match(text, / · Toàn tỉnh/)
        }
        for (const path of ['/so-lieu.csv', '/so-lieu.xlsx', '/so-lieu/visits/bang.csv']) {
          const file = await see(path, query)
          assert.equal(file.status, 303)
          assert.match(file.headers.get('location') ?? '', /^\/so-lieu/)
        }
      })
    }

    it('take any page number as one there is, and empty or unknown questions as none', async () => {
      for (const trang of ['0', '-3', '1.5', '1e9', 'x', '', 'Infinity', '9'.repeat(400)]) {
        const { status, text } = await see('/so-lieu/copies', { trang, ky: '', noi: '', theo: 'x', 'dia-gioi': 'y' })
        assert.equal(status, 200, trang)
        assert.equal(table(text, 'Số bản sách hiện có theo cơ sở, năm 2026, đến tháng 11').length, 3, trang)
        assert.doesNotMatch(text, /class="notice care"/)
      }
      for (const path of ['/so-lieu/khong-co', '/so-lieu/khong-co/bang.csv', '/so-lieu/visits/bang.pdf']) {
        assert.equal((await see(path)).status, 404, path)
      }
    })

    it('open what they are the sum of, to officers alone, without anybody in it, and the journal knows', async () => {
      const path = '/nghiep-vu/so-lieu/circulations/su-viec'
      assert.notEqual((await door.request(path)).status, 200)
      const officer = as({ rights: [{ right: 'read-facts', institution: null }] })
      const ask = async (query: string) => (await door.request(`${path}?${query}`, { headers: officer })).text()
      const html = await ask('ky=2026-11&noi=TVT')
      assert.match(html, /30 việc, cộng lại là 30 lượt: Thư viện tỉnh Lào Cai, tháng 11\/2026/)
      assert.equal([...html.matchAll(/cho mượn một bản/g)].length, 30)
      assert.doesNotMatch(html, /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/, 'no id of anything')
      assert.match(await ask('ky=2026&trang=99'), /119 việc, cộng lại là 119 lượt: Toàn tỉnh/)
      await ask('ky=2026-11&noi=TVT&trang=2')
      const looks = await listEntries(world.database, { institutions: null, type: 'plan.read-facts', limit: 10 })
      const part = async (query: string) => {
        const figure = await (await door.request(`/so-lieu/visits?${query}`, { headers: officer })).text()
        const links = [...figure.matchAll(/href="([^"]*su-viec[^"]*dong[^"]*)">([^<]*)</g)]
        assert.ok(links.length > 0, query)
        for (const [, href = '', shown] of links) {
          const facts = await (await door.request(href.replaceAll('&amp;', '&'), { headers: officer })).text()
          assert.ok(facts.includes(`cộng lại là ${shown} lượt`), `${href} is the sum ${shown}`)
        }
      }
      await part('noi=TVT&theo=dia-diem')
      await part('theo=xa')
      await part('theo=xa&dia-gioi=luc-do&ky=2025')
      assert.equal(looks.length, 2, 'a line for the province and one for the library, whatever was leafed through')
      assert.match(await (await door.request('/so-lieu/circulations', { headers: officer })).text(), /su-viec/)
      assert.doesNotMatch((await see('/so-lieu/circulations')).text, /su-viec/)
    })

    it('speak English as well', async () => {
      const { text } = await see('/so-lieu', { lang: 'en', noi: 'TUSACH', ky: '2026-11' })
      assert.match(text, /Year to date: not published/)
      assert.match((await see('/so-lieu.csv', { lang: 'en' })).text, /^\ufeffIndicator code,/)
    })
  })
})
