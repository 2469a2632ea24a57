import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { newId } from '../src/platform/clock.ts'
import { sql } from '../src/platform/database/sql.ts'
import { type Example, exampleAddresses } from './support/addresses.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { control, data, iso2709 } from './support/marc.ts'
import { atRest } from './support/owned-things.ts'
import { formsOn, type PageForm } from './support/page-forms.ts'

/** Ends every kind of place in which it could be written, and would do something there; begins as a formula. */
const tag = `=1+1"'><img src=x onerror=alert(1)>`
const markup = `${tag}</script></title></textarea><script>alert(1)</script>`
const statement = `'; drop table card cascade; -- \\`
const odd = `\u0000\u202e\uffff\u0007${'🐃'.repeat(40)}`
const hostile = { markup: markup + statement, length: odd + 'Ế'.repeat(6000) }

let app: TestApp
let pages: readonly Example[] = []
const stored: Example[] = []
const files: Example[] = []
const browsers = new Map<string | undefined, Record<string, string>>([[undefined, { 'sec-fetch-site': 'same-origin' }]])

before(async () => {
  app = await startTestApp()
  const examples = Object.values(await exampleAddresses(app)).flat()
  pages = examples.filter(({ status, file }) => status === undefined && file === undefined)
  for (const { as } of examples) if (!browsers.has(as)) browsers.set(as, await app.signIn(as ?? ''))
})
after(() => app?.close())

const ask = (as: string | undefined, path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, app.url), { headers: browsers.get(as) ?? {}, redirect: 'manual', ...options })

