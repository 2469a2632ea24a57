import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Example, exampleAddresses } from './support/addresses.ts'
import { startTestApp, type TestApp } from './support/app.ts'

/** Of links that lead to pages of one kind with the same questions, so many are followed. */
const followed = 3

let app: TestApp
let examples: Example[]

before(async () => {
  app = await startTestApp()
  examples = Object.values(await exampleAddresses(app)).flat()
})
after(() => app?.close())

/** Pages of one route with the same questions in their address are of one kind. */
function kindOf({ pathname, searchParams }: URL): string {
  const patterns = app.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const pattern = patterns.find(path => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(pathname))
  return `${pattern ?? pathname}?${[...searchParams.keys()].sort().join('&')}`
}

interface Link {
  readonly url: URL
  readonly on: string
}

/** Where a page leads; one that is an error leads to itself only in the other language, which is one too. */
function linksOf(html: string, { path, status }: Example): Link[] {
  const own = new URL(path, app.url)
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)]
    .map(([, href = '']) => ({ url: new URL(href.replaceAll('&amp;', '&'), own), on: path }))
    .filter(({ url }) => url.protocol.startsWith('http'))
    .filter(({ url }) => status === undefined || url.pathname !== own.pathname)
}

async function assertLinksLead(as: string | undefined): Promise<number> {
  const headers = as === undefined ? {} : await app.signIn(as)
  const links: Link[] = []
  for (const example of examples.filter(one => one.as === as && one.file === undefined)) {
    const answer = await fetch(`${app.url}${example.path}`, { headers })
    links.push(...linksOf(await answer.text(), example))
  }
  const kinds = new Map<string, number>()
  const texts = new Map<string, string>()
  for (const { url, on } of links) {
    assert.equal(url.origin, app.url, `${on} leads to another house: ${url}`)
    const address = `${url.pathname}${url.search}`
    if (!texts.has(address)) {
      const before = kinds.get(kindOf(url)) ?? 0
      kinds.set(kindOf(url), before + 1)
      if (before >= followed) continue
      const answer = await fetch(`${app.url}${address}`, { headers })
      assert.ok(answer.status < 400, `${on} links to ${address}, which answers ${answer.status}`)
      texts.set(address, await answer.text())
    }
    const id = decodeURIComponent(url.hash.slice(1))
    assert.ok(id === '' || texts.get(address)?.includes(` id="${id}"`), `${on}: nothing is #${id} on ${address}`)
  }
  return texts.size
}

describe('every link leads somewhere', () => {
  for (const as of [undefined, 'thu-thu-tinh', 'quan-tri', 'can-bo-so', 'giu-tu-suoi-thau', 'ban-doc-01']) {
    it(`that ${as ?? 'a visitor'} sees`, async t => {
      t.diagnostic(`${await assertLinksLead(as)} addresses followed`)
    })
  }
})
