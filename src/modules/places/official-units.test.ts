import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { placeFiles } from '../../../tests/support/places.ts'
import { localDate } from '../../kernel/local-date.ts'
import { sharesOn } from './lineage.ts'
import { officialPlaceId } from './official-id.ts'
import { officialUnits } from './official-units.ts'
import { isValidOn, type Place, type PlaceVersion } from './place.ts'

const eve = localDate('2025-06-30')
const reform = localDate('2025-07-01')
const today = localDate('2026-11-24')
const { places, edges } = officialUnits(placeFiles())
const graph = { places: new Map(places.map(place => [place.id, place])), edges }

const on = (day: typeof eve, level: Place['level']) =>
  places.filter(place => place.level === level && place.versions.some(version => isValidOn(version, day)))
const nameOf = (version: PlaceVersion): string => version.name[0]?.text ?? ''
const named = (code: string, day: typeof eve): string[] =>
  places.flatMap(place =>
    place.versions.filter(version => version.code === code && isValidOn(version, day)).map(nameOf),
  )

describe('the official units', () => {
  it('are 99 communes and wards today, 319 in 18 districts and two provinces the day before the reform', () => {
    assert.deepEqual(
      [on(today, 'commune').length, on(today, 'district').length, on(today, 'province').length],
      [99, 0, 1],
    )
    assert.deepEqual([on(eve, 'commune').length, on(eve, 'district').length, on(eve, 'province').length], [319, 18, 2])
  })

  it('are 10 phường and 89 xã today, and 272 xã, 28 phường, 19 thị trấn before', () => {
    const count = (day: typeof eve) => {
      const types = on(day, 'commune').map(place => place.versions.find(v => isValidOn(v, day))?.type)
      return ['Xã', 'Phường', 'Thị trấn'].map(type => types.filter(found => found === type).length)
    }
    assert.deepEqual(count(today), [89, 10, 0])
    assert.deepEqual(count(eve), [272, 28, 19])
  })

  it('give one code two names on two days: 02647 was Kim Tân and is Lào Cai', () => {
    assert.deepEqual(named('02647', eve), ['Phường Kim Tân'])
    assert.deepEqual(named('02647', reform), ['Phường Lào Cai'])
  })

  it('give the province code 15 to Yên Bái before and to Lào Cai after, and 10 to nobody after', () => {
    assert.deepEqual([named('15', eve), named('10', eve)], [['Tỉnh Yên Bái'], ['Tỉnh Lào Cai']])
    assert.deepEqual([named('15', today), named('10', today)], [['Tỉnh Lào Cai'], []])
  })

  it('keep a place whose territory did not change as one place with two versions, respelt or not', () => {
    const stayed = places.filter(place => place.versions.length > 1)
    assert.equal(stayed.length, 8)
    const respelt = stayed.filter(({ versions: [a, b] }) => a && b && nameOf(a) !== nameOf(b))
    assert.deepEqual(
      respelt.map(place => place.versions.map(nameOf)),
      [['Xã Tà Si Láng', 'Xã Tà Xi Láng']],
    )
  })

  it('make a larger territory a new place even where code and name stayed: Xã Y Tý', () => {
    const yTy = places.filter(place => place.versions.some(version => nameOf(version) === 'Xã Y Tý'))
    assert.equal(yTy.length, 2)
    assert.equal(new Set(yTy.flatMap(place => place.versions.map(version => version.code))).size, 1)
  })

  it('count the traps as the notes do: 41 codes with another name, 51 with the same name and more land', () => {
    const before = new Map(on(eve, 'commune').map(place => [place.versions[0]?.code, place]))
    const now = on(today, 'commune').map(place => ({ place, version: place.versions.at(-1) }))
    const reused = now.filter(({ version }) => {
      const old = before.get(version?.code ?? null)?.versions[0]
      return version && old && nameOf(old) !== nameOf(version)
    })
    const grown = now.filter(({ place, version }) => {
      const old = before.get(version?.code ?? null)
      return version && old?.versions[0] && nameOf(old.versions[0]) === nameOf(version) && old.id !== place.id
    })
    assert.deepEqual([reused.length, grown.length], [41, 51])
  })

  it('send every old unit whole into one unit of today, and reach all 99', () => {
    const reached = on(eve, 'commune').map(place => sharesOn(graph, place.id, today))
    assert.ok(reached.every(shares => shares.length === 1 && shares[0]?.share === 1))
    assert.equal(new Set(reached.map(([share]) => share?.place)).size, 99)
  })

  it('lose nothing: a figure summed over predecessors is the sum over the province', () => {
    const figures = new Map(on(eve, 'commune').map((place, index) => [place.id, index + 1]))
    const onMap = new Map<string, number>()
    for (const [place, figure] of figures) {
      for (const { place: unit, share } of sharesOn(graph, place, today)) {
        onMap.set(unit, (onMap.get(unit) ?? 0) + figure * share)
      }
    }
    const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)
    assert.equal(sum(onMap.values()), sum(figures.values()))
  })

  it('count the figures of a district that is gone for the province that took it in', () => {
    const shares = sharesOn(graph, officialPlaceId('139', null), today)
    assert.deepEqual(shares, [{ place: officialPlaceId('15', reform), share: 1 }])
  })

  it('put each unit of today on a cell of its own', () => {
    const cells = on(today, 'commune').map(place => `${place.tile?.col},${place.tile?.row}`)
    assert.equal(new Set(cells).size, 99)
    assert.ok(!cells.includes('undefined,undefined'))
  })

  it('never overlap in time within one place', () => {
    for (const { versions } of places) {
      for (const [index, version] of versions.entries()) {
        const next = versions[index + 1]
        if (next) assert.ok(version.validTo !== null && next.validFrom !== null && version.validTo < next.validFrom)
      }
    }
  })
})

describe('the id of an official unit', () => {
  it('is the same on every node, and another one for each meaning of a code', () => {
    assert.equal(officialPlaceId('02647', reform), '8883d608-797b-5404-bfcf-32f6478fe167')
    assert.equal(officialPlaceId('02647', null), '16ec3c00-4c53-553c-a66c-7b1e453749a8')
    assert.equal(new Set(places.map(place => place.id)).size, places.length)
  })

  it('is a UUID of version 5', () => {
    assert.match(officialPlaceId('15', null), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
