import { addDays, type LocalDate } from '../kernel/local-date.ts'
import { ok } from '../kernel/result.ts'
import { institutionByCode } from '../modules/institutions/index.ts'
import { addPerson, createAccount, insertCard } from '../modules/people/index.ts'
import { newId } from '../platform/clock.ts'
import { markDemo } from '../platform/database/node.ts'
import { perform } from '../platform/journal/index.ts'
import type { World } from '../platform/world.ts'
import { certain } from './demo-certain.ts'
import { drawn } from './demo-drawn.ts'
import type { Seed, SeedReader } from './demo-seed.ts'

/** A reader of the demonstration with a card. */
export interface DemoReader {
  readonly seed: SeedReader
  readonly number: string
  readonly issuedOn: LocalDate
  readonly expiresOn: LocalDate
}

/** The cards of the readers, numbered in each institution's own series as its desk would. */
export function demoReaders(readers: readonly SeedReader[], today: LocalDate): DemoReader[] {
  const last = new Map<string, number>()
  return readers.map(seed => {
    const running = (last.get(seed.institution) ?? 0) + 1
    last.set(seed.institution, running)
    const number = `${seed.institution}-${String(running).padStart(6, '0')}`
    const daysLeft = seed.shows === 'card-expired' ? -20 : 40 + drawn(number, 280)
    return { seed, number, issuedOn: addDays(today, -400), expiresOn: addDays(today, daysLeft) }
  })
}

export const peopleAct = 'demonstration.register-people'

/**
 * Registers the people of the demonstration, all at once and marked as such, and with them says that this node holds
 * one: accounts whose passwords stood on a screen never exist without that mark.
 */
export async function registerPeople(
  world: World,
  act: string,
  seed: Seed,
  readers: readonly DemoReader[],
  passwords: ReadonlyMap<string, string>,
): Promise<void> {
  const intent = {
    id: act,
    type: peopleAct,
    version: 1,
    actor: null,
    institution: null,
    occurredAt: world.clock.now(),
    payload: {},
  }
  const performed = await perform<{ staff: number; readers: number }, never>(world.database, intent, async tx => {
    const inside: World = { ...world, database: { ...world.database, ...tx } }
    for (const { displayName, institution, ...person } of seed.staff) {
      await account(inside, passwords, displayName, {
        ...person,
        institution: institution === null ? null : await idOf(inside, institution),
      })
    }
    for (const reader of readers) await register(inside, passwords, reader)
    await markDemo(tx, true)
    return ok({ staff: seed.staff.length, readers: readers.length })
  })
  certain(performed, 'people')
}

async function idOf({ database }: World, code: string): Promise<string> {
  const institution = await institutionByCode(database, code)
  if (institution === null) throw new Error(`accounts name ${code}, which is no institution`)
  return institution.id
}

async function account(
  world: World,
  passwords: ReadonlyMap<string, string>,
  displayName: string,
  who: Pick<Parameters<typeof createAccount>[1], 'login' | 'role' | 'institution' | 'withBranches'>,
): Promise<string> {
  const password = passwords.get(who.login)
  if (password === undefined) throw new Error(`no password was made for ${who.login}`)
  const made = await createAccount(world, { ...who, displayName, password, demo: true, mustChangePassword: false })
  return certain(made, who.login).person
}

async function register(world: World, passwords: ReadonlyMap<string, string>, reader: DemoReader): Promise<void> {
  const { name, kind, login } = reader.seed
  let person = newId()
  if (login === undefined) await addPerson(world.database, { id: person, displayName: name, kind, demo: true })
  else person = await account(world, passwords, name, { login, role: null, institution: null, withBranches: false })
  await insertCard(world.database, {
    id: newId(),
    number: reader.number,
    person,
    institution: await idOf(world, reader.seed.institution),
    issuedOn: reader.issuedOn,
    expiresOn: reader.expiresOn,
    state: 'valid',
    note: null,
  })
}
