import { ok } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Act, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type LeaveLink, readLeaveToken } from './link-token.ts'
import { noticeSecret } from './secret-store.ts'
import { type Subject, subjects } from './topic.ts'
import { setWish, wants } from './wish-store.ts'

/** What a link at the foot of a letter leads to. */
export interface Leaving extends LeaveLink {
  /** Subjects that are still wanted there. */
  readonly wanted: readonly Subject[]
}

/** Null when we made no such link. */
export async function readLeaving(db: Db, token: string): Promise<Leaving | null> {
  const link = readLeaveToken(await noticeSecret(db), token)
  if (link === null) return null
  const wanted: Subject[] = []
  for (const subject of subjects) if (await wants(db, link.recipient, subject)) wanted.push(subject)
  return { ...link, wanted }
}

interface LeavingAct {
  readonly act: string
  readonly link: LeaveLink
  readonly subjects: readonly Subject[]
  readonly wanted: boolean
  readonly now: Date
}

const intentOf = ({ act, subjects: of, now }: LeavingAct, type: string): Act => ({
  id: act,
  type,
  version: 1,
  actor: null,
  institution: null,
  occurredAt: now,
  payload: { subjects: [...of] },
})

/** Ends letters on these subjects, or begins them again; whoever holds the letter may, signed in or not. */
export async function leaveLetters(world: World, leaving: LeavingAct): Promise<void> {
  const { link, wanted, now } = leaving
  const intent = wanted ? intentOf(leaving, 'notices.come-back') : intentOf(leaving, 'notices.leave')
  await perform(world.database, intent, async tx => {
    for (const subject of leaving.subjects) await setWish(tx, link.recipient, { subject, wanted, now })
    return ok(null)
  })
}
