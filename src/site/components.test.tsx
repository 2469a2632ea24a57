import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Child } from 'hono/jsx'
import { renderToString } from 'hono/jsx/dom/server'
import { statusOf } from '../platform/http/index.ts'
import { galleryFrame } from './gallery.tsx'
import { galleryTiles } from './gallery-tiles.ts'
import * as site from './index.ts'
import { pagesAround } from './pager.tsx'

/** A piece of a page as text. */
const html = (piece: Child): string => renderToString(<>{piece}</>)

describe('a field', () => {
  const form = { typed: { the: 'TN-000', mk: 'bí mật' }, errors: [{ field: 'the', text: 'Số thẻ có sáu chữ số.' }] }

  it('keeps what was typed and ties its error and help to the control', () => {
    const field = html(<site.TextField name="the" label="Số thẻ" help="Như TN-000123." form={form} />)
    assert.match(field, /value="TN-000"/)
    assert.match(field, /aria-invalid="true" aria-describedby="the-giup the-loi"/)
    assert.match(field, /<p class="why" id="the-loi">Số thẻ có sáu chữ số\.<\/p>/)
  })

  it('says its label, its help and its error before the control', () => {
    const field = html(<site.TextField name="the" label="Số thẻ" help="Như TN-000123." form={form} />)
    const order = ['<label', 'the-giup"', 'the-loi"', '<input'].map(part => field.indexOf(part))
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    )
  })

  it('never gives a password back', () => {
    const field = html(<site.PasswordField name="mk" label="Mật khẩu" form={form} />)
    assert.doesNotMatch(field, /bí mật|value=/)
  })

  it('chooses what was typed before what was stored', () => {
    const choices = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]
    const typed = { typed: { kieu: 'b' }, errors: [] }
    const field = html(<site.SelectField name="kieu" label="Kiểu" value="a" choices={choices} form={typed} />)
    assert.match(field, /<option value="b" selected="">/)
    assert.doesNotMatch(field, /<option value="a" selected/)
  })
})

describe('an error summary', () => {
  it('leads to each field and says that nothing typed is lost', () => {
    const form = { typed: {}, errors: [{ field: 'the', text: 'Số thẻ có sáu chữ số.' }] }
    const summary = html(<site.ErrorSummary lang="vi" title="Chưa ghi được, còn 1 điều cần sửa" form={form} />)
    assert.match(summary, /role="alert"/)
    assert.match(summary, /<a href="#the">Số thẻ có sáu chữ số\.<\/a>/)
    assert.match(summary, /vẫn còn nguyên/)
  })

  it('is nothing when there is no error', () =>
    assert.equal(html(<site.ErrorSummary lang="vi" title="" form={site.emptyForm} />), ''))
})

describe('filters', () => {
  const choice = (label: string, count: number, checked: boolean) => ({ value: label, label, count, checked })

  it('drop a choice without hits unless it is chosen', () => {
    const group = { name: 'tieng', legend: 'Tiếng', choices: [choice('Dao', 0, true), choice('Anh', 0, false)] }
    const filters = html(<site.Filters lang="vi" action="/tim-kiem" groups={[group]} />)
    assert.match(filters, /Dao/)
    assert.doesNotMatch(filters, /Anh/)
  })

  it('drop a question without answers', () => {
    const group = { name: 'tieng', legend: 'Tiếng', choices: [choice('Anh', 0, false)] }
    assert.doesNotMatch(html(<site.Filters lang="vi" action="/tim-kiem" groups={[group]} />), /Tiếng/)
  })
})

describe('a pager', () => {
  it('shows at most five pages, the present one among them, none twice and none that is not there', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [page, pages] = [Math.min(a, b), Math.max(a, b)]
        const shown = pagesAround(page, pages)
        assert.equal(shown.length, Math.min(5, pages))
        assert.ok(shown.includes(page) && shown.every(number => number >= 1 && number <= pages))
        assert.equal(new Set(shown).size, shown.length)
      }),
    ))

  it('is nothing for one page', () =>
    assert.equal(html(<site.Pager lang="vi" page={1} pages={1} href={page => `?trang=${page}`} />), ''))

  it('says which page is shown', () => {
    const pager = html(<site.Pager lang="vi" page={2} pages={3} href={page => `/noi?trang=${page}`} />)
    assert.match(pager, /aria-current="page">2</)
    assert.match(pager, /href="\/noi\?trang=3" rel="next"/)
  })
})

describe('a table', () => {
  const columns = [
    { label: 'Xã', head: true, cell: (row: { place: string }) => row.place },
    { label: 'Bản', numeric: true, sorted: 'descending' as const, cell: () => '1.240' },
  ]

  it('says a sentence instead of an empty grid', () => {
    const empty = <site.DataTable lang="vi" caption="Số bản" columns={columns} rows={[]} empty="Chưa có bản nào." />
    assert.equal(html(empty), '<p>Chưa có bản nào.</p>')
  })

  it('names its rows, its order and its cells', () => {
    const rows = [{ place: 'Tả Phìn' }]
    const table = html(<site.DataTable lang="vi" caption="Số bản" columns={columns} rows={rows} empty="" />)
    assert.match(table, /<th role="rowheader" scope="row">Tả Phìn<\/th>/)
    assert.match(table, /class="number" aria-sort="descending">Bản<small>đang xếp giảm dần/)
    assert.match(table, /<td role="cell" class="number" data-l="Bản">1\.240<\/td>/)
  })
})

