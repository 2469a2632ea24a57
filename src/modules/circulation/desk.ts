import type { Language } from '../../kernel/language.ts'
import { daysBetween, type LocalDate, localDateAt, startOfDay } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { type JournalEntry, type Json, listEntries } from '../../platform/journal/index.ts'
import { describeItems } from '../catalogue/index.ts'
import { policyOf } from '../institutions/index.ts'
import { type Card, cardByNumber, findPerson, normaliseCardNumber, type Person } from '../people/index.ts'
import type { Loan } from './loan.ts'
import { countDue, openLoansOf, overdueLoans } from './store.ts'

/** One loan as a list shows it. */
export interface LoanLine {
  readonly loan: string
  readonly title: string
  readonly barcode: string
  readonly path: string
  readonly dueOn: LocalDate
  /** Days until it is due; negative when late. */
  readonly daysLeft: number
}

/** The reader at the desk. */
export interface PatronPanel {
  readonly person: Person
  readonly card: Card
  readonly maxLoans: number
  readonly loans: readonly LoanLine[]
}

/** An act of today at this desk. */
export interface DeskAct {
  readonly id: string
  readonly at: Date
  readonly type: string
  readonly barcode: string
  readonly title: string
  readonly answer: Json
}

export async function loanLines(db: Db, loans: readonly Loan[], today: LocalDate, lang: Language): Promise<LoanLine[]> {
  const described = await describeItems(
    db,
    loans.map(loan => loan.item),
    lang,
  )
  return loans.map(loan => {
    const item = described.get(loan.item)
    return {
      loan: loan.id,
      title: item?.title ?? '',
      barcode: item?.barcode ?? '',
      path: item?.path ?? '',
      dueOn: loan.dueOn,
      daysLeft: daysBetween(today, loan.dueOn),
    }
  })
}

/** Everything about the holder of a card that the desk needs; null when no card has this number. */
export async function patronPanel(
  db: Db,
  institution: string,
  cardNumber: string,
  now: Date,
  lang: Language,
): Promise<PatronPanel | null> {
  const card = await cardByNumber(db, normaliseCardNumber(cardNumber))
  const person = card && (await findPerson(db, card.person))
  if (card === null || person === null) return null
  const loans = await openLoansOf(db, person.id)
  const { maxLoans } = await policyOf(db, institution)
  return { card, person, maxLoans, loans: await loanLines(db, loans, localDateAt(now), lang) }
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textOf = (value: Json, key: string): string => {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'string' ? found : ''
}

export const numberOf = (value: Json, key: string): number => {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'number' ? found : 0
}

const deskTypes = ['circulation.lend', 'circulation.return', 'circulation.renew']

/** The last acts of today at this institution's desk, newest first, out of the journal. */
export async function lastActs(
  db: Db,
  institution: string,
  now: Date,
  lang: Language,
  limit: number,
): Promise<DeskAct[]> {
  const entries = (await listEntries(db, { institutions: [institution], limit: 40 })).filter(
    entry => deskTypes.includes(entry.type) && entry.occurredAt >= startOfDay(localDateAt(now)),
  )
  const shown = entries.slice(0, limit)
  const described = await describeItems(
    db,
    shown.map(entry => textOf(entry.answer, 'item')),
    lang,
  )
  return shown.map((entry: JournalEntry) => ({
    id: entry.id,
    at: entry.occurredAt,
    type: entry.type,
    barcode: textOf(entry.payload, 'barcode'),
    title: described.get(textOf(entry.answer, 'item'))?.title ?? '',
    answer: entry.answer,
  }))
}

export const workToday = (db: Db, institution: string, now: Date) => countDue(db, institution, localDateAt(now))

/** The overdue loans of an institution, the longest first. */
export async function overdueLines(
  db: Db,
  institution: string,
  now: Date,
  lang: Language,
): Promise<(LoanLine & { person: string | null })[]> {
  const today = localDateAt(now)
  const loans = await overdueLoans(db, [institution], today, 500)
  const lines = await loanLines(db, loans, today, lang)
  return lines.map((line, index) => ({ ...line, person: loans[index]?.person ?? null }))
}
