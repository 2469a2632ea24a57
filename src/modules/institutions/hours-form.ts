import type { Weekday } from '../../kernel/local-date.ts'
import type { OpeningHours, OpenSpan } from '../../kernel/opening-hours.ts'
import { parseSpans } from '../../kernel/opening-hours-forms.ts'
import { formatSpans } from '../../kernel/opening-hours-words.ts'
import type { Form } from '../../platform/http/index.ts'

/** Monday first. */
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export const hoursField = (day: Weekday): string => `gio-${day}`

export interface HoursUnclear {
  readonly code: 'hours-unclear'
  readonly field: string
  readonly typed: string
}

/** Reads the seven days of the form; the exceptions stay as they were. Null when nobody says when it is open. */
export function readWeek(
  form: Form,
  before: OpeningHours | null,
  problems: { push(problem: HoursUnclear): unknown },
): OpeningHours | null {
  const weekly: { [day in Weekday]?: readonly OpenSpan[] } = {}
  for (const day of weekdays) {
    const field = hoursField(day)
    const typed = form.text(field)
    const spans = parseSpans(typed)
    if (spans === null) problems.push({ code: 'hours-unclear', field, typed })
    else if (spans.length > 0) weekly[day] = spans
  }
  const exceptions = before?.exceptions ?? []
  return Object.keys(weekly).length + exceptions.length === 0 ? null : { weekly, exceptions }
}

export const writtenHours = (hours: OpeningHours | null, day: Weekday): string => formatSpans(hours?.weekly[day] ?? [])
