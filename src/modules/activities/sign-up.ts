import type { Language } from '../../kernel/language.ts'
import type { Contact } from './contact.ts'
import type { Heads } from './seats.ts'

export type SignUpState = 'seated' | 'waiting' | 'cancelled'

/** What a group has still to be told by whoever holds the event. */
export const tellings = ['moved-up', 'cancelled', 'changed'] as const
export type Telling = (typeof tellings)[number]

export interface SignUp extends Heads {
  readonly id: string
  readonly activity: string
  /** The order of acceptance, from 1. */
  readonly position: number
  readonly code: string
  readonly ticket: string
  /** Null once erased, with the contact. */
  readonly groupName: string | null
  readonly contact: Contact | null
  readonly lang: Language
  readonly person: string | null
  readonly state: SignUpState
  readonly signedAt: Date
  readonly tell: Telling | null
}
