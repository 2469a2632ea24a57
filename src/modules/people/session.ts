import { createHash, randomBytes } from 'node:crypto'
import { localDateAt } from '../../kernel/local-date.ts'
import type { SignInStep, Viewer } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { World } from '../../platform/world.ts'
import { branchesOf } from '../institutions/index.ts'
import { grantsOf } from './account-store.ts'
import { type RoleGrant, roleRights } from './role.ts'
import {
  deleteEndedSessions,
  type HeldSession,
  insertSession,
  type SessionRow,
  sessionByToken,
  touchSession,
} from './session-store.ts'

const hourMs = 3600_000
const dayMs = 24 * hourMs

/** How long a session lives after its last use, and in all: staff sit down anew each day, and after a week of them. */
const lives = {
  reader: { idleMs: 30 * dayMs, wholeMs: 365 * dayMs },
  staff: { idleMs: 12 * hourMs, wholeMs: 7 * dayMs },
}

/** The browser keeps its token as long as any session may live; when one is over is decided here. */
export const tokenSeconds = lives.reader.wholeMs / 1000

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const endOf = (session: Pick<SessionRow, 'createdAt'>, usedAt: Date, staff: boolean): Date => {
  const life = lives[staff ? 'staff' : 'reader']
  return new Date(Math.min(usedAt.getTime() + life.idleMs, session.createdAt.getTime() + life.wholeMs))
}

/** Opens a session and gives the token that only the browser keeps. */
export async function openSession(
  tx: Db,
  opening: { person: string; staff: boolean; device: string; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { person, staff, device, now } = opening
  await insertSession(tx, {
    id: newId(),
    tokenHash: hashToken(token),
    person,
    device,
    now,
    expiresAt: endOf({ createdAt: now }, now, staff),
  })
  return token
}

/** What is still owed before a session is its holder's. The demonstration's staff may do without a second factor. */
export function owedStep(
  session: Pick<HeldSession, 'codeGiven' | 'hasSecondFactor' | 'mustChangePassword' | 'demo'>,
  staff: boolean,
): SignInStep | null {
  if (session.hasSecondFactor && !session.codeGiven) return 'enter-code'
  if (session.mustChangePassword) return 'choose-password'
  return staff && !session.hasSecondFactor && !session.demo ? 'protect-account' : null
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
  { database }: Pick<World, 'database'>,
  token: string,
  now: Date,
): Promise<{ session: string; viewer: Viewer } | null> {
  const session = await sessionByToken(database, hashToken(token), now)
  if (session === null) return null
  const grants = await grantsOf(database, session.person, localDateAt(now))
  const staff = grants.length > 0
  // An appointment shortens the life of sessions that were opened before it.
  if (now >= endOf(session, session.seenAt, staff)) return null
  await touchSession(database, session.id, now, endOf(session, now, staff))
  const owes = owedStep(session, staff)
  const rights = owes === null ? await rightsOf(database, grants) : []
  const held = rights.map(({ right, institution }) => `${right}@${institution ?? 'province'}`)
  return {
    session: session.id,
    viewer: {
      person: session.person,
      name: session.displayName,
      grants: new Set(owes === null ? ['signed-in', ...held] : []),
      rights,
      owes,
    },
  }
}

/** Sweeps away what is left of sessions that are over; for whoever works beside the requests. */
export const forgetEndedSessions = ({ database, clock }: World): Promise<number> =>
  deleteEndedSessions(database, clock.now())
