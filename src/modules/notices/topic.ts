import type { LocalDate } from '../../kernel/local-date.ts'

/** What somebody may choose to hear of. */
export const subjects = ['loans', 'events'] as const
export type Subject = (typeof subjects)[number]

/** Books that fall due, or are late, at one place. */
export interface LoanValues {
  readonly place: string
  readonly dueOn: LocalDate
  /** Ids, by which the queue asks again just before sending. */
  readonly loans: readonly string[]
  /** Put in just before sending, so that what somebody reads does not lie in the queue. */
  readonly titles: readonly string[]
}

export interface EventValues {
  readonly title: string
  /** When it begins: ISO 8601 in UTC, as in `2026-11-28T01:00:00.000Z`. */
  readonly startsAt: string
  /** Where, as people say it. */
  readonly where: string
  /** Path of its page on this installation. */
  readonly path: string
}

/** What each message is made of. */
export interface TopicValues {
  readonly 'confirm-address': { readonly link: string }
  readonly 'due-soon': LoanValues
  readonly overdue: LoanValues
  readonly 'event-confirmation': EventValues & {
    /** What they show at the door. */
    readonly code: string
    readonly people: number
    /** On the waiting list, not yet with a place. */
    readonly waiting: boolean
  }
  readonly 'event-reminder': EventValues & { readonly code: string }
  readonly 'event-moved-up': EventValues & { readonly code: string; readonly people: number }
  readonly 'event-cancelled': EventValues & { readonly reason: string }
}

export type Topic = keyof TopicValues

interface TopicRule {
  /** Null: an answer to what they just did, which nobody leaves. */
  readonly subject: Subject | null
  /** Answers what the person just did, so quiet hours do not hold it back. */
  readonly atOnce: boolean
  /** Whoever has no e-mail is put on a list to be rung. Late books have a list of their own, made of the loans. */
  readonly calls: boolean
}

export const topics: Readonly<Record<Topic, TopicRule>> = {
  'confirm-address': { subject: null, atOnce: true, calls: false },
  'due-soon': { subject: 'loans', atOnce: false, calls: false },
  overdue: { subject: 'loans', atOnce: false, calls: false },
  'event-confirmation': { subject: 'events', atOnce: true, calls: false },
  'event-reminder': { subject: 'events', atOnce: false, calls: false },
  'event-moved-up': { subject: 'events', atOnce: false, calls: true },
  'event-cancelled': { subject: 'events', atOnce: false, calls: true },
}

/** What the queue keeps of a message: its topic with just that topic's values. */
export type Template = { readonly [T in Topic]: { readonly topic: T; readonly values: TopicValues[T] } }[Topic]

/** Without a word of theirs, a person who gave an address hears of due days alone. */
export const wantedAtFirst: Readonly<Record<Subject, boolean>> = { loans: true, events: false }
