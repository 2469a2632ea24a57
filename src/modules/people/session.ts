import { createHash, randomBytes } from 'node:crypto'
import { localDateAt } from '../../kernel/local-date.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { World } from '../../platform/world.ts'
import { branchesOf } from '../institutions/index.ts'
import { type RoleGrant, roleRights } from './role.ts'
import { grantsOf, insertSession, sessionByToken, touchSession } from './store.ts'

/** A session lives thirty days from its last use; staff sit down again after twelve hours without one. */
const readerLifeMs = 30 * 24 * 3600_000
const staffLifeMs = 12 * 3600_000

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session and gives the token that only the browser keeps. */
export async function openSession(
  tx: Db,
  opening: { person: string; staff: boolean; secondFactor: boolean; device: string; now: Date },
): Promise<{ token: string; maxAgeSeconds: number }> {
  const token = randomBytes(32).toString('base64url')
  const life = opening.staff ? staffLifeMs : readerLifeMs
  await insertSession(tx, {
    id: newId(),
    tokenHash: hashToken(token),
    person: opening.person,
    secondFactor: opening.secondFactor,
    device: opening.device.slice(0, 120),
    now: opening.now,
    expiresAt: new Date(opening.now.getTime() + life),
  })
  return { token, maxAgeSeconds: Math.floor(life / 1000) }
}

async function rightsOf(db: Db, grants: readonly RoleGrant[]): Promise<Viewer['rights']> {
  const rights: Viewer['rights'][number][] = []
  for (const grant of grants) {
    const institutions =
      grant.institution === null
        ? [null]
        : grant.withBranches
          ? await branchesOf(db, grant.institution)
          : [grant.institution]
    for (const institution of institutions)
      for (const right of roleRights[grant.role]) rights.push({ right, institution })
  }
  return rights
}

/** Who holds this token now, with every right of today's appointments; null when the session is over. */
export async function whoIs(
  world: World,
  token: string,
  now: Date,
): Promise<{ session: string; viewer: Viewer } | null> {
  const session = await sessionByToken(world.database, hashToken(token), now)
  if (session === null) return null
  const grants = await grantsOf(world.database, session.person, localDateAt(now))
  const life = grants.length > 0 ? staffLifeMs : readerLifeMs
  await touchSession(world.database, session.id, now, new Date(now.getTime() + life))
  const rights = await rightsOf(world.database, grants)
  return {
    session: session.id,
    viewer: {
      person: session.person,
      name: session.displayName,
      grants: new Set([
        'signed-in',
        ...rights.map(({ right, institution }) => `${right}@${institution ?? 'province'}`),
      ]),
      rights,
      secondFactor: session.secondFactor,
      demo: session.demo,
    },
  }
}
