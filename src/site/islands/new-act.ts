import { uuidv7 } from '../../kernel/uuid.ts'
import type { NewAct } from './act-store.ts'

let last: string | undefined

/** An act of now with an id of its own: two taps are two acts, one tap sent twice is one. */
export function newAct(act: Omit<NewAct, 'id' | 'version' | 'at'>): NewAct {
  const now = Date.now()
  last = uuidv7(now, crypto.getRandomValues(new Uint8Array(10)), last)
  return { ...act, id: last, version: 1, at: new Date(now).toISOString() }
}
