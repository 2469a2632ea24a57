import { upgrade } from '../../src/cli/open.ts'
import { portsOf, provideProvince } from '../../src/cli/province.ts'
import { worldOf } from '../../src/cli/world.ts'
import { localDate } from '../../src/kernel/local-date.ts'
import { institutionByCode, loadInstitutions } from '../../src/modules/institutions/index.ts'
import { addPerson, createAccount, insertCard } from '../../src/modules/people/index.ts'
import { newId } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openHouse } from '../../src/platform/database/house.ts'
import { markDemo } from '../../src/platform/database/node.ts'
import { silentLog } from '../../src/platform/log.ts'
import { smallNetwork } from './institutions.ts'

/** A data folder in which the provincial library TVT has a librarian and readers, and no books yet. */
export interface Library {
  readonly institution: string
  readonly login: string
  readonly password: string
  /** The numbers of cards that may borrow. */
  readonly cards: readonly string[]
  /** A look at the database, from beside whoever serves. */
  readonly database: Database
  close(): Promise<void>
}

export async function openLibrary(dataDir: string, readers: number): Promise<Library> {
  const config = readConfig({ DATA_DIR: dataDir, DEMO: '0' }, [])
  const house = await openHouse({ ...config, purpose: 'command' })
  const world = worldOf(config, house, silentLog)
  const db = house.database
  await upgrade(config, house, () => undefined)
  await provideProvince(world, () => undefined)
  await db.transaction(tx => loadInstitutions(tx, { id: newId() }, smallNetwork, portsOf(world).institutions))
  const institution = (await institutionByCode(db, 'TVT'))?.id ?? ''
  const [login, password] = ['thu-thu', 'mat khau de thu']
  const who = { login, password, displayName: 'Thủ thư', role: 'librarian', institution, withBranches: true } as const
  // An account of a demonstration needs no telephone to sign in.
  await markDemo(db, true)
  await createAccount(world, { ...who, demo: true, mustChangePassword: false })
  const cards: string[] = []
  for (let n = 1; n <= readers; n += 1) {
    const [person, number] = [newId(), `TVT-${String(n).padStart(6, '0')}`]
    await addPerson(db, { id: person, displayName: `Bạn đọc ${n}`, kind: 'adult', demo: true })
    const [issuedOn, expiresOn] = [localDate('2026-01-01'), localDate('2099-12-31')]
    await insertCard(db, { id: newId(), number, person, institution, issuedOn, expiresOn, state: 'valid', note: null })
    cards.push(number)
  }
  return { institution, login, password, cards, database: db, close: () => house.close() }
}
