import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '../src/kernel/language.ts'
import { type Addresses, type Example, exampleAddresses } from './support/addresses.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { assertAccessible } from './support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from './support/browser.ts'
import { openTabs, type Tabs } from './support/tabs.ts'
import { assertLight, type FirstLoad } from './support/weight.ts'

const languages: readonly Language[] = ['vi', 'en']
const heaviestPictures = 30_000

let app: TestApp
let browser: TestBrowser
let addresses: Addresses
let tabs: Tabs

before(async () => {
  app = await startTestApp()
  browser = await openBrowser()
  tabs = openTabs(app, browser)
  addresses = await exampleAddresses(app)
})
after(async () => {
  await browser?.close()
  await app?.close()
})

const examples = (wanted: (example: Example) => boolean): Example[] => Object.values(addresses).flat().filter(wanted)
/** Where nothing is, visitors read one page for all, which is looked at apart. */
const isPage = ({ as, file, status }: Example): boolean =>
  file === undefined && status !== 303 && (status !== 404 || as !== undefined)
const called = ({ path, as, status }: Example): string =>
  [path.slice(0, 80), as && `as ${as}`, status && `answering ${status}`].filter(Boolean).join(', ')

/** What a page says, but for what only a script can do: a camera, a desk without a network. A new secret, drawn for each
 *  showing, is hidden. */
async function wordsOf(page: Page): Promise<string> {
  const byScript = await page.locator('[data-by-script]').allInnerTexts()
  const all = await page.locator('body').innerText()
  return byScript
    .reduce((text, part) => text.replace(part, ''), all)
    .replace(/\b[A-Z2-7]{32}\b/, '…')
    .replaceAll(/\s+/g, ' ')
}

/** The one failure that a browser reports of a page that is itself an error. */
const isOwnStatus = (problem: string, { status = 200 }: Example): boolean =>
  status >= 400 && problem.includes(`the server responded with a status of ${status}`)

/** Downloads go out as they are made. */
const isKept = ({ status, headers }: Response): boolean =>
  status === 200 && /^public\b/.test(headers.get('cache-control') ?? '') && !headers.has('content-disposition')

/** Axe looks at each language in one of these, so that it sees both widths and both schemes of every page. */
const looks = { vi: { width: 1280, dark: false }, en: { width: 320, dark: true } }

