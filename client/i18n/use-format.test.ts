import { expect, test } from 'vitest'
import { agoIn } from './use-format'

const now = Date.parse('2026-03-10T12:00:00Z')
test.each([
  ['2026-03-10T11:59:50Z', 'now', 'jetzt'],
  ['2026-03-10T11:30:00Z', '30 minutes ago', 'vor 30 Minuten'],
  ['2026-03-10T09:59:00Z', '2 hours ago', 'vor 2 Stunden'],
  ['2026-03-09T11:00:00Z', 'yesterday', 'gestern'],
  ['2026-02-01T11:00:00Z', '1 Feb 2026', '01.02.2026'],
])('%s is told as %s', (iso, english, german) => {
  expect(agoIn('en-GB', iso, now)).toBe(english)
  expect(agoIn('de-DE', iso, now)).toBe(german)
})
