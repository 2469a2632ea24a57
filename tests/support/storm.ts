import { newId } from '../../src/platform/clock.ts'

/** A desk of a library over HTTP, as the browser of its librarian has it. */
export interface Desk {
  readonly url: string
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
}

/** One act that a desk sent; `acknowledged` once the server answered that it is done. */
export interface Sent {
  readonly act: string
  readonly type: 'lend' | 'return' | 'undo'
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  acknowledged: boolean
}

/** Opens a desk by name and password. */
export async function openDesk(url: string, code: string, login: string, password: string): Promise<Desk> {
  const ours = { 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams({ ten: login, 'mat-khau': password })
  const answer = await fetch(`${url}/dang-nhap`, { method: 'POST', headers: ours, body, redirect: 'manual' })
  const cookie = answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  if (answer.status !== 303) throw new Error(`${login} could not sign in: ${answer.status}`)
  return { url, code, headers: { ...ours, cookie } }
}

/** Sends an act; gives the status (and `told` the page), or null when nobody answered. */
export async function send(
  { url, headers }: Desk,
  sent: Sent,
  told: (status: number, page: string) => void = () => undefined,
): Promise<number | null> {
  const body = new URLSearchParams({ ...sent.fields, act: sent.act })
  const options = { method: 'POST', headers, body, redirect: 'manual' } as const
  const answer = await fetch(`${url}${sent.path}`, options).catch(() => null)
  // Not only the head: what is cut off in the middle is no acknowledgement.
  const page = await answer?.text().catch(() => null)
  if (answer === null || page === null || page === undefined) return null
  sent.acknowledged ||= answer.status === 303
  told(answer.status, page)
  return answer.status
}

function plan({ code }: Desk, card: string, barcode: string, turn: number): Sent[] {
  const path = `/nghiep-vu/quay/${code}`
  const act = (type: Sent['type'], at: string, fields: Record<string, string>): Sent => ({
    act: newId(),
    type,
    path: at,
    fields,
    acknowledged: false,
  })
  const lend = act('lend', path, { viec: 'muon', the: card, quet: barcode })
  // Every seventh lending was a mistake; every third copy stays with its reader for a while.
  if (turn % 7 === 6) return [lend, act('undo', `${path}/hoan-tac/${lend.act}?viec=muon&the=${card}`, {})]
  return [lend, act('return', path, { viec: 'tra', quet: barcode })]
}

/** How a reader of a storm goes about it. */
export interface Round {
  readonly card: string
  readonly barcodes: readonly string[]
  /** What was sent so far, in order. */
  readonly log: Sent[]
  /** The pages on which a server in trouble said so. */
  readonly troubles: string[]
  enough(): boolean
  /** Whether an act that a server in trouble did not acknowledge is sent again. */
  patient(): boolean
}

/** Lends, undoes and takes back, one act after the other, until there is enough or the server does not acknowledge one. */
export async function work(desk: Desk, round: Round): Promise<void> {
  const { card, barcodes, log, troubles, enough, patient } = round
  const told = (status: number, page: string) => status >= 500 && troubles.push(page)
  for (let turn = 0; !enough(); turn += 1) {
    for (const sent of plan(desk, card, barcodes[turn % barcodes.length] ?? '', turn)) {
      log.push(sent)
      let status = await send(desk, sent, told)
      const inTrouble = () => status === null || status >= 500
      while (inTrouble() && patient()) {
        await new Promise(resolve => setTimeout(resolve, 100))
        status = await send(desk, sent, told)
      }
      if (inTrouble()) return
      if (status !== 303) throw new Error(`${sent.type} was answered ${status}`)
    }
  }
}
