import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PlaceFiles } from '../../src/modules/places/index.ts'
import { sharedFile } from './shared.ts'

const read = (name: string): unknown => {
  const path =
    sharedFile(`data/vn-admin/${name}`) ?? fileURLToPath(new URL(`../../seed/places/${name}`, import.meta.url))
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The official units as every start loads them. */
export const placeFiles = (): PlaceFiles => ({
  communes: read('lao-cai-communes-2025.json'),
  legacy: read('lao-cai-yen-bai-legacy-2025-06-30.json'),
  tiles: read('lao-cai-tiles.json'),
})
