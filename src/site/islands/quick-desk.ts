import { type ActStore, type KeptAct, openStore } from './act-store.ts'
import { fromTemplate, startTruth, timeOf } from './act-truth.ts'
import { browser, type Element } from './browser.ts'
import { keepShell } from './keep-shell.ts'
import { newAct } from './new-act.ts'

/** The desk that works without a network: a card, then barcodes; each is an act that is recorded first and sent after. */
const { document } = browser
const most = 60
const minuteMs = 60_000

const modes = { muon: 'circulation.lend', tra: 'circulation.return', 'gia-han': 'circulation.renew' } as const
type Mode = keyof typeof modes

function rowOf(act: KeptAct): Element {
  const row = fromTemplate(act.state === 'received' ? 'received' : act.state === 'sent' ? 'sent' : 'waiting', {
    time: timeOf(act),
    label: act.label,
    says: act.says.join(' '),
  })
  row.dataset['act'] = String(act.n)
  return row
}

async function begin(root: Element, store: ActStore): Promise<void> {
  const { institution = '', by = '' } = root.dataset
  let here: readonly KeptAct[] = []
  const sync = root.querySelector('[data-sync]')
  const form = root.querySelector('form')
  const [card, code] = [form?.querySelector('[name="the"]'), form?.querySelector('[name="quet"]')]
  const cardPart = root.querySelector('[data-card]')
  const twice = root.querySelector('[data-twice]')
  if (sync === null || form === null || !card || !code || cardPart === null || twice === null) return
  form.hidden = false
  const truth = await startTruth(store, sync, own => {
    here = own.filter(act => act.institution === institution && act.type.startsWith('circulation.'))
    const rows = here.filter(({ state }) => state !== 'refused').slice(-most)
    root.querySelector('[data-rows]')?.replaceChildren(...rows.reverse().map(rowOf))
    const none = root.querySelector('[data-none]')
    if (none !== null) none.hidden = rows.length > 0
  })

  const chosen = (): Mode => (form.querySelector('[name="viec"]:checked')?.value ?? 'muon') as Mode
  const word = (mode: Mode): string => root.dataset[{ muon: 'lend', tra: 'back', 'gia-han': 'renew' }[mode]] ?? ''
  const need = (name: string, shown: boolean): void => {
    for (const part of form.querySelectorAll(`[data-why="${name}"]`)) part.hidden = !shown
  }
  const say = (text: string): void => {
    const place = root.querySelector('[data-said]')
    if (place !== null) place.textContent = text
  }

  /** The same again within a minute is more often a scanner that beeped twice than a second copy. */
  const lately = new Map<string, number>()
  const justDone = (type: string, barcode: string): boolean =>
    Date.now() - (lately.get(`${type} ${barcode}`) ?? 0) < minuteMs ||
    here.some(
      act => act.type === type && act.payload?.['barcode'] === barcode && Date.now() - Date.parse(act.at) < minuteMs,
    )

  async function take(asked: boolean): Promise<void> {
    const mode = chosen()
    const type = modes[mode]
    const [number, barcode] = [card?.value.trim() ?? '', code?.value.trim() ?? '']
    const withCard = mode !== 'tra'
    need('card', withCard && number === '')
    need('code', barcode === '')
    if (withCard && number === '') return card?.focus()
    if (barcode === '') return code?.focus()
    const again = !asked && justDone(type, barcode)
    if (twice !== null) twice.hidden = !again
    if (again) return code?.select()
    const label = `${word(mode)} ${barcode}${withCard ? `, ${root.dataset['cardWord']} ${number}` : ''}`
    const payload = withCard ? { card: number, barcode } : { barcode }
    if (code) code.value = ''
    await truth.record(newAct({ type, institution, by, payload, label }))
    lately.set(`${type} ${barcode}`, Date.now())
    say(`${root.dataset['recorded']} ${label}`)
    code?.focus()
  }

  const failed = root.querySelector('[data-failed]')
  const go = (asked: boolean): void =>
    void take(asked).catch(() => {
      if (failed !== null) failed.hidden = false
    })
  form.addEventListener('submit', event => {
    event.preventDefault()
    go(false)
  })
  // A scanner ends a card with Enter too: then the books come.
  card.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || card.value.trim() === '' || code.value.trim() !== '') return
    event.preventDefault()
    need('card', false)
    code.focus()
  })
  form.addEventListener('change', ({ target }) => {
    if (target.closest('[name="viec"]') === null) return
    cardPart.hidden = chosen() === 'tra'
    twice.hidden = true
    ;(cardPart.hidden || card.value !== '' ? code : card).focus()
  })
  root.addEventListener('click', ({ target }) => {
    const act = target.closest('[data-do]')?.dataset['do']
    const n = Number(target.closest('[data-act]')?.dataset['act'])
    if (act === 'undo') {
      lately.clear()
      void store.drop(n).then(truth.refresh)
    }
    if (act === 'once-more') go(true)
    if (act === 'not-again') {
      twice.hidden = true
      code.value = ''
      code.focus()
    }
    if (act === 'next-reader') {
      card.value = ''
      code.value = ''
      card.focus()
    }
  })
}

const root = document.querySelector('[data-quick-desk]')
keepShell()
if (root !== null) {
  void openStore()
    .then(store => begin(root, store))
    .catch(() => {
      const failed = root.querySelector('[data-failed]')
      if (failed !== null) failed.hidden = false
    })
}
