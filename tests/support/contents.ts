import type { Db } from '../../src/platform/database/database.ts'
import { rawSql, sql } from '../../src/platform/database/sql.ts'

/** What follows from the rest by itself, at its own time. */
const derived = ['figure_cell', 'figure_position']

/** Of a session we look whose it is: when it was last used changes with every page. */
const looked: Readonly<Record<string, string>> = { session: 'row(t.id, t.person, t.second_factor)' }

/** Every table with the number of its rows and a sum over all that they say: alike while nothing has changed. */
export async function contentsOf(db: Db): Promise<Record<string, string>> {
  const tables = await db.many<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const contents: Record<string, string> = {}
  for (const { name } of tables.filter(table => !derived.includes(table.name))) {
    const { rows, sum } = await db.one<{ rows: number; sum: string }>(
      rawSql(`select count(*) as rows, coalesce(sum(hashtextextended(${looked[name] ?? 't'}::text, 0)), 0)::text as sum
              from "${name}" t`),
    )
    contents[name] = `${rows} rows, sum ${sum}`
  }
  return contents
}
