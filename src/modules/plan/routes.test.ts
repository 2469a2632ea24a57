import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openTestDoor, testSite } from '../../../tests/support/door.ts'
import { followFacts } from '../../../tests/support/figures.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { institutionByCode } from '../institutions/index.ts'
import { type NewFact, record } from '../participation/index.ts'
import { planRoutes } from './routes.tsx'

const now = new Date('2026-11-24T02:00:00Z')

describe('the page of figures', () => {
  let world: TestWorld
  let door: ReturnType<typeof openTestDoor>

  before(async () => {
    world = await testWorld(now)
    door = openTestDoor(planRoutes(world, testSite()), now)
  })
  after(() => world.close())

  const see = async (query: Record<string, string> = {}, file = false) => {
    const answer = await door.request(`/so-lieu${file ? '.csv' : ''}?${new URLSearchParams(query)}`)
    // `text()` would take the mark of UTF-8 away.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    return { status: answer.status, text, headers: answer.headers }
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
  /** What the bars of the chart under this heading stand for, as exactly as they are drawn; null where no bar is. */
  const bars = (html: string, heading: string): { values: (number | null)[]; step: number } => {
    const section = html.split('<section').find(part => part.includes(`>${heading}</h2>`)) ?? ''
    const highest = Number(/Cột cao nhất là ([\d.]+)\./.exec(section)?.[1]?.replaceAll('.', ''))
    const drawn = new Map(
      [...section.matchAll(/M(\d+) 100V(\d+)h/g)].map(([, x, y]) => [Math.floor(Number(x) / 10), Number(y)]),
    )
    const values = Array.from({ length: 12 }, (_, at) => {
      const top = drawn.get(at)
      return top === undefined ? null : ((100 - top) / 96) * highest
    })
    return { values, step: highest / 96 }
  }
  const numberIn = (cell: string | undefined): number | null =>
    cell !== undefined && /^[\d.]+$/.test(cell) ? Number(cell.replaceAll('.', '')) : null

  it('says before there is anything that there is nothing yet', async () => {
    const { status, text } = await see()
    assert.equal(status, 200)
    assert.match(text, /Số liệu đang được tính lần đầu/)
    assert.match(text, /Chưa có số liệu/)
    const file = await see({}, true)
    assert.equal(file.status, 200)
  })

  describe('of a network that lends', () => {
    before(async () => {
      const db = world.database
      await loadSmallNetwork(db)
      const at = async (code: string) => (await institutionByCode(db, code))?.id ?? ''
      await db.run(sql`
        update institution set name = jsonb_set(name, '{0,text}', '"=HYPERLINK(\\"http://x\\"),1"') where code = 'TUSACH'`)
      const facts = async (code: string, month: string, lent: number, stock = 0): Promise<NewFact[]> => {
        const common = {
          object: null,
          institution: await at(code),
          facility: null,
          place: null,
          person: null,
          occurredAt: new Date(`${month}-10T02:00:00Z`),
        }
        return [
          ...Array.from({ length: lent }, () => ({ ...common, verb: 'copy.lent' as const, quantity: 1 })),
          ...(stock === 0 ? [] : [{ ...common, verb: 'copies.stocked' as const, quantity: stock }]),
        ]
      }
      const all = [
        await facts('TVT', '2026-03', 40, 12_000),
        await facts('TVT', '2026-10', 25),
        await facts('TVT', '2026-11', 30, 480),
        await facts('CAMDUONG', '2026-10', 9),
        await facts('CAMDUONG', '2026-11', 12, 300),
        await facts('TUSACH', '2026-11', 3, 60),
      ].flat()
      await db.transaction(tx => record(tx, { id: newId() }, all))
      await followFacts(db, () => now)
    })

    it('has tiles with the month, and the year so far', async () => {
      const { text } = await see()
      assert.match(text, /Số bản sách hiện có, đến hết tháng 11\/2026[\s\S]*?<b>12\.840 bản<\/b>/)
      assert.match(text, /Lượt luân chuyển, trong tháng 11\/2026[\s\S]*?<b>45 lượt<\/b>/)
      assert.match(text, /Từ đầu năm: 119 lượt/)
      assert.match(text, /Tính đến [^<]*24\/11\/2026/)
    })

    for (const noi of ['', 'TVT', 'TUSACH']) {
      it(`has the same numbers in the chart, the table and the file: ${noi || 'the province'}`, async () => {
        const { text } = await see({ noi })
        const file = (await see({ noi }, true)).text.split('\r\n')
        for (const [indicator, name] of [
          ['copies', 'Số bản sách hiện có'],
          ['circulations', 'Lượt luân chuyển'],
        ] as const) {
          const heading = `${name} theo tháng`
          const rows = table(text, heading)
          assert.equal(rows.length, 12)
          const { values, step } = bars(text, heading)
          const inFile = file.filter(line => line.startsWith(`${indicator},`) && line.split(',')[3] === noi)
          assert.equal(inFile.length, 12)
          for (const [at, [month, cell]] of rows.entries()) {
            const number = numberIn(cell)
            const bar = values[at] ?? null
            assert.equal(bar === null, number === null || number === 0, `${month}: ${cell}`)
            if (number !== null && bar !== null) assert.ok(Math.abs(bar - number) <= step, `${month}: ${cell}, ${bar}`)
            const expected = number === null ? `,,${cell}` : `,${number},`
            assert.ok(inFile[at]?.endsWith(expected), `${inFile[at]} should end in ${expected}`)
          }
        }
      })
    }

    it('keeps few loans back wherever they could be read or reckoned', async () => {
      const { text } = await see()
      assert.deepEqual(table(text, 'Lượt luân chuyển theo cơ sở, tháng 11/2026'), [
        ['Thư viện tỉnh Lào Cai', '30'],
        ['Thư viện phường Cam Đường', 'không công bố'],
        ['=HYPERLINK(&quot;http://x&quot;),1', 'không công bố'],
      ])
      assert.match(text, /Ghi “không công bố” là số từ 1 đến 4/)
      for (const noi of ['TUSACH', 'CAMDUONG']) {
        const own = (await see({ noi })).text
        assert.deepEqual(table(own, 'Lượt luân chuyển theo tháng').at(-1), ['tháng 11/2026', 'không công bố'])
        assert.match(own, /<b>không công bố<\/b>/)
        assert.match(own, /Từ đầu năm: không công bố/)
      }
      assert.doesNotMatch(
        (await see({ noi: 'TUSACH' })).text,
        /Lượt luân chuyển trong 12 tháng, bảng/,
        'no chart of nothing',
      )
      const { text: october } = await see({ thang: '2026-10' })
      assert.doesNotMatch(october, /không công bố/, 'nothing is kept back, so nothing is explained')
    })

    it('tells silence from nought', async () => {
      const rows = table((await see()).text, 'Lượt luân chuyển theo tháng')
      assert.deepEqual(rows.at(-3), ['tháng 9/2026', 'chưa có số liệu'])
    })

    it('can be taken home as CSV that a spreadsheet reads as text and numbers', async () => {
      const { status, text, headers } = await see({}, true)
      assert.equal(status, 200)
      assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
      assert.equal(headers.get('content-disposition'), 'attachment; filename="so-lieu-2026-11.csv"')
      assert.ok(text.startsWith('\ufeffMã chỉ số,Chỉ số,Đơn vị,Mã cơ sở,Cơ sở,Tháng,Giá trị,Ghi chú\r\n'))
      assert.ok(text.includes('copies,Số bản sách hiện có,bản,,Toàn tỉnh,2026-11,12840,\r\n'))
      assert.ok(text.includes('circulations,Lượt luân chuyển,lượt,TVT,Thư viện tỉnh Lào Cai,2026-10,25,\r\n'))
      assert.ok(text.includes(`copies,Số bản sách hiện có,bản,TUSACH,"'=HYPERLINK(""http://x""),1",2026-11,60,\r\n`))
      assert.ok(text.includes('2026-11,,không công bố\r\n'))
      assert.doesNotMatch(text, /,TUSACH,.*,3,/)
      assert.match((await see()).text, /<a href="\/so-lieu\.csv\?thang=2026-11"[^>]*>Tải 12 tháng, tệp CSV<\/a>/)
      const own = await see({ noi: 'TVT', thang: '2026-10' }, true)
      assert.equal(own.headers.get('content-disposition'), 'attachment; filename="so-lieu-TVT-2026-10.csv"')
      assert.doesNotMatch(own.text, /Toàn tỉnh|CAMDUONG/)
    })

    it('offers the months since the first figure, no other', async () => {
      const { text } = await see()
      const months = [...text.matchAll(/<option value="(\d{4}-\d\d)"/g)].map(([, month]) => month)
      assert.deepEqual([months.length, months[0], months.at(-1)], [9, '2026-11', '2026-03'])
    })

    const misread: [what: string, query: Record<string, string>, sentence: RegExp][] = [
      [
        'a month that is none',
        { thang: '2026-13' },
        /“2026-13” không phải tháng có số liệu\. Dưới đây là tháng 11\/2026\./,
      ],
      ['a month before all figures', { thang: '0001-01' }, /“0001-01” không phải tháng/],
      ['a month to come', { thang: '2026-12' }, /“2026-12” không phải tháng/],
      ['a month as people write it', { thang: '11/2026' }, /“11\/2026” không phải tháng/],
      [
        'an institution that is none',
        { noi: 'KHONGCO' },
        /Không có cơ sở nào mang mã “KHONGCO”\. Dưới đây là số liệu toàn tỉnh\./,
      ],
      ['a script', { noi: '<script>alert(1)</script>' }, /mã “&lt;script&gt;alert\(1\)&lt;\/script&gt;”/],
      ['a long text', { noi: '🙂'.repeat(5000) }, /mã “🙂{40}…”/u],
      ['a nought', { noi: '\u0000x', thang: '2026-10' }, /mã “x”/],
    ]
    for (const [what, query, sentence] of misread) {
      it(`says what it could not read, and what it shows instead: ${what}`, async () => {
        const { status, text } = await see(query)
        assert.equal(status, 200)
        assert.match(text, sentence)
        assert.match(text, /Số liệu · Toàn tỉnh/)
        const file = await see(query, true)
        assert.equal(file.status, 303)
        assert.match(file.headers.get('location') ?? '', /^\/so-lieu\?/)
      })
    }

    it('takes any page number as one there is, and empty questions as none', async () => {
      for (const trang of ['0', '-3', '1.5', '1e9', 'x', '', 'Infinity', '9'.repeat(400)]) {
        const { status, text } = await see({ trang, thang: '', noi: '' })
        assert.equal(status, 200, trang)
        assert.equal(table(text, 'Số bản sách hiện có theo cơ sở, tháng 11/2026').length, 3, trang)
        assert.doesNotMatch(text, /class="notice care"/)
      }
    })

    it('speaks English as well', async () => {
      const { text } = await see({ lang: 'en', noi: 'TUSACH' })
      assert.match(text, /Year to date: not published/)
      assert.match((await see({ lang: 'en' }, true)).text, /^\ufeffIndicator code,/)
    })
  })
})
