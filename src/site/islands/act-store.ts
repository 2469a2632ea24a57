/** The acts that wait on this device, in IndexedDB: written to its disk before anybody is told that they are recorded. */
interface Asking<T> {
  readonly result: T
  readonly error: unknown
  onsuccess: (() => void) | null
  onerror: (() => void) | null
}
interface Store {
  add(value: unknown): Asking<number>
  put(value: unknown): Asking<number>
  get(key: number): Asking<KeptAct | undefined>
  getAll(): Asking<KeptAct[]>
  delete(key: number): Asking<undefined>
}
interface Transaction {
  readonly error: unknown
  objectStore(name: string): Store
  oncomplete: (() => void) | null
  onerror: (() => void) | null
  onabort: (() => void) | null
}
interface Base {
  transaction(name: string, mode: 'readonly' | 'readwrite', options: { durability: 'strict' | 'relaxed' }): Transaction
  createObjectStore(name: string, options: { keyPath: string; autoIncrement: boolean }): unknown
  close(): void
  onversionchange: (() => void) | null
}
interface Opening extends Asking<Base> {
  onupgradeneeded: (() => void) | null
  onblocked: (() => void) | null
}
declare const indexedDB: { open(name: string, version: number): Opening }

/** An act as it was done, before anybody heard of it. */
export interface NewAct {
  /** UUIDv7, minted at the tap. */
  readonly id: string
  readonly type: string
  readonly version: number
  /** The code of the institution. */
  readonly institution: string
  /** Whose act it is: nobody else sends it. */
  readonly by: string
  /** By the clock of this device. */
  readonly at: string
  /** Emptied of what names a reader once the server has received it. */
  readonly payload: Readonly<Record<string, unknown>> | null
  /** What the lists call it; emptied likewise. */
  readonly label: string
  /** What it adds to a counter, where it does. */
  readonly tally?: { readonly kind: string; readonly facility: string; readonly quantity: number }
}

export interface KeptAct extends NewAct {
  /** The order in which they were recorded, whatever the clock said. */
  readonly n: number
  /** Recorded; on its way, or nobody heard an answer; with the server; or refused and kept until a person decides. */
  readonly state: 'waiting' | 'sent' | 'received' | 'refused'
  /** What the server said of it. */
  readonly says: readonly string[]
  /** When, by the clock of the server. */
  readonly receivedAt?: string
}

const table = 'acts'

/** `indexedDB` itself may be missing or throw where a browser keeps nothing. */
function open(): Promise<Base> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bac-thang', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(table, { keyPath: 'n', autoIncrement: true })
    opening.onerror = () => reject(opening.error)
    opening.onblocked = () => reject(new Error('blocked'))
    opening.onsuccess = () => {
      opening.result.onversionchange = () => opening.result.close()
      resolve(opening.result)
    }
  })
}

const asked = <T>(asking: Asking<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })

/** Works within one transaction, so that two tabs never undo each other's writing; ends when it is on the disk. */
async function within<T>(base: Base, work: (store: Store) => Promise<T>): Promise<T> {
  const transaction = base.transaction(table, 'readwrite', { durability: 'strict' })
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
  const [result] = await Promise.all([work(transaction.objectStore(table)), ended])
  return result
}

export type ActStore = Awaited<ReturnType<typeof openStore>>

export async function openStore() {
  const base = await open()
  const update = (keys: readonly number[], change: (act: KeptAct) => KeptAct | null): Promise<void> =>
    within(base, async store => {
      for (const key of keys) {
        const act = await asked(store.get(key))
        const changed = act === undefined ? null : change(act)
        if (changed !== null) await asked(store.put(changed))
      }
    })
  return {
    /** Records an act; when it resolves, the act outlives the browser. */
    add: (act: NewAct): Promise<number> =>
      within(base, store => asked(store.add({ ...act, state: 'waiting', says: [] }))),

    /** All of them, in the order recorded. */
    all: (): Promise<KeptAct[]> =>
      asked(base.transaction(table, 'readonly', { durability: 'relaxed' }).objectStore(table).getAll()),

    /** The next that this person has to send, as they were; from now on they are marked as sent. */
    claim: (by: string, but: ReadonlySet<number>, most: number): Promise<KeptAct[]> =>
      within(base, async store => {
        const open = (await asked(store.getAll())).filter(
          act => act.by === by && (act.state === 'waiting' || act.state === 'sent') && !but.has(act.n),
        )
        const claimed = open.slice(0, most)
        for (const act of claimed) await asked(store.put({ ...act, state: 'sent' }))
        return claimed
      }),

    update,

    /** Sends it once more, as somebody asked. */
    again: (n: number): Promise<void> =>
      update([n], act => (act.state === 'refused' ? { ...act, state: 'waiting', says: [] } : null)),

    /** Takes one off the device that nobody has sent, or that was refused; false when it is on its way already. */
    drop: (n: number): Promise<boolean> =>
      within(base, async store => {
        const act = await asked(store.get(n))
        if (act?.state !== 'waiting' && act?.state !== 'refused') return false
        await asked(store.delete(n))
        return true
      }),

    /** Forgets what the server received before this moment; what was not received is never forgotten by itself. */
    forget: (before: string): Promise<void> =>
      within(base, async store => {
        for (const act of await asked(store.getAll())) {
          if (act.state === 'received' && (act.receivedAt ?? '') < before) await asked(store.delete(act.n))
        }
      }),
    close: () => base.close(),
  }
}

/** At sign-out: nothing that the server has is left on the device. */
export async function forgetReceived(): Promise<void> {
  const store = await openStore()
  await store.forget('9999')
  store.close()
}
