import { randomBytes } from 'node:crypto'
import { must } from '@atelier/shared/basics/must'
import { describe, expect, test } from 'vitest'
import { guestCookie, isSigned, readClaim, readGuestToken, signGuest } from './guest-token'

const key = randomBytes(32)
const claim = {
  participantId: '0b0e7c7e-3c52-4d1c-9d4e-5a6f00ff1234',
  endsAt: new Date('2026-11-29T01:00:00.123Z'),
}
const token = signGuest(claim, key)

test('a token says who its guest is and until when, and its signature holds', () => {
  expect(readClaim(token)).toEqual(claim)
  expect(isSigned(token, key)).toBe(true)
})

describe('a forged token is worth nothing', () => {
  test('with any one bit of it turned', () => {
    const bytes = Buffer.from(token, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes)
      const at = bit >> 3
      turned[at] = must(turned[at], 'byte') ^ (1 << (bit & 7))
      expect([bit, isSigned(turned.toString('base64url'), key)]).toEqual([bit, false])
    }
  })

  test('with two of its bytes in each other’s place', () => {
    const bytes = Buffer.from(token, 'base64url')
    for (let at = 1; at < bytes.length; at++) {
      const swapped = Buffer.from(bytes)
      swapped[at] = must(bytes[at - 1], 'byte')
      swapped[at - 1] = must(bytes[at], 'byte')
      const isOther = !swapped.equals(bytes)
      expect([at, isOther && isSigned(swapped.toString('base64url'), key)]).toEqual([at, false])
    }
  })

  test('of another workshop, or before the guests of this one were sent away', () => {
    expect(isSigned(token, randomBytes(32))).toBe(false)
    expect(isSigned(token, new Uint8Array(32))).toBe(false)
  })

  test('with the signature of somebody else, or with their own and more time', () => {
    const other = { ...claim, participantId: crypto.randomUUID() }
    const longer = { ...claim, endsAt: new Date(claim.endsAt.getTime() + 1) }
    for (const one of [other, longer]) {
      const [theirs, own] = [signGuest(one, key), token].map((it) => Buffer.from(it, 'base64url'))
      const mixed = Buffer.concat([
        must(theirs, 'claim').subarray(0, 22),
        must(own, 'mac').subarray(22),
      ])
      expect(readClaim(mixed.toString('base64url'))).toEqual(one)
      expect(isSigned(mixed.toString('base64url'), key)).toBe(false)
    }
  })
})

test('what can be no token claims nothing', () => {
  const cut = Array.from({ length: token.length }, (_, length) => token.slice(0, length))
  const odd = [`${token}A`, `${token}=`, token.replace(/.$/, '='), token.replace(/^./, '%')]
  for (const one of [...cut, ...odd, 'x'.repeat(100_000), '__proto__', ' '.repeat(token.length)]) {
    expect([one.slice(0, 80), readClaim(one)]).toEqual([one.slice(0, 80), null])
  }
})

test('each workshop has a cookie of its own, found among hostile ones', () => {
  const cookie = guestCookie({ name: '__Host-session', secure: true }, 'w1')
  expect(cookie).toEqual({ name: '__Host-guest-w1', secure: true })
  const header = `guest-w1=x; ;=;%E0%A4%A; __Host-guest-w2=${'A'.repeat(72)}; __Host-guest-w1=${token}`
  expect(readGuestToken(header, cookie)).toBe(token)
  for (const none of [undefined, '', ';;', 'guest-w1', `guest-w1=${token}`])
    expect(readGuestToken(none, cookie)).toBeNull()
})
