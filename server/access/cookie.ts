/** Our two cookies, read and written by hand: one hostile cookie must not break a request. */

export type SecretCookie = { name: string; secure: boolean }

/** `__Host-` binds the cookie to this very host and to https; plain http has no such thing. */
const cookieOn = (name: string, publicOrigin: string | null): SecretCookie =>
  publicOrigin?.startsWith('https:')
    ? { name: `__Host-${name}`, secure: true }
    : { name, secure: false }

export const sessionCookieOn = (publicOrigin: string | null) => cookieOn('session', publicOrigin)
/** Outlives sessions: it says that somebody has signed in here before, and signs nobody in. */
export const deviceCookieOn = (publicOrigin: string | null) => cookieOn('device', publicOrigin)

/** The token in a Cookie header, null for none or one that could never be ours. */
export function readToken(header: string | undefined, cookie: SecretCookie): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== cookie.name) continue
    const value = part.slice(at + 1).trim()
    if (/^[A-Za-z0-9_-]{43}$/.test(value)) return value
  }
  return null
}

export function writeToken(token: string, endsAt: Date, cookie: SecretCookie): string {
  return `${cookie.name}=${token}; Expires=${endsAt.toUTCString()}; ${attributes(cookie)}`
}

export const forgetToken = (cookie: SecretCookie): string =>
  `${cookie.name}=; Max-Age=0; ${attributes(cookie)}`

const attributes = (cookie: SecretCookie) =>
  `Path=/; HttpOnly; SameSite=Lax${cookie.secure ? '; Secure' : ''}`
