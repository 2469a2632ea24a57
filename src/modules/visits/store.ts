import type { LocalDate } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Institution } from '../institutions/index.ts'
import { defaultKinds, type VisitKind } from './visit-kind.ts'

/** All buttons of an institution in their order, those put away last; the usual ones where it has set none. */
export async function kindsOf(db: Db, institution: Pick<Institution, 'id' | 'kind'>): Promise<VisitKind[]> {
  const rows = await db.many<{ id: string; name: LocalizedText; asks_number: boolean; retired: boolean }>(sql`
    select id, name, asks_number, retired_on is not null as retired from visit_kind
    where institution = ${institution.id} order by retired_on is not null, position, id`)
  if (rows.length === 0) return defaultKinds(institution)
  return rows.map(({ asks_number, ...row }) => ({ ...row, asksNumber: asks_number }))
}

/** Lets nobody else change or first keep the buttons of an institution until the transaction ends. */
export async function lockKinds(tx: Db, institution: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`visit-kind:${institution}`}, 0))`)
}

/** Writes the whole list; one that is left out of it is not touched. A day of retirement is kept once it is set. */
export async function saveKinds(
  tx: Db,
  institution: string,
  kinds: readonly VisitKind[],
  today: LocalDate,
): Promise<void> {
  for (const [position, kind] of kinds.entries()) {
    const retiredOn = kind.retired ? today : null
    await tx.run(sql`
      insert into visit_kind (id, institution, position, name, asks_number, retired_on)
      values (${kind.id}, ${institution}, ${position}, ${JSON.stringify(kind.name)}::jsonb, ${kind.asksNumber}, ${retiredOn})
      on conflict (id) do update set position = excluded.position, name = excluded.name, asks_number = excluded.asks_number,
        retired_on = case when excluded.retired_on is null then null else coalesce(visit_kind.retired_on, excluded.retired_on) end
      where visit_kind.institution = excluded.institution`)
  }
}

/** Keeps the usual buttons of an institution that uses one of them for the first time. */
export async function keepKinds(
  tx: Db,
  institution: Pick<Institution, 'id' | 'kind'>,
  today: LocalDate,
): Promise<VisitKind[]> {
  const { some } = await tx.one<{ some: boolean }>(
    sql`select exists (select 1 from visit_kind where institution = ${institution.id}) as some`,
  )
  if (!some) {
    await lockKinds(tx, institution.id)
    // Another may have kept, or changed, them while this one waited.
    const now = await kindsOf(tx, institution)
    await saveKinds(tx, institution.id, now, today)
  }
  return kindsOf(tx, institution)
}
