import { hash, verify } from '@node-rs/argon2'

/** The library's number for argon2id; its enum has no value at run time under erasable syntax. */
const argon2id = 2

/** OWASP's argon2id floor of 2023: 19 MiB, two passes, one lane; an old server still answers in a fraction of a second. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** In characters, as people count them. */
export const minimumPasswordLength = 10
export const maximumPasswordLength = 200

/** One password, however a keyboard composes it, and without the blanks that copying adds at its ends. */
const normalise = (password: string): string => password.normalize('NFKC').trim()

export const hashPassword = (password: string): Promise<string> => hash(normalise(password), cost)

/** A hash of nothing anybody knows: an unknown login takes as long to refuse as a wrong password. */
const decoy = hashPassword(crypto.randomUUID())

export const passwordMatches = async (stored: string | null, password: string): Promise<boolean> => {
  const right = await verify(stored ?? (await decoy), normalise(password))
  return stored !== null && right
}

/** Whether a password is among the first that anybody would try: the login, few different letters, 1234567890. */
export function isGuessable(password: string, login: string): boolean {
  const letters = [...normalise(password).toLowerCase()]
  const steps = letters.slice(1).map((letter, at) => (letter.codePointAt(0) ?? 0) - (letters[at]?.codePointAt(0) ?? 0))
  const inOrder = steps.filter(step => Math.abs(step) === 1).length >= steps.length - 1
  return new Set(letters).size < 5 || inOrder || letters.join('').includes(login.toLowerCase())
}

/** Readable over the telephone: no letter that looks like another; about 78 bits. */
export function randomPassword(random: Uint8Array): string {
  const alphabet = 'abcdefghkmnpqrstuvwxyz23456789'
  const letters = [...random.subarray(0, 16)].map(byte => alphabet[byte % alphabet.length])
  return [0, 4, 8, 12].map(at => letters.slice(at, at + 4).join('')).join('-')
}
