/** Writes days as an iCalendar file (RFC 5545): all-day events and nothing else. */

export type CalendarEvent = {
  /** The same for as long as the event is the same. */
  uid: string
  title: string
  /** Days as `YYYY-MM-DD`, both of them part of it. */
  first: string
  last: string
  words: string
  url: string
  changedAt: Date
}

/** `name` is what calendars show; `hours` how often they should ask again. */
export function calendarFile(
  { name, hours }: { name: string; hours: number },
  events: readonly CalendarEvent[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Atelier//Calendar feed//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${hours}H`,
    `X-PUBLISHED-TTL:PT${hours}H`,
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const linesOf = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `DTSTAMP:${event.changedAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
  `DTSTART;VALUE=DATE:${compact(event.first)}`,
  ...endOf(event.last),
  `SUMMARY:${escaped(event.title)}`,
  ...(event.words === '' ? [] : [`DESCRIPTION:${escaped(event.words)}`]),
  `URL:${withoutControls(event.url).replaceAll(/\s/g, '')}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const compact = (day: string) => day.replaceAll('-', '')

/** The day after the last one; a file has no room for one after 9999-12-31, and means one day without. */
function endOf(last: string): string[] {
  const next = new Date(Date.parse(last) + 86_400_000)
  return next.getUTCFullYear() > 9999
    ? []
    : [`DTEND;VALUE=DATE:${compact(next.toISOString().slice(0, 10))}`]
}

/** Nothing anybody writes ends a line, or begins another. */
function escaped(text: string): string {
  return withoutControls(text.replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n'))
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: just those are taken out
const withoutControls = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

const mostOctets = 75

/** In UTF-8. */
const octetsOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)

/** Lines of at most 75 octets, cut between characters; the next ones begin with a space. */
function folded(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > mostOctets) {
      lines.push(current)
      ;[current, octets] = [' ', 1]
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
