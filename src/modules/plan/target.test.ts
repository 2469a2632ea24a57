import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { rawSql } from '../../platform/database/sql.ts'
import { findEntry } from '../../platform/journal/index.ts'
import { institutionByCode } from '../institutions/index.ts'
import { planRoutes } from './routes.ts'
import { setTargets } from './set-targets.ts'
import { decideTargets, type WantedTarget } from './target.ts'
import { parseTargetPeriod, parseWhole } from './target-form.ts'
import { targetHistory, targetsOf } from './target-store.ts'

const now = new Date('2026-02-01T02:00:00Z')
const visits2026 = { indicator: 'visits', year: 2026, month: null }

describe('what is decided of targets', () => {
  const source = 'KH 251/KH-UBND'
  const holding = [{ institution: 'TVT', value: 28_000, source }]
  const decided = (wanted: WantedTarget[], words = { source, reason: '' }) => decideTargets(holding, wanted, words)
  const codes = (result: ReturnType<typeof decideTargets>) => (result.ok ? [] : result.problems.map(({ code }) => code))

  it('is only what differs from what holds', () => {
    const result = decided([
      { institution: 'TVT', value: 28_000 },
      { institution: 'BTT', value: 40_000 },
      { institution: 'TUSACH', value: null },
    ])
    assert.deepEqual(result.ok && result.value, [{ institution: 'BTT', value: 40_000, source, reason: null }])
    assert.deepEqual(codes(decided([{ institution: 'TVT', value: 28_000 }])), ['nothing-changed'])
  })

  it('needs the document of a number, and the reason of an end, said both at once', () => {
    const wanted = [
      { institution: 'TVT', value: null },
      { institution: 'BTT', value: 1 },
    ]
    assert.deepEqual(codes(decided(wanted, { source: '', reason: '' })), ['source-missing', 'reason-missing'])
    const ended = decided([{ institution: 'TVT', value: null }], { source: '', reason: 'Nhập vào đơn vị khác' })
    assert.deepEqual(ended.ok && ended.value, [
      { institution: 'TVT', value: null, source, reason: 'Nhập vào đơn vị khác' },
    ])
    const long = 'x'.repeat(301)
    assert.deepEqual(codes(decided(wanted, { source: long, reason: long })), ['source-too-long', 'reason-too-long'])
  })

  it('reads whole numbers as people and spreadsheets write them, and nothing else', () => {
    for (const typed of ['40000', '40.000', '40,000', '40 000', ' 40\u00a0000 '])
      assert.equal(parseWhole(typed), 40_000)
    for (const typed of ['', '12,5', '1.2.3', '-5', '4e4', '40.00', 'x']) assert.equal(parseWhole(typed), null, typed)
  })

  it('is for a year or a month', () => {
    assert.deepEqual(parseTargetPeriod('2026'), { year: 2026, month: null })
    assert.deepEqual(parseTargetPeriod('2026-03'), { year: 2026, month: 3 })
    for (const typed of ['', '26', '2026-13', '1999', '9999-01', 'x']) assert.equal(parseTargetPeriod(typed), null)
  })
})

