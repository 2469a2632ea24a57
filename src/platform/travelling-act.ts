import type { Language } from '../kernel/language.ts'
import type { Result } from '../kernel/result.ts'
import type { Right } from '../kernel/viewer.ts'
import type { World } from './world.ts'

/** An act that was done on a device, perhaps without a network, as it reached the server. */
export interface ArrivedAct {
  /** Minted on the device: however often it arrives, it is one act. */
  readonly id: string
  readonly by: string
  readonly institution: string
  /** By the server's clock; never later than its now. */
  readonly occurredAt: Date
  readonly payload: Readonly<Record<string, unknown>>
  readonly lang: Language
}

/** One kind of act that may wait on a device; a module offers its own through its index.ts, and the assembly joins them. */
export interface TravellingAct {
  readonly type: string
  readonly version: number
  /** What its page asks for at the institution. */
  readonly right: Right
  /** Decides and does it as its page does; gives the sentence to show, or one for every reason why not. */
  readonly perform: (world: World, arrived: ArrivedAct) => Promise<Result<string, string>>
}

/** A text of a payload as a form would give it; '' when there is none. */
export function payloadText(payload: ArrivedAct['payload'], name: string, most = 64): string {
  const value = payload[name]
  return typeof value === 'string' ? value.normalize('NFC').replaceAll('\u0000', '').trim().slice(0, most) : ''
}
