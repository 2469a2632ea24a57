import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { loadSmallNetwork, smallNetwork } from '../../../tests/support/institutions.ts'
import { localDate } from '../../kernel/local-date.ts'
import { localized } from '../../kernel/localized-text.ts'
import { fixedClock, newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { listEntries } from '../../platform/journal/index.ts'
import { placeByCode } from '../places/index.ts'
import { changeInstitution } from './change.ts'
import {
  branchesOf,
  closedDaysOf,
  foundInstitution,
  homeNetwork,
  type Institution,
  institutionByCode,
  institutionById,
  institutionDocument,
  libraries,
  listInstitutions,
  loadInstitutions,
  networkMap,
  noInstitutionsPort,
  policyOf,
  type StockChange,
} from './index.ts'
import { countByKind, formerNamesOf, lineageOf, pairedWith } from './store.ts'

const today = localDate('2026-11-24')
const now = new Date('2026-11-24T02:00:00Z')
const clock = fixedClock(now)

describe('institutions in a database', () => {
  let test: TestDatabase
  let db: Db
  const stock: StockChange[] = []
  const changed: string[] = []
  const port = {
    onChanged: async (_tx: Db, institutions: readonly Institution[]) => {
      changed.push(...institutions.map(({ code }) => code))
    },
    recordStock: async (_tx: Db, _act: { readonly id: string }, changes: readonly StockChange[]) => {
      stock.push(...changes)
    },
  }

  before(async () => {
    test = await testDatabase()
    db = test.db
    await loadSmallNetwork(db, port)
  })
  after(() => test.close())

  const needed = async (code: string): Promise<Institution> => {
    const institution = await institutionByCode(db, code)
    assert.ok(institution, code)
    return institution
  }
  const codes = (institutions: readonly { readonly code: string }[]) => institutions.map(({ code }) => code)
  const all = { limit: 50, offset: 0 }

  describe('loading', () => {
    it('tells search of each, and the ledger of each beginning and end', () => {
      assert.equal(changed.length, smallNetwork.institutions.length)
      assert.equal(stock.filter(({ quantity }) => quantity === 1).length, 7)
      assert.deepEqual(
        stock.filter(({ quantity }) => quantity === -1).map(({ occurredAt }) => occurredAt.toISOString()),
        ['2025-06-30T17:00:00.000Z', '2025-06-30T17:00:00.000Z'],
      )
    })

    it('twice adds nothing', async () => {
      const again = await db.transaction(tx => loadInstitutions(tx, { id: newId() }, smallNetwork, noInstitutionsPort))
      assert.equal(again, 0)
    })

    it('refuses a file that contradicts itself, whole', async () => {
      const bad = {
        institutions: [
          { code: 'AA', kind: 'school', name: 'A', parent: 'BB', validFrom: '2020-01-01' },
          { code: 'BB', kind: 'school', name: 'B', parent: 'AA', validFrom: '2020-01-01' },
        ],
      }
      const load = (file: unknown) =>
        db.transaction(tx => loadInstitutions(tx, { id: newId() }, file, noInstitutionsPort))
      await assert.rejects(load(bad), /each other’s parents/)
      await assert.rejects(
        load({ institutions: [{ code: 'AA', kind: 'castle', name: 'A', validFrom: '2020-01-01' }] }),
        /castle is no kind/,
      )
      const lost = [
        { code: 'AA', kind: 'school', name: 'A', validFrom: '2020-01-01', facilities: [{ place: '99999' }] },
      ]
      await assert.rejects(load({ institutions: lost }), /no place has the code 99999/)
      assert.equal(await institutionByCode(db, 'AA'), null)
    })

    it('puts a house into the unit of each time: Cam Đường now, Nam Cường before', async () => {
      const library = await needed('CAMDUONG')
      const place = await placeByCode(db, '02671', today)
      assert.equal(library.place, place?.id)
      const then = await listInstitutions(
        db,
        { on: localDate('2025-06-30'), places: [(await placeByCode(db, '02671', localDate('2025-06-30')))?.id ?? ''] },
        all,
      )
      assert.deepEqual(codes(then.institutions), ['CAMDUONG'])
    })
  })

  describe('the directory', () => {
    it('lists what is there on a day, in the order of a dictionary', async () => {
      const list = await listInstitutions(db, { on: today }, all)
      assert.deepEqual(codes(list.institutions), ['BT', 'CAMDUONG', 'TVT', 'HTCD', 'TUSACH'])
      assert.equal(list.total, 5)
      const before = await listInstitutions(db, { on: localDate('2025-06-30') }, all)
      assert.ok(codes(before.institutions).includes('TVYB'))
      assert.ok(!codes(before.institutions).includes('TVT'))
    })

    it('is searched without marks, counted by kind and cut into pages', async () => {
      const found = await listInstitutions(db, { on: today, folded: 'cam duong' }, all)
      assert.deepEqual(codes(found.institutions), ['CAMDUONG', 'HTCD'])
      assert.equal((await countByKind(db, { on: today, kind: 'museum' })).get('commune-library'), 1)
      const page = await listInstitutions(db, { on: today }, { limit: 2, offset: 2 })
      assert.deepEqual([codes(page.institutions), page.total], [['TVT', 'HTCD'], 5])
    })

    it('takes a percent sign and quotes for what they are', async () => {
      for (const folded of ['%', "'", '_', '\\']) {
        assert.equal((await listInstitutions(db, { on: today, folded }, all)).total, 0, folded)
      }
    })

    it('knows a code typed small', async () => {
      assert.equal((await needed('tvt')).code, 'TVT')
      assert.equal(await institutionByCode(db, 'nope'), null)
    })

    it('tells what lends', async () => {
      assert.deepEqual(codes(await libraries(db, today)), ['CAMDUONG', 'TVT', 'TUSACH'])
    })
  })

  describe('the tree', () => {
    it('gives an institution with all below it', async () => {
      const ids = await branchesOf(db, (await needed('TVT')).id)
      const found = await Promise.all(ids.map(async id => (await institutionById(db, id))?.code))
      assert.deepEqual(new Set(found), new Set(['CAMDUONG', 'TUSACH', 'TVT']))
    })

    it('hands the loan policy down, each rule from the nearest that sets it', async () => {
      const policy = async (code: string) => policyOf(db, (await needed(code)).id)
      assert.deepEqual(await policy('TUSACH'), { loanDays: 21, maxLoans: 3, renewals: 2, graceDays: 7 })
      assert.deepEqual(await policy('TVT'), { loanDays: 21, maxLoans: 5, renewals: 2, graceDays: 7 })
    })

    it('ends even where somebody wrote a circle of parents', async () => {
      await db.transaction(async tx => {
        const [top, low] = [(await needed('TVT')).id, (await needed('TUSACH')).id]
        await tx.run(sql`update institution set parent = ${low} where id = ${top}`)
        assert.equal((await branchesOf(tx, top)).length, 3)
        assert.equal((await policyOf(tx, low)).maxLoans, 3)
        await tx.run(sql`update institution set parent = null where id = ${top}`)
      })
    })
  })

  it('two under one roof know each other', async () => {
    assert.deepEqual(codes(await pairedWith(db, (await needed('CAMDUONG')).id, today)), ['HTCD'])
    assert.deepEqual(codes(await pairedWith(db, (await needed('HTCD')).id, today)), ['CAMDUONG'])
  })

  it('two libraries became one', async () => {
    const edges = await lineageOf(db, (await needed('TVT')).id)
    assert.deepEqual(
      edges.map(({ kind, on }) => [kind, on]),
      [
        ['merge', '2025-07-01'],
        ['merge', '2025-07-01'],
      ],
    )
  })

  it('closed days follow the hours, the moon too; without hours no day is called closed', async () => {
    const isClosed = await closedDaysOf(db, (await needed('TVT')).id)
    assert.deepEqual(
      ['2026-11-24', '2026-11-28', '2027-02-06', '2027-02-08'].map(day => isClosed(localDate(day))),
      [false, true, true, false],
    )
    assert.equal((await closedDaysOf(db, (await needed('BT')).id))(localDate('2027-02-06')), false)
  })

  it('the diagram counts institutions in the units of today', async () => {
    const map = await networkMap(db, today)
    const counts = map.communes.filter(({ count }) => count > 0).map(({ code, count }) => [code, count])
    assert.equal(map.communes.length, 99)
    assert.deepEqual(counts, [
      ['02671', 3],
      ['02647', 2],
      ['04252', 1],
    ])
    assert.equal(map.total, 5)
  })

  it('the home page hears where something is open', async () => {
    const home = await homeNetwork(db, 'vi', now)
    assert.deepEqual(
      home.tiles.filter(({ open }) => open).map(({ code }) => code),
      ['02671', '02647'],
    )
    assert.deepEqual(
      home.openNow.map(({ code, state }) => [code, state.text]),
      [
        ['CAMDUONG', 'Đang mở, đến 11:30'],
        ['TVT', 'Đang mở, đến 11:30'],
      ],
    )
  })

  it('search is told its names, its kind in words and where it is', async () => {
    const document = await institutionDocument(db, await needed('CAMDUONG'), now)
    assert.deepEqual([document.url, document.line], ['/noi/CAMDUONG', 'Thư viện xã, phường · Phường Cam Đường'])
    assert.deepEqual([document.places, document.current], [['02671'], true])
  })

  describe('founding', () => {
    const draft = async (code: string): Promise<Institution> => ({
      ...(await needed('TUSACH')),
      id: newId(),
      code,
      parent: null,
      name: localized('vi', 'Thư viện cộng đồng Ánh Dương'),
      kind: 'community-library',
      validFrom: today,
      demo: false,
    })

    it('is one act: the same again changes nothing, and a journal row says who did it', async () => {
      const institution = await draft('ANHDUONG')
      const act = { id: newId(), actor: newId(), institution, facilities: [] }
      const world = { database: test.db, clock }
      const first = await foundInstitution(world, noInstitutionsPort, act)
      assert.deepEqual(first, await foundInstitution(world, noInstitutionsPort, act))
      assert.ok(first.ok)
      const [entry] = await listEntries(db, { institutions: [institution.id], limit: 10 })
      assert.deepEqual([entry?.type, entry?.actor], ['institutions.found', act.actor])
    })

    it('refused leaves nothing behind', async () => {
      const institution = await draft('TVT')
      const act = { id: newId(), actor: null, institution, facilities: [] }
      const refusal = await foundInstitution({ database: test.db, clock }, noInstitutionsPort, act)
      assert.deepEqual(refusal, { ok: false, problems: [{ code: 'code-taken', typed: 'TVT' }] })
      assert.equal(await institutionById(db, institution.id), null)
    })
  })

  describe('changing', () => {
    const change = async (code: string, name: string, nameWas: 'renamed' | 'misspelt') => {
      const { id, ...before } = await needed(code)
      const changes = { ...before, name: localized('vi', name) }
      const act = { id: newId(), actor: null, institution: id, changes, nameWas }
      const result = await changeInstitution({ database: test.db, clock }, port, act)
      assert.ok(result.ok)
      return id
    }

    it('a new name leaves the old one with its last day, and both are found', async () => {
      const id = await change('BT', 'Bảo tàng Lào Cai', 'renamed')
      const former = (await formerNamesOf(db, id)).map(({ name, validTo }) => [name[0]?.text, validTo])
      assert.deepEqual(former, [['Bảo tàng tỉnh', '2026-11-23']])
      for (const folded of ['bao tang tinh', 'bao tang lao cai']) {
        assert.deepEqual(codes((await listInstitutions(db, { on: today, folded }, all)).institutions), ['BT'])
      }
      assert.equal(changed.at(-1), 'BT')
    })

    it('a slip of the pen is mended without a trace among the names', async () => {
      const id = await change('HTCD', 'Trung tâm học tập cộng đồng Cam Đường', 'misspelt')
      assert.deepEqual(await formerNamesOf(db, id), [])
    })
  })
})
