import { randomBytes } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** What signs this installation's links; whoever needs it first makes it. */
export async function noticeSecret(db: Db): Promise<Buffer> {
  const there = await db.maybeOne<{ secret: Buffer }>(sql`select secret from notice_secret`)
  if (there !== null) return there.secret
  await db.run(sql`insert into notice_secret (secret) values (${randomBytes(32)}) on conflict do nothing`)
  return (await db.one<{ secret: Buffer }>(sql`select secret from notice_secret`)).secret
}
