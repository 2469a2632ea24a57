import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts'

/** A loan as far as reminding goes. */
export interface DueLoan {
  readonly id: string
  readonly person: string
  readonly institution: string
  readonly dueOn: LocalDate
  readonly lentOn: LocalDate
}

export type ReminderStage = { readonly topic: 'due-soon' } | { readonly topic: 'overdue'; readonly days: 1 | 7 | 21 }

const soonDays = 2
const overdueStages = [21, 7, 1] as const
/** A reminder that could not be made on its day, as when the machine was off, is made up for within these days. */
const lateStageDays = 6

/** Due days that a reminder may be about today. */
export const reminderDays = (today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: addDays(today, -overdueStages[0] - lateStageDays),
  to: addDays(today, soonDays),
})

/**
 * What a reader hears today of a loan, if anything: two days before it is due, or, when it was lent for less, the day
 * after lending; one, seven and twenty-one days after. Whether it was said already is for the queue to know.
 */
export function reminderStage(loan: Pick<DueLoan, 'dueOn' | 'lentOn'>, today: LocalDate): ReminderStage | null {
  const late = daysBetween(loan.dueOn, today)
  if (late <= 0) return late < 0 && late >= -soonDays && loan.lentOn < today ? { topic: 'due-soon' } : null
  const days = overdueStages.find(stage => late >= stage)
  return days === undefined || late > overdueStages[0] + lateStageDays ? null : { topic: 'overdue', days }
}

/** Loans of one reader that fall due at one place on one day: they are one message. */
export interface Reminder {
  readonly stage: ReminderStage
  readonly person: string
  readonly institution: string
  readonly dueOn: LocalDate
  readonly loans: readonly string[]
}

export function remindersOf(loans: readonly DueLoan[], today: LocalDate): Reminder[] {
  const groups = new Map<string, Reminder>()
  for (const loan of loans) {
    const stage = reminderStage(loan, today)
    if (stage === null) continue
    const { person, institution, dueOn } = loan
    const key = [person, institution, dueOn, stage.topic].join()
    const loansOf = [...(groups.get(key)?.loans ?? []), loan.id]
    groups.set(key, { stage, person, institution, dueOn, loans: loansOf })
  }
  return [...groups.values()]
}

/** By what the queue knows that this was said. */
export const reminderKey = ({ stage, person, institution, dueOn }: Reminder): string =>
  [person, institution, dueOn, stage.topic === 'overdue' ? stage.days : 'soon'].join()
