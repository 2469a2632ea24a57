import type { LocalDate } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { joinSql, type Sql, sql } from '../../platform/database/sql.ts'
import type { Level, LineageEdge, LineageKind, Place, PlaceOn, PlaceVersion } from './place.ts'

interface VersionRow {
  valid_from: LocalDate | null
  valid_to: LocalDate | null
  code: string | null
  name: LocalizedText
  type: string
  parent: string | null
  legal_basis: string | null
}

interface PlaceRow {
  id: string
  level: Level
  latitude: number | null
  longitude: number | null
  tile_col: number | null
  tile_row: number | null
  versions: VersionRow[]
}

const versionOf = (row: VersionRow): PlaceVersion => ({
  validFrom: row.valid_from,
  validTo: row.valid_to,
  code: row.code,
  name: row.name,
  type: row.type,
  parent: row.parent,
  legalBasis: row.legal_basis,
})

const placeOf = (row: PlaceRow): Place => ({
  id: row.id,
  level: row.level,
  centre: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
  tile: row.tile_col === null || row.tile_row === null ? null : { col: row.tile_col, row: row.tile_row },
  versions: row.versions.map(versionOf),
})

/** True of the version `v` on a day. */
const inForce = (on: LocalDate): Sql =>
  sql`(v.valid_from is null or v.valid_from <= ${on}) and (v.valid_to is null or v.valid_to >= ${on})`

