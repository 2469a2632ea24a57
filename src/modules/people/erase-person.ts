import type { Language } from '../../kernel/language.ts'
import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { notedErased, noteErased } from '../../platform/backup/index.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { accountOfPerson } from './account-store.ts'
import { lockCard } from './card-store.ts'
import { backAgain, erasedPeople, forgetPerson, hasAppointment, lockPerson, noteErasedPeople } from './erasure-store.ts'
import { passwordMatches } from './password.ts'
import type { PeoplePort } from './port.ts'
import { tooMany, triesOfOne } from './tries.ts'

/** What must be done before somebody can be erased. */
export type ErasureRefusal =
  | { readonly code: 'still-open'; readonly things: readonly string[] }
  | { readonly code: 'has-role' }
  | { readonly code: 'nobody-there' }

export type OwnErasureRefusal =
  | ErasureRefusal
  | { readonly code: 'wrong-password' }
  | { readonly code: 'too-many-tries'; readonly minutes: number }

export type DeskErasureRefusal = ErasureRefusal | { readonly code: 'has-account' }

type Forgetting = Pick<PeoplePort, 'openThings' | 'forget'>

/** What stands against erasing this person today, all of it. */
export async function hindrances(
  db: Db,
  port: Forgetting,
  person: string,
  at: { readonly now: Date; readonly lang: Language },
): Promise<ErasureRefusal[]> {
  const things = await port.openThings(db, person, at.lang)
  return [
    ...(things.length > 0 ? [{ code: 'still-open' as const, things }] : []),
    ...((await hasAppointment(db, person, localDateAt(at.now))) ? [{ code: 'has-role' as const }] : []),
  ]
}

/** Decides under lock and forgets: in every module, then here. */
async function erase(
  tx: Db,
  port: Forgetting,
  person: string,
  at: { readonly now: Date; readonly lang: Language },
): Promise<Result<null, ErasureRefusal>> {
  if (!(await lockPerson(tx, person))) return refused([{ code: 'nobody-there' }])
  const problems = await hindrances(tx, port, person, at)
  if (problems.length > 0) return refused(problems)
  await port.forget(tx, person)
  await forgetPerson(tx, person, at.now)
  return ok(null)
}

/** A reader erases themselves, once they have given their password again. Figures stay; nothing else does. */
export async function eraseSelf(
  { database, limiter, config }: World,
  port: Forgetting,
  who: { person: string; act: string; password: string; now: Date; lang: Language },
): Promise<Result<null, OwnErasureRefusal>> {
  const wait = limiter.take('password', who.person, triesOfOne)
  if (wait !== null) return tooMany(wait)
  const erased = await perform<null, OwnErasureRefusal>(
    database,
    {
      id: who.act,
      type: 'people.erase-person',
      version: 1,
      actor: who.person,
      institution: null,
      occurredAt: who.now,
      payload: {},
    },
    async tx => {
      const account = await accountOfPerson(tx, who.person)
      if (account === null || !(await passwordMatches(account.passwordHash, who.password)))
        return refused([{ code: 'wrong-password' }])
      return erase(tx, port, who.person, who)
    },
  )
  if (erased.ok) noteErased(config.dataDir, [who.person])
  return erased
}

/** The desk erases a reader who asked for it there; whoever has an account does it themselves. */
export async function eraseReader(
  { database, config }: World,
  port: Forgetting,
  asked: { act: string; by: string; card: string; institution: string; now: Date; lang: Language },
): Promise<Result<null, DeskErasureRefusal>> {
  let person: string | null = null
  const erased = await perform<null, DeskErasureRefusal>(
    database,
    {
      id: asked.act,
      type: 'people.erase-reader',
      version: 1,
      actor: asked.by,
      institution: asked.institution,
      occurredAt: asked.now,
      payload: { card: asked.card },
    },
    async tx => {
      person = (await lockCard(tx, asked.card))?.person ?? null
      if (person === null) return refused([{ code: 'nobody-there' }])
      if ((await accountOfPerson(tx, person)) !== null) return refused([{ code: 'has-account' }])
      return erase(tx, port, person, asked)
    },
  )
  if (erased.ok && person !== null) noteErased(config.dataDir, [person])
  return erased
}

/**
 * Erases again whoever is there again although they were erased, as after the restore of an older backup: the list of
 * them is kept beside the database, too. Whatever is open is forgotten all the same. Gives how many.
 */
export async function replayErasures(
  { database, config, clock }: Pick<World, 'database' | 'config' | 'clock'>,
  port: Forgetting,
): Promise<number> {
  const known = await erasedPeople(database)
  const noted = notedErased(config.dataDir)
  noteErased(
    config.dataDir,
    known.filter(person => !noted.includes(person)),
  )
  const back = await backAgain(database, [...new Set([...known, ...noted])])
  if (back.length === 0 && noted.every(person => known.includes(person))) return 0
  const now = clock.now()
  const type = 'people.replay-erasures'
  const payload = { people: back.length }
  await perform<null, never>(
    database,
    { id: newId(), type, version: 1, actor: null, institution: null, occurredAt: now, payload },
    async tx => {
      for (const person of back) {
        await port.forget(tx, person)
        await forgetPerson(tx, person, now)
      }
      await noteErasedPeople(tx, noted, now)
      return ok(null)
    },
  )
  return back.length
}
