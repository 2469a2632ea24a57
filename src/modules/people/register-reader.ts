import { addDays, type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { fold, sortKey } from '../../kernel/vietnamese.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { institutionById } from '../institutions/index.ts'
import type { Person } from './card.ts'
import { cardById, insertCard, insertPerson, lastCardNumber, renewCard } from './store.ts'

/** Cards are good for a year; the desk renews them in one act. */
const cardDays = 365

/** Adds a person with their names folded and ordered, as every way in does. */
export async function addPerson(
  tx: Db,
  person: { id: string; displayName: string; kind: Person['kind']; demo: boolean },
): Promise<void> {
  await insertPerson(tx, { ...person, sortKey: sortKey(person.displayName), foldedName: fold(person.displayName) })
}

export interface ReaderRegistration {
  readonly act: string
  readonly by: string
  readonly institution: string
  readonly displayName: string
  readonly kind: Person['kind']
  readonly now: Date
}

/** Registers a reader who stands at the desk and gives the next card of the institution's series. */
export function registerReader(
  world: World,
  registration: ReaderRegistration,
): Promise<Result<{ card: string; number: string }, never>> {
  const { act, by, institution, now } = registration
  return perform(
    world.database,
    { id: act, type: 'people.register-reader', version: 1, actor: by, institution, occurredAt: now, payload: {} },
    async tx => {
      const home = await institutionById(tx, institution)
      if (home === null) throw new Error(`institution ${institution} does not exist`)
      const number = `${home.code}-${String((await lastCardNumber(tx, home.code)) + 1).padStart(6, '0')}`
      const today = localDateAt(now)
      const person = newId()
      const card = newId()
      await addPerson(tx, { id: person, displayName: registration.displayName, kind: registration.kind, demo: false })
      await insertCard(tx, {
        id: card,
        number,
        person,
        institution,
        issuedOn: today,
        expiresOn: addDays(today, cardDays),
        state: 'valid',
        note: null,
      })
      return ok({ card, number })
    },
  )
}

/** Renews a card for a year from today. */
export function renewReaderCard(
  world: World,
  renewal: { act: string; by: string; card: string; institution: string; now: Date },
): Promise<Result<{ card: string; expiresOn: LocalDate }, never>> {
  return perform(
    world.database,
    {
      id: renewal.act,
      type: 'people.renew-card',
      version: 1,
      actor: renewal.by,
      institution: renewal.institution,
      occurredAt: renewal.now,
      payload: { card: renewal.card },
    },
    async tx => {
      const card = await cardById(tx, renewal.card)
      if (card === null) throw new Error(`card ${renewal.card} does not exist`)
      const expiresOn = addDays(localDateAt(renewal.now), cardDays)
      await renewCard(tx, card.id, expiresOn)
      return ok({ card: card.id, expiresOn })
    },
  )
}
