import { ok, type Result, refused } from '../../kernel/result.ts'

export const contactKinds = ['email', 'phone'] as const
export type ContactKind = (typeof contactKinds)[number]

/** Where a person can be reached, given by themselves or, with their consent, by a desk. */
export interface Contact {
  /** Another address is another id. */
  readonly id: string
  readonly person: string
  readonly kind: ContactKind
  /** `may@example.vn`, or digits alone as in `0912345678`. */
  readonly value: string
  /** Null until the link sent to an e-mail address was followed; a telephone number counts at once. */
  readonly confirmedAt: Date | null
}

export type ContactRefusal = { readonly code: 'not-an-address' } | { readonly code: 'not-a-number' }

const longestAddress = 254

/** An e-mail address as people type it, in lower case: RFC 5321 without quotes, comments and address literals. */
export function parseEmail(typed: string): Result<string, ContactRefusal> {
  const email = typed.trim().toLowerCase()
  const plain = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/
  return plain.test(email) && email.length <= longestAddress ? ok(email) : refused([{ code: 'not-an-address' }])
}

/** A Vietnamese number, mobile (10 digits) or of a house (11), however it is spaced and with +84 or 0 in front. */
export function parsePhone(typed: string): Result<string, ContactRefusal> {
  const digits = typed.replaceAll(/[\s.()-]/g, '').replace(/^(?:\+|00)?84(?=\d{9,10}$)/, '0')
  return /^0[1-9]\d{8,9}$/.test(digits) ? ok(digits) : refused([{ code: 'not-a-number' }])
}

/** `0912 345 678`, the last digits in threes, as it is read aloud. */
export const formatPhone = (digits: string): string => digits.replace(/(\d{3})(\d{3})$/, ' $1 $2')
