import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as authenticator apps expect it: SHA-1, six digits, thirty seconds. */
const totp = (secret: string, label: string) =>
  new TOTP({ issuer: 'Bậc Thang', label, algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) })

/** Whether a text is a key as we make them: 160 bits in base32. */
export const isTotpSecret = (text: string): boolean => /^[A-Z2-7]{32}$/.test(text)

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an authenticator app reads from a QR code. */
export const totpAddress = (secret: string, login: string): string => totp(secret, login).toString()

/**
 * The time step that `code` belongs to, one step of clock drift allowed either way; null when it belongs to none, or to
 * a step already used: a code looked at over somebody's shoulder works once.
 */
export function acceptedStep(secret: string, code: string, now: Date, usedStep: number | null): number | null {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '')
  // The library throws at six characters that are no ASCII.
  if (!/^[0-9]{6}$/.test(token)) return null
  const delta = totp(secret, '').validate({ token, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 30_000) + delta
  return usedStep !== null && step <= usedStep ? null : step
}
