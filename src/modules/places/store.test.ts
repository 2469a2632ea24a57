import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { placeFiles } from '../../../tests/support/places.ts'
import { localDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import {
  type Candidate,
  childrenOf,
  communesOn,
  findByName,
  lineageUp,
  loadPlaces,
  onTodaysMap,
  placeByCode,
  placeDocuments,
  placesWithCode,
  successorsOf,
  tilesOn,
} from './index.ts'
import type { PlaceOn } from './place.ts'

const eve = localDate('2025-06-30')
const reform = localDate('2025-07-01')
const today = localDate('2026-11-24')

describe('places in a database', () => {
  let test: TestDatabase
  let db: Db
  let changed: readonly string[] = []

  before(async () => {
    test = await testDatabase()
    db = test.db
    await db.transaction(tx =>
      loadPlaces(tx, placeFiles(), {
        onChanged: async (_tx, places) => {
          changed = places
        },
      }),
    )
  })
  after(() => test.close())

  const name = (place: PlaceOn | null | undefined): string => place?.name[0]?.text ?? 'none'
  const idOf = async (code: string, on = today): Promise<string> => (await placeByCode(db, code, on))?.id ?? 'none'
  const seen = (candidates: readonly Candidate[]): string[] =>
    candidates.map(({ place, within }) => `${name(place)}, ${name(within)}`)

  describe('loading', () => {
    it('tells which places are new, once', async () => {
      assert.equal(changed.length, 431)
      assert.equal(await db.transaction(tx => loadPlaces(tx, placeFiles())), 0)
      assert.equal((await db.one<{ n: number }>(sql`select count(*) as n from place_lineage`)).n, 313)
    })

    it('leaves alone what people have corrected since', async () => {
      await db.transaction(async tx => {
        const place = await idOf('02647')
        await tx.run(sql`update place_version set legal_basis = 'đã sửa' where place = ${place}`)
        await loadPlaces(tx, placeFiles())
        const kept = await tx.one<{ legal_basis: string }>(
          sql`select legal_basis from place_version where place = ${place}`,
        )
        assert.equal(kept.legal_basis, 'đã sửa')
      })
    })
  })

  describe('a code on a day', () => {
    it('gives two names for 02647 on two days', async () => {
      assert.equal(name(await placeByCode(db, '02647', eve)), 'Phường Kim Tân')
      assert.equal(name(await placeByCode(db, '02647', reform)), 'Phường Lào Cai')
      assert.deepEqual((await placesWithCode(db, '02647')).map(name), ['Phường Kim Tân', 'Phường Lào Cai'])
    })

    it('moved from Trạm Tấu to Hạnh Phúc, while the name Trạm Tấu moved to the code of Pá Hu', async () => {
      assert.equal(name(await placeByCode(db, '04585', eve)), 'Thị trấn Trạm Tấu')
      assert.equal(name(await placeByCode(db, '04585', today)), 'Xã Hạnh Phúc')
      assert.equal(name(await placeByCode(db, '04606', eve)), 'Xã Pá Hu')
      assert.equal(name(await placeByCode(db, '04606', today)), 'Xã Trạm Tấu')
    })

    it('means nothing when nothing bears it', async () => {
      assert.equal(await placeByCode(db, '99999', today), null)
      assert.equal(await placeByCode(db, '080', today), null)
    })
  })

  describe('the units of a day', () => {
    it('are 99 now and 319 before, in the order of a dictionary by name', async () => {
      const now = (await communesOn(db, today)).map(name)
      assert.equal(now.length, 99)
      assert.equal((await communesOn(db, eve)).length, 319)
      assert.deepEqual(now.slice(0, 2), ['Xã A Mú Sung', 'Phường Âu Lâu'])
    })

    it('lie in districts before and in the province now', async () => {
      const cam = await childrenOf(db, await idOf('139', eve), eve)
      assert.equal(cam.length, 12)
      assert.equal((await childrenOf(db, await idOf('15'), today)).length, 99)
      assert.equal((await childrenOf(db, await idOf('139', eve), today)).length, 0)
    })

    it('have one cell each on the diagram', async () => {
      const tiles = await tilesOn(db, today)
      assert.equal(tiles.length, 99)
      assert.equal(new Set(tiles.map(({ col, row }) => `${col},${row}`)).size, 99)
    })
  })

  describe('lineage', () => {
    it('leads from Nam Cường of Lào Cai to Cam Đường, which keeps the code', async () => {
      const [next, ...more] = await successorsOf(db, await idOf('02671', eve))
      assert.deepEqual(
        [name(next?.place), next?.place.code, next?.share, more.length],
        ['Phường Cam Đường', '02671', 1, 0],
      )
    })

    it('puts figures of many old units on the map of today in one question', async () => {
      const old = await communesOn(db, eve)
      const map = await onTodaysMap(
        db,
        old.map(place => place.id),
        today,
      )
      assert.equal(map.size, 319)
      const sums = new Map<string, number>()
      for (const shares of map.values()) {
        for (const { place, share } of shares) sums.set(place.id, (sums.get(place.id) ?? 0) + share)
      }
      assert.equal(sums.size, 99)
      assert.equal(
        [...sums.values()].reduce((a, b) => a + b, 0),
        319,
      )
    })

    it('counts a district for the province that holds its land now', async () => {
      const district = await idOf('139', eve)
      const shares = (await onTodaysMap(db, [district], today)).get(district) ?? []
      assert.deepEqual(
        shares.map(({ place, share }) => [name(place), place.code, share]),
        [['Tỉnh Lào Cai', '15', 1]],
      )
    })

    it('tells what a ward was made of, in the order of names', async () => {
      const made = await lineageUp(db, await idOf('02647'))
      assert.deepEqual(
        made.map(({ place }) => name(place)),
        ['Xã Bản Phiệt', 'Phường Cốc Lếu', 'Phường Duyên Hải', 'Phường Kim Tân', 'Phường Lào Cai', 'Xã Vạn Hòa'],
      )
      assert.ok(made.every(({ on, share, kind }) => on === reform && share === 1 && kind === 'merge'))
    })

    it('is empty for a place that stayed itself', async () => {
      assert.deepEqual(await lineageUp(db, await idOf('04489')), [])
      assert.deepEqual(await successorsOf(db, await idOf('04489')), [])
    })
  })

  describe('a typed name', () => {
    const find = (typed: string, on: string | null = null, district?: string) =>
      findByName(db, typed, { today, on: on === null ? null : localDate(on), ...(district ? { district } : {}) })

    it('that two places bore gives both: Xã Tân Thịnh', async () => {
      assert.deepEqual(seen(await find('Xã Tân Thịnh')), [
        'Xã Tân Thịnh, Thành phố Yên Bái',
        'Xã Tân Thịnh, Huyện Văn Chấn',
      ])
    })

    it('with its district gives one', async () => {
      for (const typed of [
        'Tân Thịnh, huyện Văn Chấn',
        'tan thinh (van chan)',
        'xã Tân Thịnh, H. Văn Chấn, tỉnh Yên Bái',
      ]) {
        assert.deepEqual(seen(await find(typed)), ['Xã Tân Thịnh, Huyện Văn Chấn'], typed)
      }
      assert.deepEqual(seen(await find('Tân Thịnh', null, 'Yên Bái')), ['Xã Tân Thịnh, Thành phố Yên Bái'])
      assert.deepEqual(await find('Tân Thịnh, Hà Nội'), [])
    })

    it('of May 2025 asks which city: Nam Cường', async () => {
      const candidates = await find('Nam Cường', '2025-05-12')
      assert.deepEqual(seen(candidates), ['Phường Nam Cường, Thành phố Lào Cai', 'Phường Nam Cường, Thành phố Yên Bái'])
      assert.deepEqual(
        candidates.map(({ today: now }) => now.map(({ place }) => name(place))),
        [['Phường Cam Đường'], ['Phường Nam Cường']],
      )
    })

    it('of today is the one that survives', async () => {
      assert.deepEqual(seen(await find('phuong nam cuong', '2026-11-24')), ['Phường Nam Cường, Tỉnh Lào Cai'])
    })

    it('without a day gives the living first and the gone after it, each with where it lies now', async () => {
      assert.deepEqual(seen(await find('Kim Tân')), ['Phường Kim Tân, Thành phố Lào Cai'])
      const [lives, ...gone] = await find('Nam Cường')
      assert.equal(lives?.place.validTo, null)
      assert.equal(gone.length, 2)
    })

    it('is found in either spelling, with marks, without, in capitals and decomposed', async () => {
      const pairs: [string, string][] = [
        ['Nậm Chầy', 'Nậm Chày'],
        ['Hát Lìu', 'Hát Lừu'],
        ['Nàn Xín', 'Nàn Sín'],
        ['Mù Căng Chải', 'Mù Cang Chải'],
        ['Vạn Hoà', 'Vạn Hòa'],
        ['Tà Si Láng', 'Tà Xi Láng'],
        ['Thẳm Dương', 'Thẩm Dương'],
      ]
      for (const pair of pairs) {
        const [one, other] = [await find(pair[0]), await find(pair[1])]
        assert.ok(one.length > 0, pair[0])
        assert.deepEqual(new Set(seen(one)), new Set(seen(other)), pair.join(' / '))
      }
      for (const typed of ['kim tan', 'KIM TÂN', 'Kim Tân'.normalize('NFD'), 'phường kim tân', 'P. Kim Tân']) {
        assert.deepEqual(seen(await find(typed)), ['Phường Kim Tân, Thành phố Lào Cai'], typed)
      }
    })

    it('with marks does not mean a place that only looks alike without them', async () => {
      assert.deepEqual(seen(await find('Nậm Chảy')), ['Xã Nậm Chảy, Huyện Mường Khương'])
      assert.ok((await find('nam chay')).length > 1)
    })

    it('with a type of the past is forgiven', async () => {
      assert.equal(name((await find('thị trấn Hạnh Phúc'))[0]?.place), 'Xã Hạnh Phúc')
    })

    it('that begins like a type is whole all the same', async () => {
      assert.deepEqual(seen(await find('Xà Hồ, huyện Trạm Tấu')), ['Xã Xà Hồ, Huyện Trạm Tấu'])
    })

    it('that nobody bears, or that is empty, gives nothing', async () => {
      for (const typed of ['Atlantis', '', ' , ', '%', "' or 1=1"]) assert.deepEqual(await find(typed), [], typed)
    })
  })

  describe('what search is told', () => {
    it('an old name finds the unit of today, which says since when', async () => {
      const [ward] = await placeDocuments(db, [await idOf('02671')], today)
      assert.equal(ward?.title, 'Phường Cam Đường')
      assert.ok(ward.otherTitles.includes('Phường Nam Cường'))
      assert.match(ward.line, /^từ 1\/7\/2025 gồm .*Phường Nam Cường.* cũ$/)
      assert.deepEqual([ward.current, ward.url, ward.codes], [true, '/xa/02671', ['02671']])
    })

    it('an old unit has its own address and says where it went', async () => {
      const [old] = await placeDocuments(db, [await idOf('02671', eve)], today)
      assert.deepEqual([old?.current, old?.url], [false, '/xa/02671?ngay=2025-06-30'])
      assert.equal(old?.line, 'đến 30/6/2025; nay thuộc Phường Cam Đường')
    })
  })
})
