import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { xlsx } from '../../../tests/support/xlsx.ts'
import { registers } from '../../app/registers.ts'
import { newId } from '../../platform/clock.ts'
import { institutionByCode } from '../institutions/index.ts'
import { batchById } from './batch-store.ts'
import { importRoutes } from './routes.ts'

const now = new Date('2026-11-24T02:00:00Z')

describe('the page of a table’s columns', () => {
  let world: TestWorld
  let door: ReturnType<typeof openTestDoor>
  let headers: Record<string, string>

  before(async () => {
    world = await testWorld(now)
    await loadSmallNetwork(world.database)
    door = openTestDoor(importRoutes(world, registers, testSite()), now)
    const institution = (await institutionByCode(world.database, 'TVT'))?.id ?? ''
    headers = as({ rights: [{ right: 'import', institution }] })
  })
  after(() => world.close())

  async function send(name: string, octets: Uint8Array, coding = ''): Promise<string> {
    const body = new FormData()
    for (const [field, value] of Object.entries({ act: newId(), noi: 'TVT', 'bang-ma': coding })) body.set(field, value)
    body.set('tep', new File([new Uint8Array(octets)], name))
    const sent = await door.request('/nghiep-vu/nhap', { method: 'POST', headers, body })
    assert.equal(sent.status, 303)
    return (sent.headers.get('location') ?? '').replace(/\?.*/, '')
  }
  const page = async (path: string) => (await door.request(path, { headers })).text()
  const valueOf = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
  const stateOf = async (path: string) => (await batchById(world.database, path.split('/').at(-1) ?? ''))?.state

  const agree = (path: string, shown: string) => {
    const body = new URLSearchParams({ act: newId(), dong: '1', 'cac-cot': valueOf(shown, 'cac-cot') })
    body.set('trang-tinh', valueOf(shown.slice(shown.indexOf('method="post"')), 'trang-tinh'))
    for (const [at, means] of ['title', 'accessionNumbers'].entries()) body.set(`cot-${at + 1}`, means)
    return door.request(`${path}/cot`, { method: 'POST', headers, body })
  }

  it('takes no word on columns that its reader was not shown', async () => {
    const old = Buffer.from([...Buffer.from('T\xean s\xe1ch;S\xf4 \xd0KCB\nA;1\n', 'latin1')])
    const path = await send('cu.csv', old, 'windows-1252')
    const shown = await page(path)
    // A colleague sends the same file in another coding, and the headings are others.
    assert.equal(await send('cu.csv', old, 'windows-1258'), path)
    const late = await agree(path, shown)
    assert.equal(late.status, 422)
    assert.match(await late.text(), /có người vừa gửi lại tệp này nên các cột đã khác/)
    assert.equal(await stateOf(path), 'mapping')
    assert.equal((await agree(path, await page(path))).status, 303)
    assert.equal(await stateOf(path), 'staging')
  })

  it('looks for the headings of another sheet anew, and for those of the same one where it is told', async () => {
    const row = (...cells: string[]) =>
      `<row>${cells.map(cell => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
    const sheet = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`
    const path = await send(
      'kho.xlsx',
      xlsx({
        sheets: {
          Một: sheet(row('Danh mục'), row('Năm nay'), row('Tên sách', 'ĐKCB'), row('A', '1')),
          Hai: sheet(row('Tên sách', 'ĐKCB'), row('B', '2')),
        },
      }),
    )
    const at = (sheetName: string, headerRow: string) =>
      page(`${path}?${new URLSearchParams({ tu: 'Một', 'trang-tinh': sheetName, dong: headerRow })}`)
    assert.equal(valueOf(await page(path), 'dong'), '3')
    assert.equal(valueOf(await at('Hai', '3'), 'dong'), '1')
    assert.equal(valueOf(await at('Một', '2'), 'dong'), '2')
    assert.match(await at('Một', '9'), /Dòng 9 của bảng không có gì/)
  })
})
