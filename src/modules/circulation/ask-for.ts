import { localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { servedHours } from '../institutions/index.ts'
import { type Card, cardsOf } from '../people/index.ts'
import { askingProblems, dayServed, type RequestRefusal } from './request.ts'
import { countRequests, expireUnfetched, insertRequest, lockRequest, moveRequestTo } from './request-store.ts'
import { findItem, findReader } from './scanned.ts'
import { copiesInStacks } from './stacks-store.ts'
import { lockReader } from './store.ts'

/** A slip for a book of the closed stacks: by its reader, or by staff for a card. */
export interface AskFor {
  /** Also the slip's own id. */
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly for: { readonly person: string } | { readonly cardNumber: string }
  /** The edition, or the barcode of one of its copies. */
  readonly book: { readonly edition: string } | { readonly barcode: string }
  readonly now: Date
}

export interface Asked {
  readonly request: string
  readonly [key: string]: string
}

/** Writes a slip for today, or for the next open day once the house is closed. The journal keeps neither book nor reader. */
export function askFor(world: World, asking: AskFor): Promise<Result<Asked, RequestRefusal>> {
  const { act, by, institution, now } = asking
  const intent = {
    id: act,
    type: 'circulation.ask-for',
    version: 1,
    // Later acts name the slip and its copy: the journal would know for ever what this reader read.
    actor: 'person' in asking.for ? null : by,
    institution,
    occurredAt: now,
    payload: {},
  }
  return perform<Asked, RequestRefusal>(world.database, intent, async tx => {
    const today = localDateAt(now)
    const found = await cardFor(tx, asking)
    const card = found !== null && (await lockReader(tx, found.person)) ? found : null
    const edition = await editionOf(tx, asking)
    const problems: RequestRefusal[] = []
    if (card === null && 'cardNumber' in asking.for)
      problems.push({ code: 'unknown-card', typed: asking.for.cardNumber })
    else if (card === null) problems.push({ code: 'no-card' })
    if (edition === null && 'barcode' in asking.book)
      problems.push({ code: 'unknown-barcode', typed: asking.book.barcode })
    if (card !== null) await expireUnfetched(tx, { person: card.person }, today, now)
    const asker = card && {
      cardState: card.state,
      cardExpires: card.expiresOn,
      ...(await countRequests(tx, card.person, edition ?? act)),
    }
    const stacks = edition === null ? null : await copiesInStacks(tx, institution, edition)
    problems.push(...askingProblems(asker, stacks, today))
    if (card === null || edition === null || problems.length > 0) return refused(problems)
    const forDay = dayServed(today, localTimeAt(now), await servedHours(tx, institution))
    await insertRequest(tx, { id: act, institution, edition, person: card.person, askedAt: now, forDay })
    return ok({ request: act })
  })
}

async function cardFor(tx: Db, asking: AskFor): Promise<Card | null> {
  if ('person' in asking.for) return (await cardsOf(tx, asking.for.person))[0] ?? null
  return (await findReader(tx, asking.for.cardNumber))?.card ?? null
}

async function editionOf(tx: Db, { book }: AskFor): Promise<string | null> {
  return 'edition' in book ? book.edition : ((await findItem(tx, book.barcode))?.edition ?? null)
}

/** Takes a slip back before anybody has gone for the book. Its reader's own; of others it says that there is none. */
export function cancelRequest(
  world: World,
  asked: { act: string; person: string; request: string; now: Date },
): Promise<Result<Asked, RequestRefusal>> {
  const { act, person, request, now } = asked
  const intent = {
    id: act,
    type: 'circulation.cancel-request',
    version: 1,
    actor: null,
    institution: null,
    occurredAt: now,
    payload: { request },
  }
  return perform<Asked, RequestRefusal>(world.database, intent, async tx => {
    const slip = await lockRequest(tx, request)
    if (slip === null || slip.person !== person) return refused([{ code: 'request-gone' }])
    if (slip.state !== 'asked') return refused([{ code: 'request-moved' }])
    const endedOn = localDateAt(now)
    await moveRequestTo(tx, slip.id, { to: 'cancelled', act, at: now, item: null, reason: null, endedOn })
    return ok({ request })
  })
}
