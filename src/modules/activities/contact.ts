/** How a group can be reached: one way is enough. */
export interface Contact {
  readonly kind: 'phone' | 'email'
  /** A telephone as digits from 0 on, an e-mail in small letters: the same contact has one spelling. */
  readonly value: string
}

export type ContactProblem =
  | { readonly code: 'contact-empty' }
  | { readonly code: 'phone-short'; readonly digits: number; readonly wanted: number }
  | { readonly code: 'phone-long'; readonly digits: number; readonly wanted: number }
  | { readonly code: 'phone-unknown' }
  | { readonly code: 'email-unreadable' }

const mobileDigits = 10
const landlineDigits = 11
const longestEmail = 254

/** Mobile numbers begin with 03, 05, 07, 08, 09 and have ten digits; fixed lines with 02 and have eleven. */
function readPhone(digits: string): Contact | ContactProblem {
  const national = digits.replace(/^(?:00)?84(?=[235789])/, '0')
  const known = /^0[235789]/.test(national)
  if (!known)
    return national.length < 9
      ? { code: 'phone-short', digits: national.length, wanted: mobileDigits }
      : { code: 'phone-unknown' }
  const wanted = national.startsWith('02') ? landlineDigits : mobileDigits
  if (national.length < wanted) return { code: 'phone-short', digits: national.length, wanted }
  if (national.length > wanted) return { code: 'phone-long', digits: national.length, wanted }
  return { kind: 'phone', value: national }
}

/** Reads one contact as people type it: '0912 345 678', '+84 912.345.678', 'May@Example.vn'. */
export function parseContact(typed: string): Contact | ContactProblem {
  const text = typed.trim()
  if (text === '') return { code: 'contact-empty' }
  if (text.includes('@')) {
    const email = text.toLowerCase()
    const readable = /^[^\s@<>"(),;:\\]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(email)
    return readable && email.length <= longestEmail ? { kind: 'email', value: email } : { code: 'email-unreadable' }
  }
  const digits = text.replace(/[\s.\-()+]/g, '')
  if (!/^\d+$/.test(digits)) return /\p{L}/u.test(text) ? { code: 'email-unreadable' } : { code: 'phone-unknown' }
  return readPhone(digits)
}

/** '0912 345 678', as it is read and dialled. */
export const formatContact = ({ kind, value }: Contact): string =>
  kind === 'email' ? value : value.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')

/** For a list that lies on a table: the last three digits, or the first letter and where the post goes. */
export const maskedContact = ({ kind, value }: Contact): string =>
  kind === 'email' ? `${[...value][0] ?? ''}…@${value.split('@')[1] ?? ''}` : `… ${value.slice(-3)}`
