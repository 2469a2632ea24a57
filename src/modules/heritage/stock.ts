import type { Db } from '../../platform/database/database.ts'
import { institutionById } from '../institutions/index.ts'
import { record } from '../participation/index.ts'

/** Records that objects came into an institution's register (or, below nought, left it), at its place of that day. */
export async function recordObjectStock(
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
    { verb: 'objects.stocked', object, institution, facility: null, place, quantity, occurredAt, person: null },
  ])
}
