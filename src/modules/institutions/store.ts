import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { joinSql, type Sql, sql } from '../../platform/database/sql.ts'
import type { Facility, FormerName, Institution, InstitutionLineage, InstitutionLineageKind } from './institution.ts'
import { type Family, type KindId, kinds } from './kinds.ts'
import { type LoanPolicy, type OwnPolicy, resolvePolicy } from './policy.ts'
import {
  type FacilityRow,
  facilityColumns,
  facilityOf,
  type InstitutionRow,
  institutionColumns,
  institutionOf,
} from './row-store.ts'

/** In the order asked; those that do not exist (any more) are left out. */
export async function institutionsByIds(db: Db, ids: readonly string[]): Promise<Institution[]> {
  if (ids.length === 0) return []
  const rows = await db.many<InstitutionRow>(sql`
    select ${institutionColumns} from institution i where i.id = any(${ids}::uuid[]) and i.deleted_at is null`)
  const byId = new Map(rows.map(row => [row.id, institutionOf(row)]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

export async function institutionById(db: Db, id: string): Promise<Institution | null> {
  return (await institutionsByIds(db, [id]))[0] ?? null
}

/** Codes are capitals; `tvt` typed in an address finds TVT. */
export async function institutionByCode(db: Db, code: string): Promise<Institution | null> {
  const row = await db.maybeOne<InstitutionRow>(sql`
    select ${institutionColumns} from institution i where i.code = ${code.toUpperCase()} and i.deleted_at is null`)
  return row && institutionOf(row)
}

export interface InstitutionQuery {
  readonly kind?: KindId | null
  /** Only in these places: a place of today with what it was made of. */
  readonly places?: readonly string[] | null
  /** Only direct branches of this one. */
  readonly parent?: string | null
  /** Folded text that the name, or a name of the past, contains. */
  readonly folded?: string
  readonly on: LocalDate
}

const alive = (table: Sql, on: LocalDate): Sql =>
  sql`${table}.valid_from <= ${on} and (${table}.valid_to is null or ${table}.valid_to >= ${on})`

function matching(query: InstitutionQuery): Sql {
  const conditions = [sql`i.deleted_at is null`, alive(sql`i`, query.on)]
  if (query.kind) conditions.push(sql`i.kind = ${query.kind}`)
  if (query.parent) conditions.push(sql`i.parent = ${query.parent}`)
  if (query.folded) {
    conditions.push(sql`(position(${query.folded} in i.folded_name) > 0 or exists (
      select 1 from institution_former_name n where n.institution = i.id and position(${query.folded} in n.folded_name) > 0))`)
  }
  if (query.places) {
    conditions.push(sql`exists (select 1 from facility f where f.institution = i.id
      and f.place = any(${query.places}::uuid[]) and ${alive(sql`f`, query.on)})`)
  }
  return joinSql(conditions, sql` and `)
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** One page in Vietnamese order, and how many there are of each kind among all that match. */
export async function listInstitutions(
  db: Db,
  query: InstitutionQuery,
  page: Page,
): Promise<{ institutions: Institution[]; total: number }> {
  const rows = await db.many<InstitutionRow>(sql`
    select ${institutionColumns} from institution i where ${matching(query)}
    order by i.sort_key, i.id limit ${page.limit} offset ${page.offset}`)
  const { total } = await db.one<{ total: number }>(
    sql`select count(*) as total from institution i where ${matching(query)}`,
  )
  return { institutions: rows.map(institutionOf), total }
}

/** How many of each kind match, whichever kind is chosen. */
export async function countByKind(db: Db, query: InstitutionQuery): Promise<Map<KindId, number>> {
  const rows = await db.many<{ kind: KindId; count: number }>(sql`
    select i.kind, count(*) as count from institution i where ${matching({ ...query, kind: null })} group by i.kind`)
  return new Map(rows.map(row => [row.kind, row.count]))
}

/** How many institutions work in each place, counted once a place. */
export async function countByPlace(db: Db, on: LocalDate): Promise<Map<string, number>> {
  const rows = await db.many<{ place: string; count: number }>(sql`
    select f.place, count(distinct i.id) as count from facility f join institution i on i.id = f.institution
    where f.place is not null and i.deleted_at is null and ${alive(sql`i`, on)} and ${alive(sql`f`, on)} group by f.place`)
  return new Map(rows.map(row => [row.place, row.count]))
}

/** Where the institutions work on a day, the seat of each first. */
export async function facilitiesOf(db: Db, institutions: readonly string[], on: LocalDate): Promise<Facility[]> {
  const rows = await db.many<FacilityRow>(sql`
    select ${facilityColumns} from facility f where f.institution = any(${institutions}::uuid[]) and ${alive(sql`f`, on)}
    order by f.institution, f.position, f.id`)
  return rows.map(facilityOf)
}

/** The first facility still in use, else the last one. */
export async function seatOf(db: Db, institution: string): Promise<Facility | null> {
  const row = await db.maybeOne<FacilityRow>(sql`
    select ${facilityColumns} from facility f where f.institution = ${institution}
    order by f.valid_to desc nulls first, f.position limit 1`)
  return row && facilityOf(row)
}

/** Everything that lends, in Vietnamese order. */
export const libraries = (db: Db, on: LocalDate): Promise<Institution[]> => ofFamilies(db, ['library'], on)

/** Everything that holds books or objects of its own, in Vietnamese order. */
export const holdingInstitutions = (db: Db, on: LocalDate): Promise<Institution[]> =>
  ofFamilies(db, ['library', 'museum', 'culture'], on)

async function ofFamilies(db: Db, families: readonly Family[], on: LocalDate): Promise<Institution[]> {
  const asked = kinds.filter(kind => families.includes(kind.family)).map(kind => kind.id)
  const rows = await db.many<InstitutionRow>(sql`
    select ${institutionColumns} from institution i
    where i.kind = any(${asked}::text[]) and i.deleted_at is null and ${alive(sql`i`, on)} order by i.sort_key, i.id`)
  return rows.map(institutionOf)
}

/** The whole tree under an institution, itself included; closed branches too, for their books may still be out. */
export async function branchesOf(db: Db, id: string): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    with recursive tree (id) as (
      select id from institution where id = ${id}
      union select i.id from institution i join tree on i.parent = tree.id
    ) select id from tree`)
  return rows.map(row => row.id)
}

/** The loan policy that holds at an institution: its own rules, and its parents' where it has none. */
export async function policyOf(db: Db, id: string): Promise<LoanPolicy> {
  const rows = await db.many<OwnPolicy>(sql`
    with recursive up (id, parent, loan_days, max_loans, renewals, grace_days, path) as (
      select id, parent, loan_days, max_loans, renewals, grace_days, array[id] from institution where id = ${id}
      union all
      select i.id, i.parent, i.loan_days, i.max_loans, i.renewals, i.grace_days, up.path || i.id
      from institution i join up on i.id = up.parent where not i.id = any(up.path)
    )
    select loan_days as "loanDays", max_loans as "maxLoans", renewals as "renewals", grace_days as "graceDays"
    from up order by cardinality(path)`)
  return resolvePolicy(rows)
}

/** The institutions that share a roof with this one on a day. */
export async function pairedWith(db: Db, id: string, on: LocalDate): Promise<Institution[]> {
  const rows = await db.many<InstitutionRow>(sql`
    select ${institutionColumns} from institution_pair p
    join institution i on i.id = case when p.one = ${id} then p.other else p.one end
    where (p.one = ${id} or p.other = ${id}) and i.deleted_at is null and ${alive(sql`p`, on)} order by i.sort_key`)
  return rows.map(institutionOf)
}

/** What an institution came from and what it became. */
export async function lineageOf(db: Db, id: string): Promise<InstitutionLineage[]> {
  const rows = await db.many<{
    from_institution: string
    to_institution: string
    kind: InstitutionLineageKind
    effective_on: LocalDate
    legal_basis: string | null
  }>(sql`
    select from_institution, to_institution, kind, effective_on, legal_basis from institution_lineage
    where from_institution = ${id} or to_institution = ${id} order by effective_on`)
  return rows.map(row => ({
    from: row.from_institution,
    to: row.to_institution,
    kind: row.kind,
    on: row.effective_on,
    legalBasis: row.legal_basis,
  }))
}

export async function formerNamesOf(db: Db, id: string): Promise<FormerName[]> {
  return db.many<FormerName>(sql`
    select name, valid_to as "validTo" from institution_former_name where institution = ${id} order by valid_to desc`)
}

/** Direct branches of a day, in Vietnamese order. */
export async function childInstitutions(db: Db, parent: string, on: LocalDate): Promise<Institution[]> {
  const rows = await db.many<InstitutionRow>(sql`
    select ${institutionColumns} from institution i
    where i.parent = ${parent} and i.deleted_at is null and ${alive(sql`i`, on)} order by i.sort_key, i.id`)
  return rows.map(institutionOf)
}

/** Facilities of any day by their ids: what happened at one that is closed still happened there. */
export async function facilitiesByIds(db: Db, ids: readonly string[]): Promise<Facility[]> {
  if (ids.length === 0) return []
  const rows = await db.many<FacilityRow>(sql`
    select ${facilityColumns} from facility f where f.id = any(${ids}::uuid[]) order by f.institution, f.position, f.id`)
  return rows.map(facilityOf)
}
