import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEvent, calendarFile } from './calendar-file'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'card@atelier', title: 'Weld', first: '2026-12-01', last: '2026-12-03', words: '' },
  ...{
    url: 'https://atelier.example/boards/b?card=c',
    changedAt: new Date('2026-11-27T10:20:30.456Z'),
  },
  ...more,
})
const file = (...events: CalendarEvent[]) => calendarFile({ name: 'Work', hours: 1 }, events)
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('an event lasts whole days, the last one included', () => {
  expect(unfolded(file(event({ words: 'To do' })))).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Atelier//Calendar feed//EN'],
    ...['CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Work'],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...['BEGIN:VEVENT', 'UID:card@atelier', 'DTSTAMP:20261127T102030Z'],
    ...['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261204', 'SUMMARY:Weld'],
    ...['DESCRIPTION:To do', 'URL:https://atelier.example/boards/b?card=c'],
    ...['TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
  ])
})

test('the first and the last day there are make no broken line', () => {
  const lines = unfolded(file(event({ first: '0000-01-01', last: '9999-12-31' })))
  expect(lines).toContain('DTSTART;VALUE=DATE:00000101')
  expect(lines.some((line) => line.startsWith('DTEND'))).toBe(false)
})

test.each(['\r\n', '\n', '\r', '\u2028', '\u0085'])(
  'a title with a line break (%j) stays in its line',
  (end) => {
    const lines = unfolded(file(event({ title: `a${end}END:VEVENT${end}BEGIN:VALARM` })))
    expect(lines).toContain('SUMMARY:a\\nEND:VEVENT\\nBEGIN:VALARM')
    expect(lines.filter((line) => line.startsWith('END:VEVENT'))).toHaveLength(1)
  },
)

test('signs that mean something to calendars are told from those that do', () => {
  expect(unfolded(file(event({ title: 'a; b, c\\n: "d"\u0000\u0007' })))).toContain(
    'SUMMARY:a\\; b\\, c\\\\n: "d"',
  )
})

test('whatever is written, no line is longer than 75 octets or ends but in CRLF, and nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary' }),
      (title, words) => {
        const text = file(event({ title, words }))
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
          expect(line).not.toMatch(/[\uD800-\uDBFF]$/)
        }
        const names = unfolded(text).map((line) => line.split(/[:;]/)[0])
        expect(names.filter((name) => name === 'END')).toHaveLength(2)
      },
    ),
    { seed: 20_261_127 },
  )
})
