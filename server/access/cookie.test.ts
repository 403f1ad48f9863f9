import { expect, test } from 'vitest'
import { deviceCookieOn, readToken, sessionCookieOn, writeToken } from './cookie'

const token = 'A'.repeat(43)
const day = new Date('2030-01-01T00:00:00Z')

test.each([
  ['session', sessionCookieOn],
  ['device', deviceCookieOn],
])('on https the %s cookie belongs to this very host, and no script reads it', (name, on) => {
  const written = writeToken(token, day, on('https://atelier.example'))
  expect(written).toBe(
    `__Host-${name}=${token}; Expires=Tue, 01 Jan 2030 00:00:00 GMT; ` +
      'Path=/; HttpOnly; SameSite=Lax; Secure',
  )
  expect(writeToken(token, day, on(null))).toMatch(new RegExp(`^${name}=.*; SameSite=Lax$`))
})

test('each cookie is read by its own name only', () => {
  const header = `x=%E0%A4%A; device=${token}; session=short`
  expect(readToken(header, deviceCookieOn(null))).toBe(token)
  expect(readToken(header, sessionCookieOn(null))).toBeNull()
})
