import { everyone } from '../../kernel/audience.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import { fold } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { joinSql, type Sql, sql } from '../../platform/database/sql.ts'
import { numberKey } from './match.ts'
import type { ObjectFacts } from './object.ts'

/** An object as a line of its register. */
export interface RegisterLine {
  readonly id: string
  readonly accessionNumber: string | null
  readonly title: LocalizedText
  readonly facts: ObjectFacts
  readonly shown: boolean
  readonly enteredAt: Date
}

interface Row {
  id: string
  accession_number: string | null
  number_sort: string
  facts: ObjectFacts
  shown: boolean
  entered_at: Date
}

const lineOf = (row: Row): RegisterLine => ({
  id: row.id,
  accessionNumber: row.accession_number,
  title: row.facts.title,
  facts: row.facts,
  shown: row.shown,
  enteredAt: row.entered_at,
})

const columns = sql`id, accession_number, number_sort, facts, audience = ${everyone} as shown, entered_at`

export interface RegisterQuery {
  readonly institution: string
  /** The beginning of a number, or a part of a title with or without marks; '' is all. */
  readonly typed: string
  readonly hiddenOnly: boolean
}

function matching({ institution, typed, hiddenOnly }: RegisterQuery): Sql {
  const conditions = [sql`institution = ${institution}`, sql`deleted_at is null`]
  if (hiddenOnly) conditions.push(sql`audience <> ${everyone}`)
  if (typed !== '') {
    const number = numberKey(typed) ?? ''
    conditions.push(sql`(starts_with(number_key, ${number}) or position(${fold(typed)} in folded_title) > 0)`)
  }
  return joinSql(conditions, sql` and `)
}

/** One page of a register in the order of its numbers, objects without one last; and how many there are. */
export async function listRegister(
  db: Db,
  query: RegisterQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ lines: RegisterLine[]; total: number; hidden: number }> {
  const rows = await db.many<Row>(sql`
    select ${columns} from museum_object where ${matching(query)}
    order by number_sort, id limit ${page.limit} offset ${page.offset}`)
  const counts = await db.one<{ total: number; hidden: number }>(sql`
    select count(*) as total, count(*) filter (where audience <> ${everyone}) as hidden
    from museum_object where ${matching(query)}`)
  return { lines: rows.map(lineOf), ...counts }
}

/** A register from its beginning, some hundred lines at a time. */
export async function* wholeRegister(db: Db, institution: string, atOnce = 500): AsyncGenerator<RegisterLine[]> {
  let after = { sort: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const rows: Row[] = await db.many<Row>(sql`
      select ${columns} from museum_object where institution = ${institution} and deleted_at is null
      and (number_sort, id) > (${after.sort}, ${after.id}::uuid)
      order by number_sort, id limit ${atOnce}`)
    const end = rows.at(-1)
    if (end === undefined) return
    yield rows.map(lineOf)
    after = { sort: end.number_sort, id: end.id }
  }
}

/** How many living objects each institution's register has; those without any are not there. */
export async function countRegisters(db: Db): Promise<Map<string, number>> {
  const rows = await db.many<{ institution: string; count: number }>(
    sql`select institution, count(*) as count from museum_object where deleted_at is null group by institution`,
  )
  return new Map(rows.map(row => [row.institution, row.count]))
}
