import type { Language } from '../../kernel/language.ts'
import { daysBetween, formatDate, type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { describeEditions, describeItems } from '../catalogue/index.ts'
import { institutionsByIds } from '../institutions/index.ts'
import type { OwnRecords } from '../people/index.ts'
import type { LoanLine } from './desk.ts'
import { words } from './messages.ts'
import { loansLinkedTo, type OwnLoan, openSlipsOf, slipsOf } from './own-store.ts'

/** More than one person reads in years. */
const mostLoans = 5000

/** A loan as its reader's own page shows it. */
export interface OwnLine extends LoanLine {
  readonly where: string
  readonly lentOn: LocalDate
  readonly renewals: number
  readonly returnedOn: LocalDate | null
}

async function linesOf(db: Db, loans: readonly OwnLoan[], today: LocalDate, lang: Language): Promise<OwnLine[]> {
  const described = await describeItems(
    db,
    loans.map(loan => loan.item),
    lang,
  )
  const places = await institutionsByIds(db, [...new Set(loans.map(loan => loan.institution))])
  const names = new Map(places.map(place => [place.id, textIn(place.name, lang).text]))
  return loans.map(loan => {
    const item = described.get(loan.item)
    return {
      loan: loan.id,
      title: item?.title ?? '',
      barcode: item?.barcode ?? '',
      path: item?.path ?? '',
      where: names.get(loan.institution) ?? '—',
      lentOn: loan.lentOn,
      dueOn: loan.dueOn,
      daysLeft: daysBetween(today, loan.dueOn),
      renewals: loan.renewals,
      returnedOn: loan.returnedOn,
    }
  })
}

/** What a person has on loan now, and what they returned and is not forgotten yet. */
export async function ownLines(
  db: Db,
  person: string,
  now: Date,
  lang: Language,
  limit = mostLoans,
): Promise<{ open: OwnLine[]; returned: OwnLine[] }> {
  const lines = await linesOf(db, await loansLinkedTo(db, person, limit), localDateAt(now), lang)
  return {
    open: lines.filter(line => line.returnedOn === null),
    returned: lines.filter(line => line.returnedOn !== null),
  }
}

/** What a person has to bring back, or to see ended, before they can be erased, in sentences. */
export async function openThingsOf(db: Db, person: string, now: Date, lang: Language): Promise<string[]> {
  const say = words(lang)
  const { open } = await ownLines(db, person, now, lang)
  const slips = await openSlipsOf(db, person)
  return [
    ...open.map(line => say.bringBack(line.title, formatDate(line.dueOn, lang), line.where)),
    ...(slips > 0 ? [say.slipsOpen(slips)] : []),
  ]
}

/** Their slips for the closed stacks, for them to take along. */
export async function slipRecords(db: Db, person: string, lang: Language): Promise<OwnRecords> {
  const say = words(lang)
  const slips = await slipsOf(db, person)
  const editions = [...new Set(slips.map(({ edition }) => edition))]
  const described = await describeEditions(db, editions, lang)
  const places = await institutionsByIds(db, [...new Set(slips.map(slip => slip.institution))])
  const names = new Map(places.map(place => [place.id, textIn(place.name, lang).text]))
  return {
    key: 'slips',
    title: say.ownSlipRecords,
    fields: Object.entries(say.slipFields).map(([key, label]) => ({ key, label })),
    records: slips.map(({ edition, ...slip }) => ({
      title: described.get(edition)?.title ?? '',
      ...slip,
      institution: names.get(slip.institution) ?? '—',
    })),
  }
}

/** The loans that still know this person, for them to take along. */
export async function loanRecords(db: Db, person: string, now: Date, lang: Language): Promise<OwnRecords> {
  const say = words(lang)
  const { open, returned } = await ownLines(db, person, now, lang)
  return {
    key: 'loans',
    title: say.ownLoanRecords,
    fields: Object.entries(say.loanFields).map(([key, label]) => ({ key, label })),
    records: [...open, ...returned].map(({ title, barcode, where, lentOn, dueOn, renewals, returnedOn }) => ({
      title,
      barcode,
      institution: where,
      lentOn,
      dueOn,
      renewals,
      returnedOn,
    })),
  }
}
