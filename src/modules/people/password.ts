import { hash, verify } from '@node-rs/argon2'

/** The library's number for argon2id; its enum has no value at run time under erasable syntax. */
const argon2id = 2

/** OWASP's argon2id floor of 2023: 19 MiB, two passes, one lane; an old server still answers in a fraction of a second. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const minimumPasswordLength = 10

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** A hash of nothing anybody knows: an unknown login takes as long to refuse as a wrong password. */
const decoy = hashPassword(crypto.randomUUID())

export const passwordMatches = async (stored: string | null, password: string): Promise<boolean> => {
  const right = await verify(stored ?? (await decoy), password.normalize('NFKC'))
  return stored !== null && right
}

/** Readable over the telephone: no letter that looks like another; about 71 bits. */
export function randomPassword(random: Uint8Array): string {
  const alphabet = 'abcdefghkmnpqrstuvwxyz23456789'
  const letters = [...random.subarray(0, 16)].map(byte => alphabet[byte % alphabet.length])
  return [0, 4, 8, 12].map(at => letters.slice(at, at + 4).join('')).join('-')
}