/** A heading, a title and a language that say what the page is; the same words without scripts; no scroll sideways. */
async function assertReadable(example: Example, lang: Language, withoutScripts: boolean): Promise<void> {
  const page = await tabs.open(example, lang, { width: 320, dark: looks[lang].dark })
  assert.equal(await page.locator('html').getAttribute('lang'), lang)
  assert.equal(await page.locator('h1').count(), 1, `${lang}: one heading names the page`)
  assert.match(await page.title(), /^\S.* · Bậc Thang$/)
  assert.equal(await sidewaysScroll(page), 0, `${lang}: nobody scrolls sideways at 320`)
  if (withoutScripts) {
    const plain = await tabs.open(example, lang, { width: 320, javaScript: false })
    assert.equal(await wordsOf(plain), await wordsOf(page), `${lang}: nothing waits for a script`)
    assert.equal(await sidewaysScroll(plain), 0, `${lang}: nobody scrolls sideways at 320 without scripts`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  assert.equal(await sidewaysScroll(page), 0, `${lang}: nobody scrolls sideways at 1280`)
  const { width, dark } = looks[lang]
  await page.setViewportSize({ width, height: 800 })
  await assertAccessible(page, `${lang}, ${width} pixels, ${dark ? 'dark' : 'light'}`)
}

/**
 * The first example of a public route is read in both languages; its others, and those for whoever is signed in, in one
 * and the other by turns, so that many rooms can be looked at in one sitting.
 */
function languagesOf(example: Example): readonly Language[] {
  const routes = Object.values(addresses)
  const route = routes.findIndex(all => all.includes(example))
  const at = routes[route]?.indexOf(example) ?? 0
  if (at === 0 && example.as === undefined) return languages
  return [(route + at) % 2 === 0 ? 'vi' : 'en']
}

async function assertForEveryone(example: Example): Promise<void> {
  const before = browser.problems.length
  // Scripts are the same in both languages.
  await Promise.all(languagesOf(example).map((lang, at) => assertReadable(example, lang, at === 0)))
  const problems = browser.problems.slice(before).filter(problem => !isOwnStatus(problem, example))
  assert.deepEqual(problems, [], 'the browser has nothing to complain of')
}

describe('every address that answers to GET', () => {
  it('has an example below, and every example belongs to one', () => {
    const patterns = app.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    const lacking = patterns.filter(pattern => (addresses[pattern] ?? []).length === 0)
    assert.deepEqual(lacking, [], `add an example address for ${lacking.join(', ')} in support/addresses.ts`)
    assert.deepEqual(Object.keys(addresses).sort(), patterns.sort())
  })

  it('answers as it should, and to a visitor who has its answer already with 304 alone', async () => {
    for (const example of examples(() => true)) {
      const headers = await tabs.headers(example.as)
      const answer = await fetch(`${app.url}${example.path}`, { headers, redirect: 'manual' })
      const text = await answer.text()
      assert.equal(answer.status, example.status ?? 200, `${called(example)}\n${text.slice(0, 2000)}`)
      const type = example.file ?? (example.status === 303 ? '' : 'text/html')
      assert.ok((answer.headers.get('content-type') ?? '').startsWith(type), called(example))
      if (example.as !== undefined) {
        assert.equal(answer.headers.get('cache-control'), 'no-store', `${called(example)} stays in nobody's cache`)
      } else if (isKept(answer)) {
        const again = await fetch(`${app.url}${example.path}`, {
          headers: { ...headers, 'if-none-match': answer.headers.get('etag') ?? '' },
        })
        assert.deepEqual([again.status, await again.text()], [304, ''], called(example))
      }
    }
  })
})

describe('a public page', () => {
  it('is light: a first load fits in ten segments of TCP', async t => {
    const loads: FirstLoad[] = []
    for (const { path } of examples(one => isPage(one) && one.as === undefined && one.status === undefined)) {
      for (const lang of languages) {
        loads.push(await assertLight(`${app.url}${path}`, await tabs.headers(undefined, lang)))
      }
    }
    const [heaviest] = loads.sort((a, b) => b.bytes - a.bytes)
    assert.ok(heaviest)
    t.diagnostic(
      `heaviest of ${loads.length}: ${heaviest.bytes} bytes (${heaviest.encoding}) ${heaviest.parts[0]?.url}`,
    )
  })

  it('is for everyone: read without JavaScript, on a telephone, in the dark, aloud, in both languages', async t => {
    for (const example of examples(one => isPage(one) && one.as === undefined)) {
      await t.test(called(example), () => assertForEveryone(example))
    }
  })

  it('takes little for pictures, and no picture keeps the first words waiting', async () => {
    const page = await browser.visit()
    const pictures: Promise<number>[] = []
    page.on('requestfinished', request => {
      if (request.resourceType() === 'image') pictures.push(request.sizes().then(sizes => sizes.responseBodySize))
    })
    await page.goto(app.url, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(pictures)).reduce((sum, size) => sum + size, 0)
    assert.ok(bytes <= heaviestPictures, `${bytes} bytes of pictures`)
    const blocking = `performance.getEntriesByType('resource')
      .filter(one => one.renderBlockingStatus === 'blocking').map(one => new URL(one.name).pathname)`
    assert.deepEqual(await page.evaluate(blocking), ['/assets/style.css'])
    assert.equal(await page.locator('img:not([loading=lazy])').count(), 0)
  })
})

describe('a page for whoever is signed in', () => {
  it('is for everyone, and only its tables may be wider than the window', async t => {
    for (const example of examples(one => isPage(one) && one.as !== undefined))
      await t.test(called(example), () => assertForEveryone(example))
  })
})
