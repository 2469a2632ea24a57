import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Subject, subjects } from './topic.ts'

/** Whom a letter went to, as a link in it says. */
export type Recipient =
  | { readonly kind: 'person'; readonly person: string }
  /** The keyed hash of an address, 16 octets. */
  | { readonly kind: 'address'; readonly hash: Buffer }

export interface LeaveLink {
  readonly recipient: Recipient
  readonly subject: Subject
}

const tagOctets = 16

/** HMAC-SHA256 under the installation's secret, `use` keeping one kind of value from passing for another. */
const mac = (secret: Buffer, use: string, data: Buffer | string): Buffer =>
  createHmac('sha256', secret).update(`${use}\0`).update(data).digest()

export const keyHash = (secret: Buffer, topic: string, key: string): Buffer => mac(secret, 'key', `${topic}\0${key}`)

export const addressHash = (secret: Buffer, email: string): Buffer =>
  mac(secret, 'address', email.toLowerCase()).subarray(0, 16)

const sign = (secret: Buffer, use: string, body: Buffer): string =>
  Buffer.concat([body, mac(secret, use, body).subarray(0, tagOctets)]).toString('base64url')

/** What was signed; null when it was not by us. */
function read(secret: Buffer, use: string, token: string, octets: number): Buffer | null {
  const whole = Buffer.from(token.slice(0, 200), 'base64url')
  if (whole.length !== octets + tagOctets || whole.toString('base64url') !== token) return null
  const body = whole.subarray(0, octets)
  return timingSafeEqual(whole.subarray(octets), mac(secret, use, body).subarray(0, tagOctets)) ? body : null
}

const octetsOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidOf = (octets: Buffer): string =>
  octets.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Good for ever: somebody may find the letter years later. Leads to nothing but leaving, and coming back. */
export function leaveToken(secret: Buffer, { recipient, subject }: LeaveLink): string {
  const isPerson = recipient.kind === 'person'
  const head = Buffer.from([isPerson ? 1 : 2, subjects.indexOf(subject)])
  return sign(secret, 'leave', Buffer.concat([head, isPerson ? octetsOf(recipient.person) : recipient.hash]))
}

export function readLeaveToken(secret: Buffer, token: string): LeaveLink | null {
  const body = read(secret, 'leave', token, 18)
  const subject = body === null ? undefined : subjects[body[1] ?? subjects.length]
  if (body === null || subject === undefined) return null
  const rest = Buffer.from(body.subarray(2))
  const recipient: Recipient =
    body[0] === 1 ? { kind: 'person', person: uuidOf(rest) } : { kind: 'address', hash: rest }
  return { recipient, subject }
}

const hourMs = 3600_000

/** Confirms one address; another one, or the same set again, has another id. */
export function confirmToken(secret: Buffer, contact: string, until: Date): string {
  const hours = Buffer.alloc(4)
  hours.writeUInt32BE(Math.ceil(until.getTime() / hourMs))
  return sign(secret, 'confirm', Buffer.concat([octetsOf(contact), hours]))
}

/** The contact's id; null when it was not signed by us, or is too old. */
export function readConfirmToken(secret: Buffer, token: string, now: Date): string | null {
  const body = read(secret, 'confirm', token, 20)
  if (body === null || body.readUInt32BE(16) * hourMs < now.getTime()) return null
  return uuidOf(body.subarray(0, 16))
}
