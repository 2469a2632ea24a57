import { type ActStore, type KeptAct, openStore } from './act-store.ts'
import { fromTemplate, startTruth, timeOf } from './act-truth.ts'
import { browser, type Element } from './browser.ts'
import { keepShell } from './keep-shell.ts'
import { newAct } from './new-act.ts'

/**
 * The counter at the door: each tap is an act of its own, recorded on the device first and sent from there, with and
 * without a network. The page's own figures are of the moment that it names; what this device has added stands beside.
 */
const { document } = browser
const most = 12

const dayIn = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

const field = (form: Element, name: string): string => form.querySelector(`[name="${name}"]`)?.value.trim() ?? ''

/** What this person counted here today on this device, and the page's own figures do not hold yet. */
function tallied(root: Element, own: readonly KeptAct[]): KeptAct[] {
  const { institution, facility, at = '' } = root.dataset
  const inPage = (act: KeptAct): boolean =>
    (act.receivedAt !== undefined && act.receivedAt < at) || root.querySelector(`[data-counted="${act.id}"]`) !== null
  return own.filter(
    act =>
      act.tally !== undefined &&
      act.institution === institution &&
      act.tally.facility === facility &&
      act.state !== 'refused' &&
      dayIn(new Date(act.at)) === dayIn(new Date()) &&
      !inPage(act),
  )
}

function paintCounts(root: Element, acts: readonly KeptAct[]): void {
  const stale = root.dataset['day'] !== dayIn(new Date())
  for (const part of root.querySelectorAll('[data-of-day]')) part.hidden = stale
  for (const button of root.querySelectorAll('[data-kind]')) {
    const sum = acts
      .filter(({ tally }) => tally?.kind === button.dataset['kind'])
      .reduce((all, { tally }) => all + (tally?.quantity ?? 0), 0)
    const more = button.querySelector('[data-more]')
    if (more === null) continue
    more.hidden = sum === 0
    more.textContent = `${sum > 0 ? '+' : '−'}${Math.abs(sum)}`
  }
}

/** The last counts of this device that still stand, each with the way to take it back. */
function paintLines(root: Element, acts: readonly KeptAct[], own: readonly KeptAct[]): void {
  const undone = new Set(own.filter(({ state }) => state !== 'refused').map(({ payload }) => payload?.['undone']))
  const rows = acts
    .filter(({ id, type }) => type === 'visits.count' && !undone.has(id))
    .slice(-most)
    .reverse()
    .map(act => {
      const row = fromTemplate('line', { time: timeOf(act), label: act.label })
      row.dataset['act'] = act.id
      return row
    })
  root.querySelector('[data-lines]')?.replaceChildren(...rows)
  for (const line of root.querySelectorAll('[data-counted]')) {
    const gone = undone.has(line.dataset['counted'])
    const button = line.querySelector('form')
    const tag = line.querySelector('[data-undone]')
    if (button !== null) button.hidden = gone
    if (tag !== null) tag.hidden = !gone
  }
}

/** What a press of a button does. */
interface Counter {
  count(form: Element): Promise<void>
  undo(undone: string): Promise<void>
}

async function begin(root: Element, store: ActStore): Promise<Counter> {
  const { institution = '', facility = '', by = '' } = root.dataset
  let own: readonly KeptAct[] = []
  const sync = root.querySelector('[data-sync]')
  if (sync === null) throw new Error('no place for the counts')
  const truth = await startTruth(store, sync, all => {
    own = all
    const acts = tallied(root, all)
    paintCounts(root, acts)
    paintLines(root, acts, all)
  })

  const say = (text: string): void => {
    const place = document.querySelector('[data-said]')
    if (place !== null) place.textContent = text
  }
  async function count(form: Element): Promise<void> {
    const number = form.querySelector('[name="so"]')
    const typed = field(form, 'so').replaceAll('.', '')
    const quantity = number === null ? 1 : Number(/^\d{1,4}$/.test(typed) ? typed : 0)
    const why = form.querySelector('[data-why]')
    const wrong = quantity < 1 || quantity > Number(root.dataset['most'])
    if (why !== null) why.hidden = !wrong
    if (wrong) return number?.focus()
    const kind = field(form, 'loai')
    const label = number === null ? (form.dataset['name'] ?? '') : `${form.dataset['name']}: ${quantity}`
    if (number !== null) number.value = ''
    const tally = { kind, facility, quantity }
    const payload = { kind, facility: facility === '' ? null : facility, quantity }
    await truth.record(newAct({ type: 'visits.count', institution, by, payload, label, tally }))
    say(`${root.dataset['wordCounted']} ${label}`)
  }
  async function undo(undone: string): Promise<void> {
    const act = own.find(({ id }) => id === undone)
    if (act?.state === 'waiting' && (await store.drop(act.n))) return truth.refresh()
    const line = root.querySelector(`[data-counted="${undone}"]`)
    const kind = act?.tally?.kind ?? line?.dataset['of'] ?? ''
    const quantity = -(act?.tally?.quantity ?? Number(line?.dataset['quantity'] ?? 0))
    // Of yesterday, it moves no figure of today.
    const today = line?.dataset['today'] !== 'no'
    const label = `${root.dataset['wordUndone']} ${act?.label ?? line?.querySelector('[data-name]')?.textContent ?? ''}`
    const tally = { kind, facility, quantity: today ? quantity : 0 }
    await truth.record(newAct({ type: 'visits.undo', institution, by, payload: { undone }, label, tally }))
  }

  root.addEventListener('click', ({ target }) => {
    const undone = target.closest('[data-do="undo"]')?.closest('[data-act]')?.dataset['act']
    if (undone !== undefined) void undo(undone)
  })
  return { count, undo }
}

const root = document.querySelector('[data-counter]')
keepShell()
if (root !== null) {
  const ready = openStore().then(store => begin(root, store))
  ready.catch(() => undefined)
  // From the first moment: without a network a form that goes the plain way would leave the page.
  root.addEventListener('submit', event => {
    const form = event.target
    const undone = form.closest('[data-counted]')?.dataset['counted']
    if (form.dataset['name'] === undefined && undone === undefined) return
    event.preventDefault()
    // A device that cannot write it down lets the form go the plain way, as without a script.
    void ready
      .then(counter => (undone === undefined ? counter.count(form) : counter.undo(undone)))
      .catch(() => form.submit())
  })
}
