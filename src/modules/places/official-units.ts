import { z } from 'zod'
import { localDate } from '../../kernel/local-date.ts'
import { localized } from '../../kernel/localized-text.ts'
import { officialPlaceId } from './official-id.ts'
import type { LineageEdge, Place, PlaceVersion } from './place.ts'

/** The three files of seed/places, parsed as JSON and not trusted yet. */
export interface PlaceFiles {
  /** Units in force since 1/7/2025. */
  readonly communes: unknown
  /** Districts and units in force until 30/6/2025. */
  readonly legacy: unknown
  /** One cell for each unit of today. */
  readonly tiles: unknown
}

export interface OfficialUnits {
  /** Parents before children. */
  readonly places: readonly Place[]
  readonly edges: readonly LineageEdge[]
}

const code = (digits: number) => z.string().regex(new RegExp(`^\\d{${digits}}$`))
const name = z
  .string()
  .min(1)
  .transform(text => text.normalize('NFC'))

const communesFile = z.object({
  communes: z.array(
    z.object({
      code: code(5),
      name,
      type: z.string(),
      nameEn: z.string(),
      provinceCode: code(2),
      provinceName: name,
      lat: z.number(),
      lon: z.number(),
    }),
  ),
})
const legacyUnit = z.object({
  code: code(5),
  name,
  type: z.string(),
  districtCode: code(3),
  provinceCode: code(2),
  newCode: code(5),
  change: z.enum(['merged', 'unchanged_area']),
})
const legacyFile = z.object({
  districts: z.array(z.object({ code: code(3), name, type: z.string(), provinceCode: code(2), provinceName: name })),
  communes: z.array(legacyUnit),
})
const tilesFile = z.object({ tiles: z.array(z.object({ code: code(5), col: z.int(), row: z.int() })) })

const reform = localDate('2025-07-01')
const eve = localDate('2025-06-30')
const ofProvince = 'Nghị quyết 202/2025/QH15'
const ofCommunes = 'Nghị quyết 1673/NQ-UBTVQH15; mã số theo Quyết định 19/2025/QĐ-TTg'

type Names = Pick<PlaceVersion, 'code' | 'name' | 'type' | 'parent'>
const before = (names: Names): PlaceVersion => ({ ...names, validFrom: null, validTo: eve, legalBasis: null })
const since = (names: Names, legalBasis: string): PlaceVersion => ({
  ...names,
  validFrom: reform,
  validTo: null,
  legalBasis,
})
const bare = { centre: null, tile: null }

const oldId = (official: string) => officialPlaceId(official, null)

/**
 * Reads the official lists into places, versions and lineage.
 *
 * A unit that passed 1/7/2025 with its territory unchanged stays one place with two versions; every other unit of
 * today is a new place even where code and name are the same, because it covers more than it did: Xã Y Tý of 2024 is
 * not Xã Y Tý of 2026. Source: the files' own `meta`.
 */
export function officialUnits(files: PlaceFiles): OfficialUnits {
  const today = communesFile.parse(files.communes).communes
  const legacy = legacyFile.parse(files.legacy)
  const province = today[0]
  if (province === undefined) throw new Error('the list of communes is empty')
  const newProvince = officialPlaceId(province.provinceCode, reform)
  const tiles = new Map(tilesFile.parse(files.tiles).tiles.map(({ code, col, row }) => [code, { col, row }]))
  const unchanged = new Map(legacy.communes.filter(u => u.change === 'unchanged_area').map(u => [u.newCode, u]))
  const todaysId = (official: string) =>
    unchanged.has(official) ? oldId(unchanged.get(official)?.code ?? official) : officialPlaceId(official, reform)

  const oldVersion = (unit: z.infer<typeof legacyUnit>): PlaceVersion =>
    before({ code: unit.code, name: localized('vi', unit.name), type: unit.type, parent: oldId(unit.districtCode) })

  const current = today.map((unit): Place => {
    const stayed = unchanged.get(unit.code)
    const names = localized('vi', unit.name, { en: unit.nameEn })
    const version = since({ code: unit.code, name: names, type: unit.type, parent: newProvince }, ofCommunes)
    return {
      id: todaysId(unit.code),
      level: 'commune',
      centre: { latitude: unit.lat, longitude: unit.lon },
      tile: tiles.get(unit.code) ?? null,
      versions: stayed ? [oldVersion(stayed), version] : [version],
    }
  })
  const gone = legacy.communes.filter(unit => unit.change === 'merged')
  return {
    places: [
      ...oldProvinces(legacy.districts).map(oldProvince),
      {
        id: newProvince,
        level: 'province',
        ...bare,
        versions: [since({ ...namesOf(province.provinceCode, province.provinceName), type: 'Tỉnh' }, ofProvince)],
      },
      ...legacy.districts.map(district),
      ...gone.map((unit): Place => ({ id: oldId(unit.code), level: 'commune', ...bare, versions: [oldVersion(unit)] })),
      ...current,
    ],
    edges: [
      ...oldProvinces(legacy.districts).map(([official]) => merge(oldId(official), newProvince, ofProvince)),
      ...gone.map(unit => merge(oldId(unit.code), todaysId(unit.newCode), ofCommunes)),
    ],
  }
}

type District = z.infer<typeof legacyFile>['districts'][number]

const merge = (from: string, to: string, legalBasis: string): LineageEdge => ({
  from,
  to,
  kind: 'merge',
  share: 1,
  on: reform,
  legalBasis,
})

const oldProvinces = (districts: readonly District[]): [code: string, name: string][] => [
  ...new Map(districts.map(d => [d.provinceCode, d.provinceName])),
]

const namesOf = (official: string, called: string) => ({ code: official, name: localized('vi', called), parent: null })

const oldProvince = ([official, called]: [string, string]): Place => ({
  id: oldId(official),
  level: 'province',
  ...bare,
  versions: [before({ ...namesOf(official, called), type: 'Tỉnh' })],
})

function district(unit: District): Place {
  const names = { code: unit.code, name: localized('vi', unit.name), type: unit.type, parent: oldId(unit.provinceCode) }
  return { id: oldId(unit.code), level: 'district', ...bare, versions: [before(names)] }
}
