import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Turn } from './turn.ts'

const columns = sql`
  id, session, helper, person, institution, consent, expires_at as "expiresAt", ended_at as "endedAt", act`

export const findTurn = (db: Db, id: string): Promise<Turn | null> =>
  db.maybeOne<Turn>(sql`select ${columns} from assisted_turn where id = ${id}`)

export async function insertTurn(tx: Db, turn: Omit<Turn, 'endedAt' | 'act'>, openedAt: Date): Promise<void> {
  await tx.run(sql`
    insert into assisted_turn (id, session, helper, person, institution, consent, opened_at, expires_at)
    values (${turn.id}, ${turn.session}, ${turn.helper}, ${turn.person}, ${turn.institution}, ${turn.consent},
            ${openedAt}, ${turn.expiresAt})`)
}

/** Ends whatever turn is open in this browser; false when none was. */
export async function endTurns(tx: Db, session: string, now: Date): Promise<boolean> {
  const touched = await tx.run(
    sql`update assisted_turn set ended_at = ${now} where session = ${session} and ended_at is null`,
  )
  return touched > 0
}

/** Ends a turn by the one act done in it; false when it is another browser's, over, or used. */
export async function spendTurn(
  tx: Db,
  spent: { readonly turn: string; readonly session: string; readonly act: { id: string; type: string }; now: Date },
): Promise<boolean> {
  const { turn, session, act, now } = spent
  const touched = await tx.run(sql`
    update assisted_turn set ended_at = ${now}, act = ${act.id}, act_type = ${act.type}
    where id = ${turn} and session = ${session} and ended_at is null and expires_at > ${now}`)
  return touched === 1
}

/** One time that a person was helped. */
export interface HelpRow {
  readonly helper: string
  readonly institution: string
  readonly consent: Turn['consent']
  readonly openedAt: Date
  /** Null when nothing was done. */
  readonly actType: string | null
}

/** When a person was helped, the latest first. */
export const helpOf = (db: Db, person: string, limit: number): Promise<HelpRow[]> =>
  db.many<HelpRow>(sql`
    select helper, institution, consent, opened_at as "openedAt", act_type as "actType"
    from assisted_turn where person = ${person} order by opened_at desc, id limit ${limit}`)

/** Forgets that a person was ever helped. */
export async function forgetHelp(tx: Db, person: string): Promise<void> {
  await tx.run(sql`delete from assisted_turn where person = ${person}`)
}
