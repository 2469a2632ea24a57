import { startSending, type Way } from './act-sender.ts'
import type { ActStore, KeptAct } from './act-store.ts'
import { browser, type Element } from './browser.ts'

const { document } = browser

/** How long what the server has received stays in the lists. */
const dayMs = 86_400_000

/** Fills a copy of one of the page's templates. */
export function fromTemplate(name: string, slots: Readonly<Record<string, string>>): Element {
  const template = document.querySelector(`template[data-template="${name}"]`)
  const copy = template?.content.firstElementChild?.cloneNode(true)
  if (copy === undefined) throw new Error(`the page has no template ${name}`)
  for (const [slot, text] of Object.entries(slots)) {
    const place = copy.querySelector(`[data-slot="${slot}"]`)
    if (place !== null) place.textContent = text
  }
  return copy
}

function refusedRow(act: KeptAct): Element {
  const row = fromTemplate('refused', { label: act.label })
  row.dataset['n'] = String(act.n)
  const reasons = act.says.map(text => {
    const line = document.createElement('li')
    line.textContent = text
    return line
  })
  row.querySelector('[data-slot="reasons"]')?.replaceChildren(...reasons)
  return row
}

/** The clock of this device, as it is read. */
export const timeOf = (act: KeptAct): string => {
  const at = new Date(act.at)
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

interface Truth {
  /** Records an act and begins to send it. */
  readonly record: (act: Parameters<ActStore['add']>[0]) => Promise<void>
  readonly refresh: () => Promise<void>
}

/**
 * Keeps the part of the page that says how far the acts of this device have come, and sends them. `show` is told of all
 * acts of this person whenever one of them changed. Where nothing waits and nothing is wrong, a `quiet` page says nothing.
 */
export async function startTruth(
  store: ActStore,
  root: Element,
  show: (own: readonly KeptAct[]) => void,
): Promise<Truth> {
  const by = root.dataset['by'] ?? ''
  const quiet = root.dataset['quiet'] !== undefined
  let way: Way = browser.navigator.onLine ? 'open' : 'no-signal'
  let sending = false
  await store.forget(new Date(Date.now() - dayMs).toISOString())

  const when = (name: string, shown: boolean): void => {
    for (const part of root.querySelectorAll(`[data-when="${name}"]`)) part.hidden = !shown
  }
  const count = (name: string, number: number): void => {
    for (const part of root.querySelectorAll(`[data-count="${name}"]`)) part.textContent = String(number)
  }

  function paint(all: readonly KeptAct[]): void {
    const own = all.filter(act => act.by === by)
    const inState = (...states: readonly KeptAct['state'][]) => own.filter(({ state }) => states.includes(state)).length
    const open = inState('waiting', 'sent')
    const others = all.filter(act => act.by !== by && act.state !== 'received').length
    count('kept', own.length)
    count('sent', own.length - inState('waiting'))
    count('received', inState('received'))
    count('open', open)
    count('refused', inState('refused'))
    count('others', others)
    when('no-signal', way === 'no-signal')
    when('sending', way === 'open' && open > 0)
    when('sign-in', open > 0 && (way === 'sign-in' || way === 'other-person'))
    when('fault', open > 0 && way === 'fault')
    when('others', others > 0)
    when('refused', inState('refused') > 0)
    when('done', own.length > 0 && open === 0 && inState('refused') === 0)
    root.dataset['sending'] = String(sending)
    const rows = own.filter(({ state }) => state === 'refused').map(refusedRow)
    root.querySelector('[data-refused]')?.replaceChildren(...rows)
    root.hidden = quiet ? open + others + inState('refused') === 0 : own.length + others === 0 && way !== 'no-signal'
    show(own)
  }
  const refresh = async (): Promise<void> => paint(await store.all())

  const { send } = startSending(store, by, (now, busy) => {
    way = now
    sending = busy
    void refresh()
  })
  root.addEventListener('click', ({ target }) => {
    const n = Number(target.closest('[data-n]')?.dataset['n'])
    const act = target.closest('[data-do]')?.dataset['do']
    if (act === 'again') void store.again(n).then(send)
    if (act === 'drop') void store.drop(n).then(refresh)
  })
  await refresh()
  send()
  return {
    refresh,
    record: async act => {
      await store.add(act)
      send()
      // It is recorded; a page that cannot show so must not let the form go as well.
      await refresh().catch(() => undefined)
    },
  }
}
