import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { fold, sortKey } from '../../kernel/vietnamese.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { institutionById } from '../institutions/index.ts'
import { type CardRefusal, cardExpiryFrom, cardNumberOf, decideCardRenewal, type Person } from './card.ts'
import { insertCard, lastCardNumber, lockCard, type Reader, readersNamed, setCardExpiry } from './card-store.ts'
import { insertPerson } from './person-store.ts'

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
  /** For a child: whoever represents them agreed (from seven years on, so did the child); null for the others. */
  readonly consent: 'representative' | null
  /** Where a reader of the same name is looked for. */
  readonly among: readonly string[]
  /** The desk has seen those of the same name: this is somebody else. */
  readonly despiteSameName: boolean
  readonly now: Date
}

export type RegistrationRefusal = { readonly code: 'same-name'; readonly readers: readonly Reader[] }

/** Registers a reader who stands at the desk and gives the next card of the institution's series. */
export function registerReader(
  world: World,
  registration: ReaderRegistration,
): Promise<Result<{ card: string; number: string }, RegistrationRefusal>> {
  const { act, by, institution, now, displayName, kind, consent } = registration
  const payload = consent === null ? {} : { consent }
  return perform<{ card: string; number: string }, RegistrationRefusal>(
    world.database,
    { id: act, type: 'people.register-reader', version: 1, actor: by, institution, occurredAt: now, payload },
    async tx => {
      const home = await institutionById(tx, institution)
      if (home === null) throw new Error(`institution ${institution} does not exist`)
      // Locks the series, so that two desks that register the same name at once see each other.
      const number = cardNumberOf(home.code, (await lastCardNumber(tx, home.code)) + 1)
      const readers = await readersNamed(tx, registration.among, fold(displayName))
      if (readers.length > 0 && !registration.despiteSameName) return refused([{ code: 'same-name' as const, readers }])
      const today = localDateAt(now)
      const person = newId()
      const card = newId()
      await addPerson(tx, { id: person, displayName, kind, demo: false })
      await insertCard(tx, {
        id: card,
        number,
        person,
        institution,
        issuedOn: today,
        expiresOn: cardExpiryFrom(today),
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
): Promise<Result<{ card: string; expiresOn: LocalDate }, CardRefusal>> {
  return perform<{ card: string; expiresOn: LocalDate }, CardRefusal>(
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
      const card = await lockCard(tx, renewal.card)
      if (card === null) throw new Error(`card ${renewal.card} does not exist`)
      const decided = decideCardRenewal(card, localDateAt(renewal.now))
      if (!decided.ok) return decided
      await setCardExpiry(tx, card.id, decided.value.expiresOn)
      return ok({ card: card.id, expiresOn: decided.value.expiresOn })
    },
  )
}
