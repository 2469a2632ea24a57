import { randomBytes } from 'node:crypto'
import { parseShortCode, shortCode } from '../../kernel/short-code.ts'

const codeLength = 4
const halfLength = 8

/** A name to read aloud, K7P2, and the secret that begins with it: 16 signs, 77 bits, as the end of an address. */
export interface Ticket {
  readonly code: string
  readonly ticket: string
}

export function newTicket(): Ticket {
  const half = () => shortCode(randomBytes(2 * halfLength), halfLength)
  const ticket = half() + half()
  return { code: ticket.slice(0, codeLength), ticket }
}

/** A ticket as an address or a QR code carries it; null when it is none. */
export function readTicket(text: string): string | null {
  const signs = text.replace(/[\s-]/g, '')
  if (signs.length !== 2 * halfLength) return null
  const halves = [signs.slice(0, halfLength), signs.slice(halfLength)].map(parseShortCode)
  return halves.every(half => half?.length === halfLength) ? halves.join('') : null
}

/** What somebody at the door scans or types: the short code, the whole ticket, or the address that ends with it. */
export function readScan(typed: string): { readonly code: string } | { readonly ticket: string } | null {
  const text = typed.trim().replace(/[?#].*$/, '')
  const ticket = readTicket(text.split('/').at(-1) ?? '')
  if (ticket !== null) return { ticket }
  const code = parseShortCode(text)
  return code?.length === codeLength ? { code } : null
}
