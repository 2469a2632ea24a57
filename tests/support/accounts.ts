import { Secret, TOTP } from 'otpauth'
import { createAccount } from '../../src/modules/people/index.ts'
import type { World } from '../../src/platform/world.ts'
import type { Visitor } from './visitor.ts'

type NewAccount = Parameters<typeof createAccount>[1]

/** An account that is no demonstration: it gives its person. */
export async function account(world: World, login: string, changes: Partial<NewAccount> = {}): Promise<string> {
  const made = await createAccount(world, {
    login,
    password: passwordOf(login),
    displayName: `Người ${login}`,
    role: null,
    institution: null,
    withBranches: false,
    demo: false,
    mustChangePassword: false,
    ...changes,
  })
  if (!made.ok) throw new Error(`the login ${login} is taken`)
  return made.value.person
}

export const passwordOf = (login: string): string => `hoa ban nở trên núi ${[...login].reverse().join('')}`

/** What the authenticator app shows for a key at a moment. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

/** Turns the second factor of whoever is signed in on, as the page asks for it; gives its key. */
export async function protect(visitor: Visitor, now: Date): Promise<string> {
  const { html } = await visitor.get('/tai-khoan/bao-ve')
  const secret = /<code>([A-Z2-7]{32})<\/code>/.exec(html)?.[1] ?? ''
  await visitor.post('/tai-khoan/bao-ve', { khoa: secret, ma: codeAt(secret, now) })
  return secret
}
