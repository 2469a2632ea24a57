import { instantAt } from '../kernel/instant.ts'
import { addDays, daysInMonth, type LocalDate, localDateOf, monthNumberOf, yearOf } from '../kernel/local-date.ts'
import type { OpenSpan } from '../kernel/opening-hours.ts'
import { addMonths, firstDay, monthOf } from '../kernel/year-month.ts'
import { drawn } from './demo-drawn.ts'
import type { SeedLoans, SeedReader } from './demo-seed.ts'

/** What may be borrowed at one library, and when. */
export interface Shelf {
  readonly institution: string
  readonly barcodes: readonly string[]
  readonly stockedOn: LocalDate
  readonly loanDays: number
  readonly maxLoans: number
  readonly spansOn: (day: LocalDate) => readonly OpenSpan[]
}

export interface Borrower {
  readonly card: string
  readonly shows: SeedReader['shows']
  readonly shelf: Shelf
}

/** A loan or a return at a desk. */
export interface DeskAct {
  readonly key: string
  readonly verb: 'lend' | 'return'
  readonly at: Date
  readonly institution: string
  readonly card: string
  readonly barcode: string
}

interface Planned {
  readonly key: string
  readonly borrower: Borrower
  readonly barcode: string
  readonly lentOn: LocalDate
  /** Null while it is open. */
  readonly returnedOn: LocalDate | null
}

/** Kept for the loans that are open on the loading day. */
const reserved = 12

/**
 * The loans of the year before the loading day, and those open on it: the same on every machine. Nobody borrows over
 * the limit, while something is overdue, or before a locked door, so that the desk's own rules let every one of them pass.
 */
export function planLoans(seed: SeedLoans, borrowers: readonly Borrower[], today: LocalDate): DeskAct[] {
  const open = borrowers.flatMap(borrower => openLoans(seed, borrower, borrowers, today))
  const plan = [...open]
  let turn = 0
  for (const { key, day } of days(seed, today)) {
    for (let tried = 0; tried < borrowers.length; tried++) {
      const borrower = borrowers[(turn + tried) % borrowers.length]
      const loan = borrower === undefined ? null : pastLoan(key, day, borrower, plan, today)
      if (loan === null) continue
      plan.push(loan)
      turn += tried + 1
      break
    }
  }
  return plan.flatMap(actsOf).sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1))
}

/** The days of the loans, spread evenly over each month of the year that ends the day before yesterday. */
function days(seed: SeedLoans, today: LocalDate): { key: string; day: LocalDate }[] {
  const [from, to] = [addDays(today, -365), addDays(today, -2)]
  return Array.from({ length: 13 }, (_, ago) => addMonths(monthOf(today), ago - 12)).flatMap(month => {
    const start = firstDay(month)
    const [year, number] = [yearOf(start), monthNumberOf(start)]
    const count = seed.loansInMonth[String(number)] ?? 0
    return Array.from({ length: count }, (_, at) => {
      const day = localDateOf(year, number, 1 + Math.floor(((at + 0.5) * daysInMonth(year, number)) / count))
      return { key: `${month}-${at}`, day: day ?? start }
    }).filter(({ day }) => from <= day && day <= to)
  })
}

const nextOpenDay = (shelf: Shelf, day: LocalDate): LocalDate => {
  let found = day
  while (shelf.spansOn(found).length === 0) found = addDays(found, 1)
  return found
}

/** Readers who are there to show something have no other loans near the loading day. */
const lastDayOf = ({ shows }: Borrower, today: LocalDate): LocalDate => addDays(today, shows === 'ordinary' ? -1 : -60)

function pastLoan(
  key: string,
  day: LocalDate,
  borrower: Borrower,
  plan: readonly Planned[],
  today: LocalDate,
): Planned | null {
  const { shelf } = borrower
  if (day <= shelf.stockedOn || shelf.spansOn(day).length === 0) return null
  const returnedOn = nextOpenDay(shelf, addDays(day, 3 + drawn(key, Math.min(shelf.loanDays, 16) - 4)))
  if (returnedOn > lastDayOf(borrower, today)) return null
  const meets = (loan: Planned) => loan.lentOn <= returnedOn && (loan.returnedOn === null || loan.returnedOn >= day)
  const around = plan.filter(loan => loan.borrower.shelf === shelf && meets(loan))
  if (around.filter(loan => loan.borrower === borrower).length >= shelf.maxLoans) return null
  const taken = new Set(around.map(loan => loan.barcode))
  const free = shelf.barcodes.slice(0, -reserved).filter(barcode => !taken.has(barcode))
  const barcode = free[drawn(`copy ${key}`, Math.max(free.length, 1))]
  return barcode === undefined ? null : { key, borrower, barcode, lentOn: day, returnedOn }
}

/** How many days ago a loan was made that is three days late today, or more where holidays have moved its due day. */
function overdueSince(shelf: Shelf, today: LocalDate): number {
  let ago = shelf.loanDays + 3
  while (nextOpenDay(shelf, addDays(today, shelf.loanDays - ago)) > addDays(today, -3)) ago++
  return ago
}

/** How many days before the loading day the loans were made that are open on it. */
function daysAgo(seed: SeedLoans, { card, shows, shelf }: Borrower, today: LocalDate): number[] {
  const { loanDays, maxLoans } = shelf
  if (shows === 'due-today') return [loanDays, loanDays, loanDays]
  if (shows === 'due-tomorrow') return [loanDays - 1, loanDays - 1]
  if (shows === 'overdue') return [overdueSince(shelf, today)]
  if (shows === 'at-limit') return Array.from({ length: maxLoans }, (_, at) => 2 + at)
  if (shows === 'card-expired') return []
  return Array.from({ length: seed.openPerOrdinaryReader }, (_, at) => 2 + drawn(`${card} ${at}`, loanDays - 4))
}

function openLoans(seed: SeedLoans, borrower: Borrower, all: readonly Borrower[], today: LocalDate): Planned[] {
  const { shelf } = borrower
  const before = all.slice(0, all.indexOf(borrower)).filter(other => other.shelf === shelf)
  let used = before.reduce((sum, other) => sum + daysAgo(seed, other, today).length, 0)
  return daysAgo(seed, borrower, today).flatMap((ago, at): Planned[] => {
    const barcode = shelf.barcodes.at(-1 - used++)
    let lentOn = addDays(today, -ago)
    // Where the door was locked on that day, an earlier one; who shows a due day has a desk that is always open.
    while (borrower.shows === 'ordinary' && shelf.spansOn(lentOn).length === 0) lentOn = addDays(lentOn, -1)
    if (barcode === undefined || lentOn <= shelf.stockedOn) return []
    return [{ key: `open-${borrower.card}-${at}`, borrower, barcode, lentOn, returnedOn: null }]
  })
}

/** Returns come in the first minutes, loans after them. */
function actsOf({ key, borrower, barcode, lentOn, returnedOn }: Planned): DeskAct[] {
  const { card, shelf } = borrower
  const act = { institution: shelf.institution, card, barcode }
  const at = (day: LocalDate, minutes: number) =>
    new Date(instantAt(day, shelf.spansOn(day)[0]?.from ?? '09:00').getTime() + minutes * 60_000)
  const lent: DeskAct = { ...act, key, verb: 'lend', at: at(lentOn, 10 + drawn(`minute ${key}`, 90)) }
  if (returnedOn === null) return [lent]
  return [lent, { ...act, key, verb: 'return', at: at(returnedOn, drawn(`back ${key}`, 10)) }]
}
