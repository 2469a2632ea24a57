import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { sql } from '../src/platform/database/sql.ts'
import { startTestApp, type TestApp } from './support/app.ts'

let app: TestApp
let hidden: { id: string; title: string; number: string }[]

before(async () => {
  app = await startTestApp()
  hidden = await app.world.database.many(sql`
    select id, facts -> 'title' -> 0 ->> 'text' as title, accession_number as number
    from museum_object where audience <> 'everyone' and deleted_at is null`)
})
after(() => app?.close())

const text = async (path: string): Promise<string> => (await fetch(`${app.url}${path}`)).text()

it('an object that is for staff only comes out of no door that a visitor may open', async () => {
  assert.ok(hidden.length >= 2, 'the demonstration has some')
  const shown = await app.world.database.one<{ id: string; title: string }>(sql`
    select id, facts -> 'title' -> 0 ->> 'text' as title from museum_object where audience = 'everyone' limit 1`)
  const typed = (words: string) => encodeURIComponent(words)
  // The doors are open at all: what everybody may see comes out of them.
  assert.ok((await text(`/api/search?q=${typed(shown.title)}`)).includes(shown.id))
  for (const { id, title, number } of hidden) {
    const doors = [
      `/api/search?q=${typed(title)}`,
      `/api/search?q=${typed(number)}`,
      `/api/suggest?q=${typed(title.slice(0, 8))}`,
      `/tim-kiem?q=${typed(title)}`,
      `/tim-kiem?q=${typed(number)}`,
      '/tim-kiem?loai=object',
      '/duyet/de-tai',
      '/moi',
      '/moi.rss',
      '/',
      '/noi/BTT',
    ]
    for (const door of doors) {
      const answer = await text(door)
      assert.ok(!answer.includes(id), `${door}: the address of ${title}`)
      // What was typed stands in the box and its title; a hit would show the title once more, under its address.
      assert.ok(!answer.includes(`>${title}<`), `${door}: ${title}`)
    }
    for (const form of ['', '?as=json', '?as=dc', '?as=zip'])
      assert.equal((await fetch(`${app.url}/hien-vat/${id}${form}`)).status, 404, `${title}${form}`)
  }
  const { total } = JSON.parse(await text('/api/search?kind=object')) as { total: number }
  const shownOnes = sql`select count(*) as n from museum_object where audience = 'everyone' and deleted_at is null`
  assert.equal(total, (await app.world.database.one<{ n: number }>(shownOnes)).n, 'nor is it counted')
  for (const list of ['/duyet/de-tai', '/tim-kiem?loai=object']) {
    const subjects = await text(list)
    assert.ok(subjects.includes('Nông cụ') && !subjects.includes('Sách chép tay'), `${list}: nor its kind a subject`)
  }
})
