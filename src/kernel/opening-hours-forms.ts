import { parseLocalDate, type Weekday } from './local-date.ts'
import type { HoursException, OpeningHours, OpenSpan, TimeOfDay } from './opening-hours.ts'

/** Reads '7:30', '07:30', '7h30', '7h', '7 giờ 30', '24:00' as 'HH:MM'; null when it is no time of day. */
export function parseTimeOfDay(typed: string): TimeOfDay | null {
  const parts = /^(\d{1,2})\s*(?:(?::|\.|h|giờ)\s*(\d\d)?)?\s*$/.exec(typed.normalize('NFC').trim().toLowerCase())
  if (parts === null) return null
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)]
  const exists = minute < 60 && (hour < 24 || (hour === 24 && minute === 0))
  return exists ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}

/**
 * Reads the hours of one day: '7:30–11:30, 13:30–17:00', '7h30 - 11h30; 13h30 đến 17h'. An empty text means closed and
 * is an empty list. Null when a time is none, ends before it begins, or spans run into each other.
 */
export function parseSpans(typed: string): readonly OpenSpan[] | null {
  if (typed.trim() === '') return []
  return inOrder(
    typed
      .normalize('NFC')
      .split(/[,;]/)
      .map(span => {
        const ends = span.split(/\s*(?:[-–—]|đến|tới)\s*/)
        const [from, to] = ends.map(parseTimeOfDay)
        return ends.length === 2 && from && to ? { from, to } : null
      }),
  )
}

/** The spans in order, those that touch made one; null when one is missing, backward, or overlaps another. */
function inOrder(spans: readonly (OpenSpan | null)[]): readonly OpenSpan[] | null {
  const known = spans.filter(span => span !== null).sort((a, b) => (a.from < b.from ? -1 : 1))
  if (known.length < spans.length || known.some(({ from, to }) => to <= from)) return null
  const joined: OpenSpan[] = []
  for (const span of known) {
    const last = joined.at(-1)
    if (last !== undefined && span.from < last.to) return null
    if (last !== undefined && span.from === last.to) joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads opening hours that come as JSON from a file or another machine; null when any part of them is none. */
export function parseOpeningHours(value: unknown): OpeningHours | null {
  if (!isFields(value) || !isFields(value.weekly) || !Array.isArray(value.exceptions)) return null
  const weekly: { [day in Weekday]?: readonly OpenSpan[] } = {}
  for (const [name, spans] of Object.entries(value.weekly)) {
    const day = ([1, 2, 3, 4, 5, 6, 7] as const).find(number => String(number) === name)
    const known = spansOf(spans)
    if (day === undefined || known === null) return null
    weekly[day] = known
  }
  const exceptions = value.exceptions.map(exceptionOf).filter(exception => exception !== null)
  return exceptions.length === value.exceptions.length ? { weekly, exceptions } : null
}

function spansOf(value: unknown): readonly OpenSpan[] | null {
  if (!Array.isArray(value)) return null
  return inOrder(
    value.map((span: unknown) => {
      if (!isFields(span) || typeof span.from !== 'string' || typeof span.to !== 'string') return null
      const [from, to] = [parseTimeOfDay(span.from), parseTimeOfDay(span.to)]
      return from === null || to === null ? null : { from, to }
    }),
  )
}

const isWithin = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most

function exceptionOf(value: unknown): HoursException | null {
  const spans = isFields(value) ? spansOf(value.spans) : null
  if (!isFields(value) || spans === null) return null
  const { kind, month, day } = value
  if (kind === 'dates') {
    const [from, to] = [parseLocalDate(value.from), parseLocalDate(value.to)]
    return from === null || to === null || to < from ? null : { kind, from, to, spans }
  }
  if (!isWithin(month, 12)) return null
  if (kind === 'yearly') return isWithin(day, 31) ? { kind, month, day, spans } : null
  return kind === 'lunar' && (day === 'last' || isWithin(day, 30)) ? { kind, month, day, spans } : null
}
