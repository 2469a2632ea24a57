import type { Language } from '../../kernel/language.ts'
import { daysBetween, type LocalDate, localDateAt, startOfDay } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Json, listEntries } from '../../platform/journal/index.ts'
import { describeItems } from '../catalogue/index.ts'
import { policyOf } from '../institutions/index.ts'
import type { Card, Person } from '../people/index.ts'
import { type DeskActType, deskActs, isDeskAct, textOf } from './answer.ts'
import type { Loan } from './loan.ts'
import { findReader } from './scanned.ts'
import { countDue, openLoansOf, overdueLoans } from './store.ts'

const overdueListed = 500

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
  /** Lent by this desk's institution: what was lent elsewhere is only counted. */
  readonly loans: readonly LoanLine[]
  readonly lentElsewhere: number
}

/** An act of today at this desk. */
export interface DeskAct {
  readonly id: string
  readonly at: Date
  /** What was done; for an undoing, what it undid. */
  readonly type: DeskActType
  readonly barcode: string
  readonly title: string
  readonly answer: Json
  /** It undid an earlier act. */
  readonly undoing: boolean
  /** A later act undid it. */
  readonly undone: boolean
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

/** Everything about the holder of a card that this desk may see and needs; null when nobody holds a card of this number. */
export async function patronPanel(
  db: Db,
  institution: string,
  cardNumber: string,
  now: Date,
  lang: Language,
): Promise<PatronPanel | null> {
  const reader = await findReader(db, cardNumber)
  if (reader === null) return null
  const all = await openLoansOf(db, reader.person.id)
  const own = all.filter(loan => loan.institution === institution)
  const { maxLoans } = await policyOf(db, institution)
  const loans = await loanLines(db, own, localDateAt(now), lang)
  return { ...reader, maxLoans, loans, lentElsewhere: all.length - own.length }
}

/** The last acts of today at this institution's desk, newest first, out of the journal. */
export async function lastActs(
  db: Db,
  institution: string,
  now: Date,
  lang: Language,
  limit: number,
): Promise<DeskAct[]> {
  const asked = { institutions: [institution], type: [...deskActs, 'circulation.undo'], limit: 100 }
  const entries = (await listEntries(db, asked)).filter(entry => entry.occurredAt >= startOfDay(localDateAt(now)))
  const undone = new Set(entries.map(entry => textOf(entry.answer, 'undone')))
  const shown = entries.slice(0, limit)
  const described = await describeItems(
    db,
    shown.flatMap(entry => textOf(entry.answer, 'item') || []),
    lang,
  )
  return shown.flatMap(entry => {
    const undoing = entry.type === 'circulation.undo'
    const type = undoing ? textOf(entry.answer, 'type') : entry.type
    const item = described.get(textOf(entry.answer, 'item'))
    if (!isDeskAct(type)) return []
    return {
      id: entry.id,
      at: entry.occurredAt,
      type,
      barcode: item?.barcode ?? '',
      title: item?.title ?? '',
      answer: entry.answer,
      undoing,
      undone: undone.has(entry.id),
    }
  })
}

export const workToday = (db: Db, institution: string, now: Date) => countDue(db, institution, localDateAt(now))

/** The overdue loans of an institution, the longest first; some hundred at most, and how many there are. */
export async function overdueLines(
  db: Db,
  institution: string,
  now: Date,
  lang: Language,
): Promise<{ lines: (LoanLine & { person: string | null })[]; total: number }> {
  const today = localDateAt(now)
  const loans = await overdueLoans(db, [institution], today, overdueListed)
  const lines = await loanLines(db, loans, today, lang)
  return {
    lines: lines.map((line, index) => ({ ...line, person: loans[index]?.person ?? null })),
    total: (await workToday(db, institution, now)).overdue,
  }
}
