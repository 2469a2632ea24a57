import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from './support/app.ts'

let app: TestApp
before(async () => {
  app = await startTestApp()
})
after(() => app?.close())

const textOf = async (path: string): Promise<string> => {
  const answer = await fetch(`${app.url}${path}`)
  assert.equal(answer.status, 200, path)
  return (await answer.text()).replaceAll('&amp;', '&')
}

/** Where a link with these words leads, and the figure in them. */
function linkIn(html: string, words: RegExp): { href: string; count: string } {
  const found = [...html.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].find(([, , label = '']) => words.test(label))
  assert.ok(found, `no link says ${words}`)
  return { href: found[1] ?? '', count: /\d+$/.exec(found[2] ?? '')?.[0] ?? '' }
}

describe('the page of an institution', () => {
  it('leads from a museum to its objects, as many as the search finds', async () => {
    const museum = await textOf('/noi/BTT')
    const { href, count } = linkIn(museum, /^Hiện vật: \d/)
    assert.match(await textOf(href), new RegExp(`<h2[^>]*>${count} kết quả`))
    assert.doesNotMatch(museum, /Sách, tài liệu: |Sách mới về/)
  })

  it('leads from a library to its books and to what came last', async () => {
    const library = await textOf('/noi/TVTAPHIN')
    const { href, count } = linkIn(library, /^Sách, tài liệu: \d/)
    assert.match(await textOf(href), new RegExp(`<h2[^>]*>${count} kết quả`))
    assert.match(await textOf(linkIn(library, /^Sách mới về$/).href), /<h1>[^<]*Thư viện xã Tả Phìn/)
    assert.doesNotMatch(library, /Hiện vật: /)
  })

  it('says so in English too', async () => {
    linkIn(await textOf('/noi/BTT?lang=en'), /^Objects: \d/)
  })
})
