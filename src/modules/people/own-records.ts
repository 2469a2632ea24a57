import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { institutionsByIds } from '../institutions/index.ts'
import { cardsOf } from './card-store.ts'
import { contactsOf } from './contact-store.ts'
import { looksAtPerson } from './look-store.ts'
import { words } from './messages.ts'
import { ownAccount, ownPerson, ownRoles } from './own-store.ts'
import type { OwnRecord, OwnRecords, PeoplePort } from './port.ts'
import { isRole } from './role.ts'
import { sessionsOf } from './session-store.ts'

/** More than anybody has; a file has to end. */
const mostLooks = 1000

type Labels = Readonly<Record<string, string>>

/** Records with the names of their values, in the order of the names. */
const part = (key: string, title: string, labels: Labels, records: readonly OwnRecord[]): OwnRecords => ({
  key,
  title,
  fields: Object.entries(labels).map(([field, label]) => ({ key: field, label })),
  records,
})

/** Everything that is kept of a person, here and in the modules after: nothing else is. */
export async function recordsOf(
  db: Db,
  port: Pick<PeoplePort, 'ownRecords'>,
  person: string,
  at: { readonly now: Date; readonly lang: Language },
): Promise<OwnRecords[]> {
  const say = words(at.lang)
  const own = await ownPerson(db, person)
  const account = await ownAccount(db, person)
  const cards = await cardsOf(db, person)
  const roles = await ownRoles(db, person)
  const looks = await looksAtPerson(db, person, mostLooks)
  const ids = [...cards, ...looks, ...roles].flatMap(({ institution }) => (institution === null ? [] : [institution]))
  const places = await institutionsByIds(db, [...new Set(ids)])
  const names = new Map(places.map(place => [place.id, textIn(place.name, at.lang).text]))
  const nameOf = (institution: string | null) =>
    institution === null ? say.wholeProvince : (names.get(institution) ?? '—')
  const { own: labels } = say
  return [
    part('person', say.ownPerson, labels.person, own === null ? [] : [{ ...own, group: say.kinds[own.group] }]),
    part('account', say.account, labels.account, account === null ? [] : [{ ...account }]),
    part(
      'cards',
      say.ownCards,
      labels.cards,
      cards.map(card => ({
        number: card.number,
        institution: nameOf(card.institution),
        issuedOn: card.issuedOn,
        expiresOn: card.expiresOn,
        state: say.cardStates[card.state],
        note: card.note,
      })),
    ),
    part(
      'contacts',
      say.ownContacts,
      labels.contacts,
      (await contactsOf(db, [person])).map(({ kind, value, confirmedAt }) => ({ kind, value, confirmedAt })),
    ),
    part(
      'appointments',
      say.ownRoles,
      labels.appointments,
      roles.map(({ role, ...grant }) => ({
        ...grant,
        role: isRole(role) ? say.roles[role] : role,
        institution: nameOf(grant.institution),
      })),
    ),
    ...(await port.ownRecords(db, person, at.lang)),
    part(
      'sessions',
      say.devices,
      labels.sessions,
      (await sessionsOf(db, person, at.now)).map(session => ({
        device: session.device || say.unknownDevice,
        since: session.createdAt,
        lastUsed: session.seenAt,
      })),
    ),
    part(
      'looks',
      say.looksAtYou,
      labels.looks,
      looks.map(look => ({
        on: look.on,
        institution: nameOf(look.institution),
        purpose: say.lookPurposes[look.purpose],
      })),
    ),
  ]
}

/** The file that a person takes along: one member for each kind of record, values as they are kept. */
export const fileOf = (records: readonly OwnRecords[], now: Date): string =>
  `${JSON.stringify(
    { format: 1, madeAt: now, ...Object.fromEntries(records.map(one => [one.key, one.records])) },
    null,
    1,
  )}\n`
