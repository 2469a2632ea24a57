import { type Result, refused } from '../../kernel/result.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { type ArrivedAct, payloadText, type TravellingAct } from '../../platform/travelling-act.ts'
import type { World } from '../../platform/world.ts'
import { formatCount } from '../../site/index.ts'
import { institutionById } from '../institutions/index.ts'
import { type Counted, countVisit, undoCount } from './count.ts'
import { kindName } from './counter.ts'
import { words } from './messages.ts'

type Spoken = (name: string, count: string) => string

/** What was done in a sentence, or the reasons in theirs. */
async function spoken<P>(
  world: World,
  { institution, lang }: ArrivedAct,
  result: Result<Counted, P>,
  done: Spoken,
  why: (problem: P) => string,
): Promise<Result<string, string>> {
  if (!result.ok) return refused(result.problems.map(why))
  const at = await institutionById(world.database, institution)
  const name = at === null ? '' : await kindName(world.database, at, result.value.kind, lang)
  return { ok: true, value: done(name, formatCount(result.value.quantity, lang)) }
}

async function count(world: World, arrived: ArrivedAct): Promise<Result<string, string>> {
  const { id: act, by, payload, occurredAt: now, lang } = arrived
  const institution = await institutionById(world.database, arrived.institution)
  if (institution === null) throw new Error('the assembly let an unknown institution pass')
  const [kind, facility] = [payloadText(payload, 'kind'), payloadText(payload, 'facility')]
  const quantity = typeof payload['quantity'] === 'number' ? payload['quantity'] : null
  const counting = { act, by, institution, kind, facility: facility === '' ? null : facility, quantity, now }
  const text = words(lang)
  return spoken(world, arrived, await countVisit(world, counting), text.counted, problem =>
    say(text.countRefusals, problem),
  )
}

async function undo(world: World, arrived: ArrivedAct): Promise<Result<string, string>> {
  const { id: act, by, institution, payload, occurredAt: now, lang } = arrived
  const text = words(lang)
  const undone = payloadText(payload, 'undone')
  if (!isUuid(undone)) return refused([say(text.undoRefusals, { code: 'nothing-to-undo' })])
  const result = await undoCount(world, { act, by, institution, undone, now })
  return spoken(world, arrived, result, text.undone, problem => say(text.undoRefusals, problem))
}

/** What a counter may do without a network. */
export const visitsTravelling: readonly TravellingAct[] = [
  { type: 'visits.count', version: 1, right: 'count-visits', perform: count },
  { type: 'visits.undo', version: 1, right: 'count-visits', perform: undo },
]
