import type { Db } from './database.ts'
import { sql } from './sql.ts'

/** Which node of the province this is. */
export interface Node {
  readonly id: string
  /** Raised by every restore. */
  readonly epoch: number
  /** Whether the demonstration province is loaded. */
  readonly demo: boolean
}

export const readNode = (db: Db): Promise<Node> => db.one<Node>(sql`select id, epoch, demo from node`)

export async function markDemo(db: Db, demo: boolean): Promise<void> {
  await db.run(sql`update node set demo = ${demo}`)
}

/** After a restore the same serial numbers come again; a new epoch keeps them apart. */
export async function raiseEpoch(db: Db, epoch: number): Promise<void> {
  await db.run(sql`update node set epoch = ${epoch}`)
}

/** Whether the first start of this node is over. */
export async function isSettled(db: Db): Promise<boolean> {
  return (await db.one<{ settled: boolean }>(sql`select settled_at is not null as settled from node`)).settled
}

export async function settle(db: Db): Promise<void> {
  await db.run(sql`update node set settled_at = coalesce(settled_at, now())`)
}