export async function placesByIds(db: Db, ids: readonly string[]): Promise<Place[]> {
  if (ids.length === 0) return []
  const rows = await db.many<PlaceRow>(sql`
    select p.id, p.level, p.latitude, p.longitude, p.tile_col, p.tile_row,
      json_agg(json_build_object('valid_from', v.valid_from, 'valid_to', v.valid_to, 'code', v.code, 'name', v.name,
        'type', v.type, 'parent', v.parent, 'legal_basis', v.legal_basis) order by v.valid_from nulls first) as versions
    from place p join place_version v on v.place = p.id
    where p.id = any(${ids}::uuid[]) and p.deleted_at is null
    group by p.id`)
  const byId = new Map(rows.map(row => [row.id, placeOf(row)]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

export async function placeById(db: Db, id: string): Promise<Place | null> {
  return (await placesByIds(db, [id]))[0] ?? null
}

interface OnRow extends VersionRow {
  id: string
  level: Level
}

const placeOnOf = (row: OnRow): PlaceOn => ({ id: row.id, level: row.level, ...versionOf(row) })
const onColumns = sql`p.id, p.level, v.valid_from, v.valid_to, v.code, v.name, v.type, v.parent, v.legal_basis`

/** What an official code meant on a day; null when it meant nothing. */
export async function placeByCode(db: Db, code: string, on: LocalDate): Promise<PlaceOn | null> {
  const row = await db.maybeOne<OnRow>(sql`
    select ${onColumns} from place p join place_version v on v.place = p.id
    where v.code = ${code} and p.deleted_at is null and ${inForce(on)}`)
  return row && placeOnOf(row)
}

/** Everything that a code ever meant, in the order of time. */
export async function placesWithCode(db: Db, code: string): Promise<PlaceOn[]> {
  const rows = await db.many<OnRow>(sql`
    select ${onColumns} from place p join place_version v on v.place = p.id
    where v.code = ${code} and p.deleted_at is null order by v.valid_to nulls last`)
  return rows.map(placeOnOf)
}

/** The parts of a place on a day, in Vietnamese order. */
export async function childrenOf(db: Db, parent: string, on: LocalDate): Promise<PlaceOn[]> {
  const rows = await db.many<OnRow>(sql`
    select ${onColumns} from place p join place_version v on v.place = p.id
    where v.parent = ${parent} and p.deleted_at is null and ${inForce(on)} order by v.sort_key, v.code`)
  return rows.map(placeOnOf)
}

export interface PlaceQuery {
  readonly level: Level
  readonly on: LocalDate
  /** Only parts of this place. */
  readonly parent?: string | null
  /** Folded text that some name of the place contains. */
  readonly folded?: string
}

const matching = ({ level, on, parent, folded }: PlaceQuery): Sql => {
  const conditions = [sql`p.level = ${level}`, sql`p.deleted_at is null`, inForce(on)]
  if (parent) conditions.push(sql`v.parent = ${parent}`)
  if (folded) {
    conditions.push(
      sql`exists (select 1 from place_name n where n.place = p.id and position(${folded} in n.folded) > 0)`,
    )
  }
  return joinSql(conditions, sql` and `)
}

/** One page of the units of a level on a day, in Vietnamese order, and how many there are in all. */
export async function listPlaces(
  db: Db,
  query: PlaceQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ places: PlaceOn[]; total: number }> {
  const rows = await db.many<OnRow>(sql`
    select ${onColumns} from place p join place_version v on v.place = p.id
    where ${matching(query)} order by v.sort_key, v.code limit ${page.limit} offset ${page.offset}`)
  const { total } = await db.one<{ total: number }>(sql`
    select count(*) as total from place p join place_version v on v.place = p.id where ${matching(query)}`)
  return { places: rows.map(placeOnOf), total }
}

/** The communes, wards and towns of a day, in Vietnamese order. */
export async function communesOn(db: Db, on: LocalDate): Promise<PlaceOn[]> {
  const rows = await db.many<OnRow>(sql`
    select ${onColumns} from place p join place_version v on v.place = p.id
    where ${matching({ level: 'commune', on })} order by v.sort_key, v.code`)
  return rows.map(placeOnOf)
}

interface EdgeRow {
  from_place: string
  to_place: string
  kind: LineageKind
  share: number
  effective_on: LocalDate
  legal_basis: string | null
}

const edgeOf = (row: EdgeRow): LineageEdge => ({
  from: row.from_place,
  to: row.to_place,
  kind: row.kind,
  share: row.share,
  on: row.effective_on,
  legalBasis: row.legal_basis,
})
const edgeColumns = sql`from_place, to_place, kind, share, effective_on, legal_basis`

export async function edgesFrom(db: Db, places: readonly string[]): Promise<LineageEdge[]> {
  const rows = await db.many<EdgeRow>(sql`
    select ${edgeColumns} from place_lineage where from_place = any(${places}::uuid[])
    order by effective_on, share desc, to_place`)
  return rows.map(edgeOf)
}

export async function edgesTo(db: Db, places: readonly string[]): Promise<LineageEdge[]> {
  const rows = await db.many<EdgeRow>(sql`
    select ${edgeColumns} from place_lineage where to_place = any(${places}::uuid[])
    order by effective_on desc, (select max(sort_key) from place_version v where v.place = from_place), from_place`)
  return rows.map(edgeOf)
}

export interface PlaceTile {
  readonly place: string
  readonly code: string | null
  readonly name: LocalizedText
  readonly col: number
  readonly row: number
}

/** The position diagram of a day: one equal cell for each unit that has one. */
export async function tilesOn(db: Db, on: LocalDate): Promise<PlaceTile[]> {
  return db.many<PlaceTile>(sql`
    select p.id as place, v.code, v.name, p.tile_col as col, p.tile_row as row
    from place p join place_version v on v.place = p.id
    where p.tile_col is not null and p.deleted_at is null and ${inForce(on)} order by v.sort_key, v.code`)
}

/** The places that bear one of the folded names, whenever they bore it. */
export async function placesNamed(db: Db, folded: readonly string[]): Promise<NamedPlace[]> {
  return db.many<NamedPlace>(sql`
    select place, array_agg(text) as texts from place_name n join place p on p.id = n.place
    where n.folded = any(${folded}::text[]) and p.deleted_at is null group by place`)
}

export interface NamedPlace {
  readonly place: string
  /** The names that matched, as written. */
  readonly texts: readonly string[]
}