describe('targets', () => {
  let world: TestWorld
  const ids: Record<string, string> = {}
  before(async () => {
    world = await testWorld(now)
    await loadSmallNetwork(world.database)
    for (const code of ['TVT', 'BT']) ids[code] = (await institutionByCode(world.database, code))?.id ?? ''
  })
  after(() => world.close())

  const holds = async () =>
    new Map((await targetsOf(world.database, visits2026)).map(({ institution, value }) => [institution, value]))

  it('are superseded and end, and what held before stays', async () => {
    const of = { indicator: 'circulations', year: 2026, month: 3 }
    const set = (value: number | null, reason = '') =>
      setTargets(world, {
        id: newId(),
        by: null,
        ...of,
        source: 'KH 1',
        reason,
        wanted: [{ institution: ids.TVT ?? '', value }],
      })
    for (const value of [100, 120]) assert.deepEqual(await set(value), { ok: true, value: { set: 1 } })
    world.clock.set(new Date('2026-04-01T02:00:00Z'))
    assert.ok((await set(null, 'Sửa nhà')).ok)
    world.clock.set(now)
    assert.deepEqual(
      (await targetHistory(world.database, of, 10)).map(one => [one.value, one.since, one.reason]),
      [
        [null, '2026-04-01', 'Sửa nhà'],
        [120, '2026-02-01', null],
        [100, '2026-02-01', null],
      ],
    )
    assert.deepEqual(
      (await targetsOf(world.database, of)).map(one => one.value),
      [null],
    )
    assert.equal((await targetsOf(world.database, { ...of, month: null })).length, 0, 'a month is not the year')
  })

  it('are set once by one act, however often it is sent, and the journal says by whom', async () => {
    const act = newId()
    const officer = newId()
    const wanted = [{ institution: ids.BT ?? '', value: 40_000 }]
    const given = { ...visits2026, id: act, by: officer, source: 'KH 2', reason: '', wanted }
    const [first, second] = await Promise.all([setTargets(world, given), setTargets(world, given)])
    assert.deepEqual([first, second], [first, first])
    assert.equal((await targetHistory(world.database, visits2026, 10)).length, 1)
    const entry = await findEntry(world.database, act)
    assert.deepEqual([entry?.type, entry?.actor], ['plan.set-targets', officer])
  })

  it('only grow: neither the application nor the owner changes or deletes one', async () => {
    const owner = openDatabase({ url: world.test.ownerUrl, connections: 1 })
    for (const command of ['update target set value = 2', 'delete from target', 'truncate target']) {
      await assert.rejects(owner.run(rawSql(command)), /append-only/, command)
    }
    await owner.close()
  })

  describe('on the officers’ page', () => {
    let door: ReturnType<typeof openTestDoor>
    let officer: Record<string, string>
    before(() => {
      door = openTestDoor(planRoutes(world, testSite()), now)
      officer = as({ rights: [{ right: 'set-targets', institution: null }] })
    })
    const see = async (query: string, who = officer) =>
      (await door.request(`/nghiep-vu/ke-hoach${query}`, { headers: who })).text()
    const send = (fields: Record<string, string>) =>
      door.request('/nghiep-vu/ke-hoach', {
        method: 'POST',
        headers: officer,
        body: new URLSearchParams({ act: newId(), 'chi-so': 'visits', ky: '2026', ...fields }),
      })

    it('have a field for the province and for each institution that is there, with what holds', async () => {
      const html = await see('?chi-so=visits&ky=2026')
      for (const code of ['TOAN-TINH', 'TVT', 'CAMDUONG', 'TUSACH', 'BT']) {
        assert.ok(html.includes(`name="ke-hoach-${code}"`), code)
      }
      assert.ok(!html.includes('ke-hoach-TVYB'), 'a library that was merged is not planned for')
      assert.match(html, /id="ke-hoach-BT"[^>]*value="40000"|value="40000"[^>]*id="ke-hoach-BT"/)
      assert.match(html, /40\.000 · KH 2, từ 1\/2\/2026/)
      assert.match(await see('?chi-so=visits&ky=hom-nay'), /“hom-nay” không phải năm hay tháng\. Dưới đây là năm 2026/)
    })

    it('are typed or pasted from a spreadsheet', async () => {
      const pasted = 'TVT\tThư viện tỉnh\t28.000\r\n\r\ncamduong 1 200\nTOAN-TINH;500000'
      const answer = await send({ nguon: 'KH 3', 'ke-hoach-BT': '40.000', 'ke-hoach-TUSACH': '90', dan: pasted })
      assert.equal(answer.status, 303)
      assert.equal(answer.headers.get('location'), '/nghiep-vu/ke-hoach?ky=2026&chi-so=visits&xong=4')
      const now = await holds()
      const camDuong = (await institutionByCode(world.database, 'CAMDUONG'))?.id ?? ''
      assert.deepEqual(
        [null, ids.TVT ?? '', camDuong, ids.BT ?? ''].map(id => now.get(id)),
        [500_000, 28_000, 1200, 40_000],
      )
      assert.match(await see('?chi-so=visits&ky=2026&xong=4'), /Đã đặt 4 chỉ tiêu/)
    })

    it('say all that is wrong at once and keep what was typed', async () => {
      const answer = await send({
        'ke-hoach-TVT': '12,5',
        'ke-hoach-BT': '9'.repeat(12),
        dan: 'KHONGCO 5\nTUSACH\n<b>',
        nguon: 'KH "4"',
      })
      assert.equal(answer.status, 422)
      const html = await answer.text()
      for (const said of [
        /còn 5 điều cần sửa/,
        /“12,5” không phải số nguyên từ 1/,
        /Số lớn quá 999\.999\.999/,
        /Dòng 1: không có cơ sở nào mang mã “KHONGCO”/,
        /Dòng 2 “TUSACH” cần mã cơ sở rồi đến số/,
        /Dòng 3 “&lt;b&gt;”/,
        /value="12,5"/,
        /KH &quot;4&quot;/,
        /KHONGCO 5/,
      ]) {
        assert.match(html, said)
      }
      const emptied = await send({ 'ke-hoach-BT': '' })
      assert.equal(emptied.status, 422)
      assert.match(await emptied.text(), /Có 1 ô bỏ trống chỗ đang có kế hoạch/)
      assert.equal((await holds()).get(ids.BT ?? ''), 40_000)
    })

    it('are the business of who may set them for the province', async () => {
      const elsewhere = as({ rights: [{ right: 'set-targets', institution: ids.TVT ?? '' }] })
      assert.notEqual((await door.request('/nghiep-vu/ke-hoach', { headers: elsewhere })).status, 200)
    })
  })

  it('of a year hold from the day they were set', async () => {
    const [one] = await targetsOf(world.database, visits2026)
    assert.equal(one?.since, localDate('2026-02-01'))
  })
})
