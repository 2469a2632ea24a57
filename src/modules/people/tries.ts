import { refused } from '../../kernel/result.ts'
import type { RateLimiter } from '../../platform/http/index.ts'

/** How often one account may be tried: its password, its code, its change of password. */
export const triesOfOne = { count: 6, seconds: 900 }

/** A classroom shares one address. */
const triesOfAddress = { count: 80, seconds: 900 }

export const tooMany = (seconds: number) =>
  refused([{ code: 'too-many-tries' as const, minutes: Math.ceil(seconds / 60) }])

/** Whoever has one machine on IPv6 has a whole /64 of addresses. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(group => group !== '')
  const after = (tail ?? '').split(':').filter(group => group !== '')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0')
  return [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map(group => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * Takes a try to sign in; gives the seconds to wait when there was none left. It counts by account before address, so
 * that one person's mistakes keep no room out.
 */
export function waitToSignIn(limiter: RateLimiter, login: string, address: string): number | null {
  const network = networkOf(address)
  return (
    // Looked at before an account is counted: else one address could name ever new accounts until it had crowded the
    // tries of the others out of memory.
    limiter.wait('sign-in-address', network, triesOfAddress) ??
    limiter.take('sign-in', login, triesOfOne) ??
    limiter.take('sign-in-address', network, triesOfAddress)
  )
}
