import type { Language } from '../../kernel/language.ts'
import { localDateAt } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { callsOf, failedLettersTo, reachableByLetter } from '../notices/index.ts'
import { contactsOf, displayNames, formatPhone } from '../people/index.ts'
import { type LoanLine, overdueLines } from './desk.ts'

/** One reader to ring, with what is late. */
export interface CallLine {
  readonly person: string
  readonly name: string
  /** As it is read aloud; null when nobody gave one. */
  readonly phone: string | null
  readonly why: 'no-address' | 'letter-failed'
  readonly loans: readonly LoanLine[]
  /** When this desk rang within the last week; null when it did not. */
  readonly calledAt: Date | null
}

const weekMs = 7 * 86_400_000

/** Readers of a desk with late books whom no letter reaches, the longest late first. */
export async function callList(db: Db, institution: string, now: Date, lang: Language): Promise<CallLine[]> {
  const { lines } = await overdueLines(db, institution, now, lang)
  const byPerson = new Map<string, LoanLine[]>()
  for (const { person, ...line } of lines)
    if (person !== null) byPerson.set(person, [...(byPerson.get(person) ?? []), line])
  const persons = [...byPerson.keys()]
  const [reachable, failed, calls, names, contacts] = await Promise.all([
    reachableByLetter(db, persons, 'loans'),
    failedLettersTo(db, persons, 'overdue'),
    callsOf(db, { persons, institution, topic: 'overdue', since: new Date(now.getTime() - weekMs) }),
    displayNames(db, persons),
    contactsOf(db, persons),
  ])
  const phones = new Map(contacts.flatMap(one => (one.kind === 'phone' ? [[one.person, one.value] as const] : [])))
  return persons
    .filter(person => !reachable.has(person) || failed.has(person))
    .map(person => {
      const phone = phones.get(person)
      return {
        person,
        name: names.get(person) ?? '',
        phone: phone === undefined ? null : formatPhone(phone),
        why: failed.has(person) ? 'letter-failed' : 'no-address',
        loans: byPerson.get(person) ?? [],
        calledAt: calls.get(person) ?? null,
      }
    })
}

/** The day of a call, for the key that keeps it from being written twice. */
export const callKey = (person: string, institution: string, now: Date): string =>
  [person, institution, localDateAt(now)].join()
