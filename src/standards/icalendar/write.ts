/** One VEVENT: what a telephone needs to put a date into its calendar. */
export interface CalendarEvent {
  /** Lasting and unique in the world; the same event again replaces the one that is there. */
  readonly uid: string
  /** When this description was made. */
  readonly stamp: Date
  readonly start: Date
  readonly end: Date
  readonly summary: string
  readonly description?: string
  readonly location?: string
  readonly url?: string
  readonly organizer?: string
  readonly status: 'CONFIRMED' | 'CANCELLED'
  /** Counts up with each change. RFC 5545 §3.8.7.4. */
  readonly sequence: number
}

/** Octets of a line without its end. RFC 5545 §3.1: "lines of text SHOULD NOT be longer than 75 octets". */
const lineOctets = 75

const octetsOf = (sign: string): number => {
  const point = sign.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** RFC 5545 §3.1: a long line goes on after CRLF and a blank; we never cut inside a sign, whose octets belong together. */
function folded(line: string): string {
  let [out, octets] = ['', 0]
  for (const sign of line) {
    const more = octetsOf(sign)
    if (octets + more > lineOctets) {
      out += '\r\n '
      octets = 1
    }
    out += sign
    octets += more
  }
  return out
}

/** Control signs have no place in TEXT; a tab has. RFC 5545 §3.1, CONTROL. */
const isControl = (sign: string): boolean => {
  const point = sign.codePointAt(0) ?? 0
  return (point < 0x20 && point !== 9) || point === 0x7f
}

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line breaks of a TEXT are escaped, a colon is not. */
export const escapeText = (text: string): string =>
  [
    ...text
      .replaceAll('\\', '\\\\')
      .replaceAll(';', '\\;')
      .replaceAll(',', '\\,')
      .replace(/\r\n?|\n/g, '\\n'),
  ]
    .filter(sign => !isControl(sign))
    .join('')

/** RFC 5545 §3.3.5, form 2: 20261128T010000Z. UTC needs no VTIMEZONE, and no program can read it as another hour. */
const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** A parameter value in quotes may hold neither quotes nor line ends. RFC 5545 §3.2. */
const quoted = (text: string): string => `"${[...text].filter(sign => sign !== '"' && !isControl(sign)).join('')}"`

const linesOf = (event: CalendarEvent): string[] => {
  const text = (name: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [`${name}:${escapeText(value)}`]
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    ...text('SUMMARY', event.summary),
    ...text('DESCRIPTION', event.description),
    ...text('LOCATION', event.location),
    ...(event.url === undefined ? [] : [`URL:${event.url}`]),
    // ORGANIZER wants a calendar user's address, which an institution seldom has; its name is what readers see.
    ...(event.organizer === undefined ? [] : [`ORGANIZER;CN=${quoted(event.organizer)}:invalid:nomail`]),
    'END:VEVENT',
  ]
}

/** Writes an iCalendar object (RFC 5545): CRLF at every end, folded, times in UTC. `product` names the writing program. */
export function writeCalendar(product: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escapeText(product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}
