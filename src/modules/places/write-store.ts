import { sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { nameRowsOf, shortNameOf } from './name-rows.ts'
import type { LineageEdge, Place } from './place.ts'

/** Order among units of one kind goes by the name itself: Phường Cam Đường stands at C. */
const orderOf = (type: string, name: string): string => sortKey(shortNameOf({ type }, name))

/** Writes places that are not there yet; gives the ids of the new ones. Places already known are left untouched. */
export async function insertPlaces(tx: Db, places: readonly Place[]): Promise<string[]> {
  const added = await tx.many<{ id: string }>(sql`
    insert into place (id, level, latitude, longitude, tile_col, tile_row)
    select id, level, latitude, longitude, tile_col, tile_row from json_to_recordset(${JSON.stringify(
      places.map(place => ({
        id: place.id,
        level: place.level,
        latitude: place.centre?.latitude,
        longitude: place.centre?.longitude,
        tile_col: place.tile?.col,
        tile_row: place.tile?.row,
      })),
    )}::json) as t (id uuid, level text, latitude float8, longitude float8, tile_col smallint, tile_row smallint)
    on conflict (id) do nothing returning id`)
  const fresh = new Set(added.map(row => row.id))
  const mine = places.filter(place => fresh.has(place.id))
  await insertVersions(tx, mine)
  await insertNames(tx, mine)
  return mine.map(place => place.id)
}

async function insertVersions(tx: Db, places: readonly Place[]): Promise<void> {
  const rows = places.flatMap(place =>
    place.versions.map(version => ({
      place: place.id,
      valid_from: version.validFrom,
      valid_to: version.validTo,
      code: version.code,
      name: version.name,
      sort_key: orderOf(version.type, version.name[0]?.text ?? ''),
      type: version.type,
      parent: version.parent,
      legal_basis: version.legalBasis,
    })),
  )
  await tx.run(sql`
    insert into place_version (place, valid_from, valid_to, code, name, sort_key, type, parent, legal_basis)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as t
      (place uuid, valid_from date, valid_to date, code text, name jsonb, sort_key text, type text, parent uuid, legal_basis text)`)
}

async function insertNames(tx: Db, places: readonly Place[]): Promise<void> {
  const rows = places.flatMap(nameRowsOf).map(({ validFrom, validTo, ...row }) => ({
    ...row,
    valid_from: validFrom,
    valid_to: validTo,
  }))
  await tx.run(sql`
    insert into place_name (place, text, folded, kind, valid_from, valid_to)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as t
      (place uuid, text text, folded text, kind text, valid_from date, valid_to date)`)
}

/** Writes edges that are not there yet. */
export async function insertEdges(tx: Db, edges: readonly LineageEdge[]): Promise<void> {
  const rows = edges.map(edge => ({
    from_place: edge.from,
    to_place: edge.to,
    kind: edge.kind,
    share: edge.share,
    effective_on: edge.on,
    legal_basis: edge.legalBasis,
  }))
  await tx.run(sql`
    insert into place_lineage (from_place, to_place, kind, share, effective_on, legal_basis)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as t
      (from_place uuid, to_place uuid, kind text, share numeric, effective_on date, legal_basis text)
    on conflict do nothing`)
}
