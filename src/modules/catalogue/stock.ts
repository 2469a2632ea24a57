import type { Db } from '../../platform/database/database.ts'
import { institutionById } from '../institutions/index.ts'
import { record } from '../participation/index.ts'

/** Records that copies came to an institution (or, below nought, left it), at its place of that day. */
export async function recordStock(
  tx: Db,
  act: { readonly id: string },
  institution: string,
  quantity: number,
  object: { readonly kind: string; readonly id: string },
  occurredAt: Date,
): Promise<void> {
  if (quantity === 0) return
  const place = (await institutionById(tx, institution))?.place ?? null
  await record(tx, act, [
    { verb: 'copies.stocked', object, institution, facility: null, place, quantity, occurredAt, person: null },
  ])
}