describe('a diagram of the province', () => {
  it('draws tiles of one kind as one path and says in a sentence what it shows', () => {
    const tiles = galleryTiles(index => (index === 3 ? 'here' : 'plain'))
    const map = html(<site.TileMap lang="vi" sentence="Sơ đồ 99 xã, phường" tiles={tiles} />)
    assert.equal(tiles.length, 99)
    assert.equal(map.match(/<path/g)?.length, 2)
    assert.equal(map.match(/M-?[\d.]+ \d+l15/g)?.length, 99)
    assert.match(map, /role="img" aria-label="Sơ đồ 99 xã, phường"/)
    assert.match(map, /không phải địa giới hành chính/)
  })

  it('shifts odd rows by half a tile', () => {
    const at = (col: number, row: number) => ({ col, row, name: '', kind: 'plain' as const })
    const map = html(<site.TileMap lang="vi" sentence="" tiles={[at(2, 0), at(2, 1)]} />)
    assert.match(map, /M60 0l/)
    assert.match(map, /M75 26l/)
  })

  it('names every tile that leads somewhere, and then is no picture', () => {
    const tiles = galleryTiles(() => 'plain').map(tile => ({ ...tile, href: '/xa/02647' }))
    const map = html(<site.TileMap lang="vi" sentence="Chọn một xã" tiles={tiles} />)
    assert.doesNotMatch(map, /role="img"/)
    assert.equal(map.match(/<a href="\/xa\/02647" aria-label="Xã mẫu \d+">/g)?.length, 99)
  })
})

describe('silence', () => {
  it('breaks a line', () => {
    const line = html(<site.Sparkline values={[1, 2, null, 4, 5]} />)
    assert.equal(line.match(/<polyline/g)?.length, 2)
  })

  it('is a dash under a chart and not a bar of nothing', () => {
    const bars = [
      { label: '1', value: null },
      { label: '2', value: 0 },
      { label: '3', value: 8 },
    ]
    const chart = html(<site.BarChart lang="vi" sentence="Cao nhất" bars={bars} />)
    assert.equal(chart.match(/class="silent"/g)?.length, 1)
    assert.match(chart, /aria-label="Cao nhất 8\."/)
  })

  it('is said on a tile, which then has no bar', () => {
    const tile = html(<site.StatTile lang="vi" name="Bản" figure={null} silentSince="19/11" value={1} plan={2} />)
    assert.match(tile, /Chưa có số liệu từ 19\/11/)
    assert.doesNotMatch(tile, /<svg/)
  })
})

describe('a page', () => {
  const frame = galleryFrame('/noi/TVT', name => `/assets/${name}`)

  it('is a whole document in its language', () => {
    const page = html(
      <site.Page frame={{ ...frame, lang: 'en' }} title="Places">
        <h1>Places</h1>
      </site.Page>,
    )
    assert.match(page, /^<!doctype html><html lang="en">/)
    assert.match(page, /<title>Places · Bậc Thang<\/title>/)
    assert.match(page, /<a href="[^"]+" lang="vi" hreflang="vi">Tiếng Việt<\/a>/)
  })

  it('marks the menu item it lies under', () => {
    const page = html(<site.Page frame={frame} title="Thư viện tỉnh" />)
    assert.match(page, /<a href="\/noi" aria-current="page">/)
    assert.doesNotMatch(page, /<a href="\/tim-kiem" aria-current/)
  })

  it('says that its data is invented when it is', () => {
    assert.match(html(<site.Page frame={frame} title="a" />), /Dữ liệu mẫu/)
    assert.doesNotMatch(html(<site.Page frame={{ ...frame, demo: false }} title="a" />), /Dữ liệu mẫu/)
  })

  it('lets no text become markup', () => {
    const page = html(
      <site.Page frame={frame} title="</title><script>1</script>">
        <site.ResultList items={[{ icon: 'book', title: [{ mark: '<img>' }], href: '/"onx="' }]} />
      </site.Page>,
    )
    assert.doesNotMatch(page, /<script>1|<img>|"onx="/)
  })

  it('offers to sign out only to whoever is signed in', () => {
    assert.doesNotMatch(html(<site.Page frame={frame} title="a" />), /data-sign-out/)
    const viewer = { ...frame.viewer, person: 'p' }
    assert.match(html(<site.Page frame={{ ...frame, viewer }} title="a" />), /data-sign-out/)
  })
})

describe('being turned away', () => {
  const frame = galleryFrame('/', name => `/assets/${name}`)
  for (const lang of ['vi', 'en'] as const) {
    for (const code of Object.keys(statusOf) as (keyof typeof statusOf)[]) {
      it(`says what happened and gives a code to quote: ${code}, ${lang}`, () => {
        const turned =
          code === 'too-large'
            ? { code, limit: 262_144 }
            : code === 'too-often'
              ? { code, seconds: 30 }
              : code === 'finish-sign-in'
                ? { code, step: 'enter-code' as const }
                : code === 'books-closed'
                  ? { code, year: 2025 }
                  : { code }
        const page = html(<site.TurnedPage frame={{ ...frame, lang }} turned={turned} code="K73F2Q" />)
        assert.match(page, new RegExp(`${statusOf[code]}</p><h1>[^<]{8,}</h1><p>[^<]{30,}</p>`))
        assert.match(page, /K73F2Q/)
      })
    }
  }
})

describe('a count', () => {
  it('keeps its thousands apart as the language does', () => {
    assert.equal(site.formatCount(1_240_000, 'vi'), '1.240.000')
    assert.equal(site.formatCount(1240, 'en'), '1,240')
    assert.equal(site.formatCount(999, 'vi'), '999')
  })
})

describe('a QR code', () => {
  it('is drawn dark on light with its address for those who listen', () => {
    const code = html(<site.Qr lang="vi" address="https://bacthang.example/s/7F3K" />)
    assert.match(code, /aria-label="Mã QR dẫn tới https:\/\/bacthang\.example\/s\/7F3K"/)
    assert.match(code, /M0 0h7v1h-7z/)
  })
})
