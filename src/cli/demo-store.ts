import type { Db } from '../platform/database/database.ts'
import { sql } from '../platform/database/sql.ts'

/** Whether anybody or any institution here is real: beside them no demonstration is loaded or thrown away unasked. */
export async function holdsRealOnes(db: Db): Promise<boolean> {
  const { some } = await db.one<{ some: boolean }>(sql`
    select exists (select 1 from institution where not demo) or exists (select 1 from person where not demo) as some`)
  return some
}
