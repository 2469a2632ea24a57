import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Money } from '../../kernel/money.ts'

export const activityKinds = [
  'talk',
  'workshop',
  'reading',
  'performance',
  'exhibition',
  'class',
  'club',
  'contest',
  'festival',
  'visit',
  'other',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** For whom it is in the first place; nobody is turned away by it. */
export const audienceKinds = ['everyone', 'children', 'young', 'families', 'adults', 'elders', 'teachers'] as const
export type AudienceKind = (typeof audienceKinds)[number]

export const activityStates = ['draft', 'published', 'cancelled', 'held'] as const
export type ActivityState = (typeof activityStates)[number]

/** All that is told of an event. */
export interface ActivityDetails {
  readonly title: LocalizedText
  readonly description: LocalizedText
  readonly kind: ActivityKind
  readonly audience: AudienceKind
  /** In the organiser's own words: 'học sinh lớp 3 đến lớp 5'. */
  readonly audienceNote: string
  /** BCP-47 tags of what is spoken. */
  readonly languages: readonly string[]
  /** 0 is free of charge. */
  readonly cost: Money
  readonly accessibility: LocalizedText
  /** Where, when it is at none of the institution's facilities, or which room of one. */
  readonly where: string
}

/** What an organiser decides of an event; a draft until it is published. */
export interface ActivityPlan {
  readonly facility: string | null
  /** The unit on whose ground it is. */
  readonly place: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  /** Seats; null is no limit. */
  readonly capacity: number | null
  /** From when names are taken; null is from its publishing. */
  readonly opensAt: Date | null
  /** Until when; null is until it begins. */
  readonly closesAt: Date | null
  readonly details: ActivityDetails
}

export interface Activity extends ActivityPlan {
  readonly id: string
  readonly institution: string
  readonly state: ActivityState
  readonly cancelReason: string | null
  /** Heads that have a seat. */
  readonly taken: number
  /** Heads in the waiting list. */
  readonly waiting: number
  readonly sequence: number
  readonly heldFact: string | null
  readonly contactsErased: boolean
  readonly changedAt: Date
}

/** How many are left; null without a limit. */
export const seatsLeft = ({ capacity, taken }: Pick<Activity, 'capacity' | 'taken'>): number | null =>
  capacity === null ? null : Math.max(0, capacity - taken)
