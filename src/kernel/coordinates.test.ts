import assert from 'node:assert/strict'
import { it } from 'node:test'
import { coordinates, distanceKm } from './coordinates.ts'

const laoCai = { latitude: 22.4856, longitude: 103.9707 }
const yenBai = { latitude: 21.7168, longitude: 104.8986 }

it('Lào Cai and Yên Bái are some 128 km apart, both ways, and each is at itself', () => {
  assert.ok(Math.abs(distanceKm(laoCai, yenBai) - 128) < 1)
  assert.equal(distanceKm(laoCai, yenBai), distanceKm(yenBai, laoCai))
  assert.equal(distanceKm(laoCai, laoCai), 0)
})

it('a quarter of the equator is 10,007.6 km, and half the Earth is the farthest', () => {
  assert.equal(Math.round(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })), 10_008)
  assert.equal(Math.round(distanceKm({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 50 })), 20_015)
})

it('what is no place on Earth is refused', () => {
  assert.deepEqual(coordinates(22.4856, 103.9707), laoCai)
  assert.equal(coordinates(103.9707, 22.4856), null)
  assert.equal(coordinates(Number.NaN, 0), null)
})
