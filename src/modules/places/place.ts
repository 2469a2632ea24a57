import type { Coordinates } from '../../kernel/coordinates.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'

export type Level = 'province' | 'district' | 'commune' | 'village'

/** Days from `validFrom` to `validTo`, both included; null is open: since before our lists, or until further notice. */
export interface Validity {
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

/** What a place was called and coded during some days, and what it belonged to. */
export interface PlaceVersion extends Validity {
  /** The statistics office's code; null for villages. Codes move: only (code, day) names a place. */
  readonly code: string | null
  readonly name: LocalizedText
  /** 'Xã', 'Phường', 'Thị trấn', 'Huyện' … */
  readonly type: string
  readonly parent: string | null
  readonly legalBasis: string | null
}

export interface Place {
  readonly id: string
  readonly level: Level
  /** Centre point in WGS 84 degrees. */
  readonly centre: Coordinates | null
  /** Cell of the position diagram. */
  readonly tile: Tile | null
  /** In the order of time, without overlap, at least one. */
  readonly versions: readonly PlaceVersion[]
}

export interface Tile {
  readonly col: number
  readonly row: number
}

/** A place as it was on one day. */
export interface PlaceOn extends PlaceVersion {
  readonly id: string
  readonly level: Level
}

export type LineageKind = 'merge' | 'split' | 'rename' | 'recode'

/** `from` became (a part of) `to` on `on`, the first day of the new order; `share` of it, 1 being the whole. */
export interface LineageEdge {
  readonly from: string
  readonly to: string
  readonly kind: LineageKind
  readonly share: number
  readonly on: LocalDate
  readonly legalBasis: string | null
}

export const isValidOn = (validity: Validity, on: LocalDate): boolean =>
  (validity.validFrom === null || validity.validFrom <= on) && (validity.validTo === null || on <= validity.validTo)

/** The version in force on a day; null before the first and after the last. */
export const versionOn = (place: Place, on: LocalDate): PlaceVersion | null =>
  place.versions.find(version => isValidOn(version, on)) ?? null

/** The version to show when the day is not in its life: the last one that had begun by then, else the first. */
export function versionNear(place: Place, on: LocalDate): PlaceVersion {
  const begun = place.versions.filter(v => v.validFrom === null || v.validFrom <= on)
  return begun.at(-1) ?? place.versions[0] ?? lastVersion(place)
}

export const placeOn = (place: Place, version: PlaceVersion): PlaceOn => ({
  id: place.id,
  level: place.level,
  ...version,
})

export function lastVersion(place: Place): PlaceVersion {
  const version = place.versions.at(-1)
  if (version === undefined) throw new Error(`place ${place.id} has no version`)
  return version
}
