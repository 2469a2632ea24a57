import type { LocalDate } from '../../kernel/local-date.ts'
import { fold } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { onTodaysMap, type PlaceShare } from './ask-lineage.ts'
import {
  type Level,
  lastVersion,
  type Place,
  type PlaceOn,
  type PlaceVersion,
  placeOn,
  versionNear,
  versionOn,
} from './place.ts'
import { placesByIds, placesNamed } from './store.ts'
import { readTypedName, type TypedName, type TypedPart } from './typed-name.ts'

/** One place that a typed name may mean. */
export interface Candidate {
  readonly place: PlaceOn
  /** What it lay in: the district of an old unit, the province of a new one. Tells namesakes apart. */
  readonly within: PlaceOn | null
  /** Where it lies today; itself when it is in force. */
  readonly today: readonly PlaceShare[]
}

export interface FindOptions {
  readonly today: LocalDate
  /** The day that the text speaks of; null when it does not say. */
  readonly on?: LocalDate | null
  /** The district, when it is known. */
  readonly district?: string
}

/**
 * The places that a name may mean, however it is typed: with marks or without, with its type or without, in an old
 * spelling, with its district after a comma. More than one means that the person must be asked which.
 *
 * With `on`, places of that day come alone when there are any. Without it, places of today come first.
 */
export async function findByName(db: Db, typed: string, options: FindOptions): Promise<Candidate[]> {
  const name = readTypedName(typed)
  if (name.bare === '') return []
  const matched = await placesNamed(db, [name.bare, name.whole])
  const texts = new Map(matched.map(found => [found.place, found.texts]))
  const places = await placesByIds(db, [...texts.keys()])
  const holders = await readHolders(db, places)
  const asked = { ...name, district: options.district ? readTypedName(options.district) : null }
  const fitting = (wanted: Asked): Found[] =>
    places.flatMap(place => {
      const version = fittingVersion(place, wanted, holders, options)
      return version === null ? [] : [{ place, version }]
    })
  const typedRight = fitting(asked)
  // People go on saying "thị trấn" of what is a xã now: a wrong type alone hides nothing.
  const written = typedRight.length > 0 ? typedRight : fitting({ ...asked, type: null })
  const chosen = preferMarks(typed, preferDay(written, options.on ?? null), texts)
  const today = await onTodaysMap(
    db,
    chosen.map(({ place }) => place.id),
    options.today,
  )
  return chosen
    .map(({ place, version }) => candidateOf(place, version, holders, today.get(place.id) ?? []))
    .sort((a, b) => byLife(a.place, b.place))
}

interface Asked extends TypedName {
  readonly district: TypedPart | null
}

interface Found {
  readonly place: Place
  readonly version: PlaceVersion
}

/** The units that the places lay in, and those above them. */
async function readHolders(db: Db, places: readonly Place[]): Promise<Map<string, Place>> {
  const holders = new Map<string, Place>()
  for (let below = places; below.length > 0; ) {
    const ids = new Set(below.flatMap(place => place.versions.flatMap(version => version.parent ?? [])))
    below = await placesByIds(
      db,
      [...ids].filter(id => !holders.has(id)),
    )
    for (const holder of below) holders.set(holder.id, holder)
  }
  return holders
}

/** The version of the place that agrees with everything typed; on the day asked, else the latest. */
function fittingVersion(
  place: Place,
  asked: Asked,
  holders: ReadonlyMap<string, Place>,
  { on, today }: FindOptions,
): PlaceVersion | null {
  const first = (on && versionOn(place, on)) || versionNear(place, today)
  const fits = (version: PlaceVersion): boolean =>
    (asked.type === null || fold(version.type) === asked.type) &&
    asked.within.every(part => liesIn(version, part, holders)) &&
    (asked.district === null || liesIn(version, asked.district, holders, 'district'))
  return [first, ...[...place.versions].reverse()].find(fits) ?? null
}

/** Whether the version lay in something so written, at any height or at the level given. */
function liesIn(
  version: PlaceVersion,
  part: TypedPart,
  holders: ReadonlyMap<string, Place>,
  level: Level | null = null,
): boolean {
  const holder = version.parent === null ? undefined : holders.get(version.parent)
  if (holder === undefined) return false
  const bears = (above: PlaceVersion): boolean =>
    (level === null || holder.level === level) &&
    (part.type === null || part.type === fold(above.type)) &&
    above.name.some(name => readTypedName(name.text).bare === part.bare)
  return holder.versions.some(above => bears(above) || liesIn(above, part, holders, level))
}

function preferDay(found: readonly Found[], on: LocalDate | null): readonly Found[] {
  const ofDay = on === null ? [] : found.filter(({ place }) => versionOn(place, on) !== null)
  return ofDay.length > 0 ? ofDay : found
}

/** Someone who typed the marks of one name exactly did not mean another that only looks alike without them. */
function preferMarks(
  typed: string,
  found: readonly Found[],
  texts: ReadonlyMap<string, readonly string[]>,
): readonly Found[] {
  const lower = typed.normalize('NFC').toLowerCase()
  if (fold(typed) === lower) return found
  const exact = found.filter(({ place }) =>
    (texts.get(place.id) ?? []).some(text => lower.includes(text.toLowerCase())),
  )
  return exact.length > 0 ? exact : found
}

function candidateOf(
  place: Place,
  version: PlaceVersion,
  holders: ReadonlyMap<string, Place>,
  today: readonly PlaceShare[],
): Candidate {
  const holder = version.parent === null ? undefined : holders.get(version.parent)
  const within = holder
    ? placeOn(holder, version.validTo ? versionNear(holder, version.validTo) : lastVersion(holder))
    : null
  return { place: placeOn(place, version), within, today }
}

/** The living before the gone, then by code, so that the order never changes. */
function byLife(a: PlaceOn, b: PlaceOn): number {
  const gone = Number(a.validTo !== null) - Number(b.validTo !== null)
  return gone || ((a.code ?? '') < (b.code ?? '') ? -1 : 1)
}
