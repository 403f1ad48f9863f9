/**
 * What lets a guest into one workshop: who they are in it and until when, signed with a key of that workshop. It lives
 * in a cookie of its own, so that somebody can be a guest of several. Whether they are still let in is asked each time.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { SecretCookie } from './cookie'

export type GuestClaim = { participantId: string; endsAt: Date }

const idBytes = 16
const claimBytes = idBytes + 6
const macBytes = 32
const written = Math.ceil(((claimBytes + macBytes) * 4) / 3)

/** Of one workshop. */
export const guestCookie = (session: SecretCookie, workshopId: string): SecretCookie => ({
  name: `${session.secure ? '__Host-' : ''}guest-${workshopId}`,
  secure: session.secure,
})

export function signGuest({ participantId, endsAt }: GuestClaim, key: Uint8Array): string {
  const claim = Buffer.alloc(claimBytes)
  claim.write(participantId.replaceAll('-', ''), 'hex')
  claim.writeUIntBE(endsAt.getTime(), idBytes, 6)
  return Buffer.concat([claim, macOf(claim, key)]).toString('base64url')
}

/** What a token says, before anybody has looked at its signature; null for what can be none. */
export function readClaim(token: string): GuestClaim | null {
  if (token.length !== written || !/^[A-Za-z0-9_-]+$/.test(token)) return null
  const claim = Buffer.from(token, 'base64url')
  const hex = claim.toString('hex', 0, idBytes)
  const participantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { participantId, endsAt: new Date(claim.readUIntBE(idBytes, 6)) }
}

export function isSigned(token: string, key: Uint8Array): boolean {
  const bytes = Buffer.from(token, 'base64url')
  return timingSafeEqual(bytes.subarray(claimBytes), macOf(bytes.subarray(0, claimBytes), key))
}

/** The token in a Cookie header, null for none. */
export function readGuestToken(header: string | undefined, cookie: SecretCookie): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at >= 0 && part.slice(0, at).trim() === cookie.name) return part.slice(at + 1).trim()
  }
  return null
}

const macOf = (claim: Uint8Array, key: Uint8Array) =>
  createHmac('sha256', key).update('atelier guest').update(claim).digest()