/** No sign of what was typed has become part of the page. */
async function assertHarmless(answer: Response, what: string): Promise<string> {
  const text = await answer.text()
  assert.ok(answer.status < 500, `${what}: ${answer.status}`)
  if (!/html/.test(answer.headers.get('content-type') ?? '')) return text
  assert.doesNotMatch(text, /<script>alert|<img src=x|<\/script><\/title>/, what)
  const scripts = [...text.matchAll(/<script([^>]*)>/g)].map(([, head = '']) => head)
  for (const head of scripts)
    assert.match(head, /^ (src="\/assets\/[\w.-]+\?v=[\w-]+"|type="application\/ld\+json")/, what)
  // What is quoted is quoted whole: no attribute of our own making carries an event or a foreign address.
  assert.doesNotMatch(text, /<[^>"]*(?:"[^"]*"[^>"]*)* on\w+=/, what)
  assert.doesNotMatch(text, /(?:href|src|action)="(?:javascript|data|vbscript):/i, what)
  return text
}

/** Each different form of the pages, with whose page it is on. Leaving and passwords are for other tests. */
async function formsOfAll(): Promise<{ as: string | undefined; page: string; form: PageForm }[]> {
  const found = new Map<string, { as: string | undefined; page: string; form: PageForm }>()
  for (const { as, path } of pages) {
    for (const form of formsOn(await (await ask(as, path)).text(), path)) {
      if (/\/dang-xuat|\/mat-khau/.test(form.action)) continue
      const key = `${form.method} ${form.action.replace(/[0-9a-f-]{36}/, ':id')} ${Object.keys(form.fields).join()}`
      if (!found.has(key)) found.set(key, { as, page: path, form })
    }
  }
  return [...found.values()]
}

function sending({ method, action, fields, files }: PageForm, typed: Record<string, string>): [string, RequestInit] {
  const values = { ...fields, ...('act' in fields ? { act: newId() } : {}), ...typed }
  if (method === 'GET') return [`${action.split('?')[0]}?${new URLSearchParams(values)}`, {}]
  if (files.length === 0) return [action, { method: 'POST', body: new URLSearchParams(values) }]
  const body = new FormData()
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  for (const name of files) body.set(name, new File([typed[name] ?? 'x'], typed[name]?.slice(0, 200) ?? 'x.mrc'))
  return [action, { method: 'POST', body }]
}

describe('what somebody types into any field of any form', () => {
  it('comes back as words or not at all, one field at a time and all at once', async t => {
    const forms = await formsOfAll()
    assert.ok(forms.length > 20)
    let sent = 0
    for (const { as, page, form } of forms) {
      const names = [...Object.keys(form.fields), ...form.files]
      for (const [kind, text] of Object.entries(hostile)) {
        const all = Object.fromEntries(names.map(name => [name, text]))
        for (const typed of [all, ...names.map(name => ({ [name]: text }))]) {
          const what = `${kind} in ${Object.keys(typed).join()} of ${form.method} ${form.action} on ${page}`
          const answer = await ask(as, ...sending(form, typed)).catch((error: unknown) =>
            assert.fail(`${what}: ${String(error)}`),
          )
          await assertHarmless(answer, what)
          assert.notEqual(answer.status, 403, what)
          const next = answer.headers.get('location')
          if (next !== null) {
            assert.ok(next.startsWith('/') && !next.startsWith('//'), `${what} leads to ${next}`)
            await assertHarmless(await ask(as, next), `${what}, then ${next}`)
          }
          sent += 1
        }
      }
    }
    t.diagnostic(`${forms.length} forms, ${sent} sendings`)
    const { cards } = await app.world.database.one<{ cards: number }>(sql`select count(*) as cards from card`)
    assert.ok(cards > 20)
  })

  it('stays words wherever it is shown afterwards', async () => {
    await store()
    let shown = 0
    const quoted = '&lt;img src=x onerror=alert(1)&gt;'
    for (const { as, path } of [...pages, ...stored]) {
      const text = await assertHarmless(await ask(as, path), `${path}, afterwards`)
      if (text.includes(quoted)) shown += 1
    }
    assert.ok(shown > 5, `it is shown on ${shown} pages only`)
  })
})

/** As far as the rules take them: in the names of a library, a reader and a file, and in a book. */
async function store(): Promise<void> {
  const post = async (path: string, fields: Record<string, string>, file?: File) => {
    const body = file === undefined ? new URLSearchParams(fields) : new FormData()
    for (const [name, value] of Object.entries({ ...fields, act: newId() })) body.set(name, value)
    if (file !== undefined && body instanceof FormData) body.set('tep', file)
    const answer = await ask('thu-thu-tinh', path, { method: 'POST', body })
    assert.equal(answer.status, 303, path)
    return answer.headers.get('location') ?? ''
  }
  await post('/nghiep-vu/noi/TVT/sua', { name: tag, about: markup, accessibility: markup })
  await post('/nghiep-vu/ban-doc/TVT/moi', { 'ho-ten': tag, nhom: 'adult' })
  const record = iso2709([
    control('001', tag),
    data('020', '  ', 'a', tag),
    data('100', '1 ', 'a', tag),
    data('245', '10', 'a', markup, 'c', tag),
    data('260', '  ', 'a', tag, 'b', tag, 'c', tag),
    data('650', ' 4', 'a', tag),
    data('856', '40', 'u', 'javascript:alert(1)'),
    data('952', '  ', 'p', tag, 'c', tag, 'o', tag),
  ])
  const batch = await post('/nghiep-vu/nhap', { noi: 'TVT' }, new File([new Uint8Array(record)], tag))
  const id = batch.split('/').at(-1) ?? ''
  await atRest(app, id)
  await post(`${batch}/dua-vao`, {})
  await atRest(app, id)
  const { work } = await app.world.database.one<{ work: string }>(sql`select work from edition where batch = ${id}`)
  stored.push({ path: `/sach/${work}` }, { path: '/tim-kiem?q=onerror' }, { path: batch, as: 'thu-thu-tinh' })
  files.push({ path: `${batch}/danh-sach.csv`, as: 'thu-thu-tinh' }, { path: '/so-lieu.csv?ky=2026-11&noi=TVT' })
}

describe('a file for a spreadsheet', () => {
  it('has no cell that would be reckoned', async () => {
    for (const { as, path } of files) {
      const text = (await (await ask(as, path)).text()).replace(/^\ufeff/, '')
      const cells = [...text.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,\r\n]*)/gm)].map(([, cell = '']) =>
        cell.replace(/^"/, ''),
      )
      assert.ok(
        cells.some(cell => cell.includes('onerror')),
        `${path} shows it`,
      )
      assert.deepEqual(
        cells.filter(cell => /^[=+@\t]|^-\D/.test(cell)),
        [],
        path,
      )
    }
  })
})
