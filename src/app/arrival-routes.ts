import { textIn } from '../kernel/localized-text.ts'
import { type Result, refused } from '../kernel/result.ts'
import { say } from '../kernel/sentences.ts'
import { mayAt } from '../kernel/viewer.ts'
import { circulationTravelling } from '../modules/circulation/index.ts'
import { institutionByCode } from '../modules/institutions/index.ts'
import { visitsTravelling } from '../modules/visits/index.ts'
import { post, type RequestContext, type Route, signedIn } from '../platform/http/index.ts'
import { ActIdReused, BooksClosed } from '../platform/journal/index.ts'
import type { TravellingAct } from '../platform/travelling-act.ts'
import type { World } from '../platform/world.ts'
import { type Arrival, decideArrival, parseSending, sentId, whatActIsAbout } from './arrival.ts'
import { arrivalWords } from './arrival-words.ts'

/** Where devices send the acts that waited on them. */
const arrivalsPath = '/api/viec'

/** The closed list of what may be done without a network. */
const travelling: ReadonlyMap<string, TravellingAct> = new Map(
  [...visitsTravelling, ...circulationTravelling].map(act => [act.type, act]),
)

/** What became of one act: written; refused until a person decides; or not yet, and to be sent again by itself. */
type Line =
  | { readonly id: string | null; readonly state: 'received'; readonly says: string }
  | { readonly id: string | null; readonly state: 'refused' | 'again'; readonly reasons: readonly string[] }

/**
 * Acts that were done on a device. Each is judged by itself as its page would judge it — the route lets everybody pass
 * who is signed in, since each act names its own right and place — and has its own transaction, in the order sent.
 */
export const arrivalRoutes = (world: World): Route[] => [post(arrivalsPath, signedIn, c => takeActs(world, c))]

async function takeActs(world: World, c: RequestContext) {
  const text = arrivalWords(c.var.lang)
  const body: unknown = await c.req.json().catch(() => null)
  const sending = parseSending(body)
  if (!sending.ok) return problem(c, 400, sending.problems.map(one => say(text.sending, one)).join(' '))
  const { by, sentAt, acts } = sending.value
  if (by !== null && by !== c.var.viewer.person) return problem(c, 409, text.otherPerson)
  const lines: Line[] = []
  const failed = new Set<string>()
  for (const sent of acts) {
    const about = whatActIsAbout(sent)
    const line: Line = about.some(one => failed.has(one))
      ? { id: sentId(sent), state: 'again', reasons: [text.fault(c.var.requestId)] }
      : await takeAct(world, c, sent, sentAt)
    // The return of a copy whose lending has to come again would be refused for good, and the loan stay open.
    if (line.state === 'again') for (const one of about) failed.add(one)
    lines.push(line)
  }
  return c.json({ receivedAt: c.var.now.toISOString(), acts: lines })
}

function problem(c: RequestContext, status: 400 | 409, detail: string) {
  const title = status === 400 ? 'Bad Request' : 'Conflict'
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  return c.body(JSON.stringify({ type: 'about:blank', title, status, detail }), status, headers)
}

async function takeAct(world: World, c: RequestContext, sent: unknown, sentAt: Date): Promise<Line> {
  const id = sentId(sent)
  const text = arrivalWords(c.var.lang)
  const arrival = decideArrival(sent, sentAt, c.var.now)
  if (!arrival.ok) return { id, state: 'refused', reasons: arrival.problems.map(one => say(text.arrival, one)) }
  try {
    const result = await judge(world, c, arrival.value)
    if (result.ok) return { id, state: 'received', says: result.value }
    return { id, state: 'refused', reasons: result.problems }
  } catch (error) {
    if (error instanceof ActIdReused) return { id, state: 'refused', reasons: [text.reused] }
    // It will never be taken: the device must not send it again by itself.
    if (error instanceof BooksClosed) return { id, state: 'refused', reasons: [text.booksClosed(error.year)] }
    // One that fails keeps none of the others from being written; the device sends it again.
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    world.log.error({ request: c.var.requestId, act: id, error: reason }, 'an act from a device failed')
    return { id, state: 'again', reasons: [text.fault(c.var.requestId)] }
  }
}

async function judge(world: World, c: RequestContext, arrival: Arrival): Promise<Result<string, string>> {
  const text = arrivalWords(c.var.lang)
  const { id, occurredAt, payload } = arrival
  const act = travelling.get(arrival.type)
  if (act === undefined) return refused([text.unknownType])
  if (act.version !== arrival.version) return refused([text.otherVersion])
  const institution = await institutionByCode(world.database, arrival.institution)
  if (institution === null) return refused([text.noInstitution])
  const { lang, viewer } = c.var
  const name = textIn(institution.name, lang).text
  if (viewer.person === null || !mayAt(viewer, act.right, institution.id)) return refused([text.notAllowed(name)])
  return act.perform(world, { id, by: viewer.person, institution: institution.id, occurredAt, payload, lang })
}
