import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Consent, cardByNumber, hasAppointment, normaliseCardNumber, noteLook } from '../people/index.ts'
import { decideTurn, type TurnRefusal, turnMinutes } from './turn.ts'
import { endTurns, insertTurn } from './turn-store.ts'

/** Numbers that nobody holds, or nobody who may be helped: whoever tries on would be browsing. */
const misses = { count: 6, seconds: 900 }
/** People whom one helper may serve. */
const turns = { count: 30, seconds: 3600 }

const wait = (seconds: number) =>
  refused([{ code: 'too-many-tries' as const, field: 'the' as const, minutes: Math.ceil(seconds / 60) }])

export interface Opening {
  readonly act: string
  readonly helper: string
  readonly session: string
  readonly institution: string
  readonly cardNumber: string
  readonly consent: Consent
  readonly now: Date
}

/** Opens a turn for the holder of a card who stands there and agreed; one that was open in this browser ends. */
export async function openTurn(world: World, opening: Opening): Promise<Result<{ turn: string }, TurnRefusal>> {
  const { database, limiter } = world
  const { act, helper, session, institution, consent, now } = opening
  const missed = limiter.wait('assist-miss', helper, misses)
  if (missed !== null) return wait(missed)
  const crowded = limiter.take('assist', helper, turns)
  if (crowded !== null) return wait(crowded)
  const opened = await perform<{ turn: string }, TurnRefusal>(
    database,
    {
      id: act,
      type: 'assistance.open-turn',
      version: 1,
      actor: helper,
      institution,
      occurredAt: now,
      payload: { consent },
    },
    async tx => {
      const card = await cardByNumber(tx, normaliseCardNumber(opening.cardNumber))
      if (card === null) return refused([{ code: 'unknown-card', field: 'the', typed: opening.cardNumber }])
      const staff = await hasAppointment(tx, card.person, localDateAt(now))
      const decided = decideTurn(helper, card, staff)
      if (!decided.ok) return decided
      const { person } = decided.value
      await noteLook(tx, { by: helper, institution, purpose: 'assistance', persons: [person], now })
      await endTurns(tx, session, now)
      const turn = newId()
      const expiresAt = new Date(now.getTime() + turnMinutes * 60_000)
      await insertTurn(tx, { id: turn, session, helper, person, institution, consent, expiresAt }, now)
      return ok({ turn })
    },
  )
  if (!opened.ok) limiter.take('assist-miss', helper, misses)
  return opened
}

/** Ends a turn in which nothing was done. */
export async function closeTurn(
  { database }: World,
  closing: { readonly act: string; readonly helper: string; readonly session: string; institution: string; now: Date },
): Promise<void> {
  const { act, helper, session, institution, now } = closing
  await perform<null, never>(
    database,
    {
      id: act,
      type: 'assistance.close-turn',
      version: 1,
      actor: helper,
      institution,
      occurredAt: now,
      payload: {},
    },
    async tx => {
      await endTurns(tx, session, now)
      return ok(null)
    },
  )
}
