/** The session cookie, read and written by hand: one hostile cookie must not break a request. */

export type SessionCookie = { name: string; secure: boolean }

/** `__Host-` binds the cookie to this very host and to https; plain http has no such thing. */
export const sessionCookieOn = (publicOrigin: string | null): SessionCookie =>
  publicOrigin?.startsWith('https:')
    ? { name: '__Host-session', secure: true }
    : { name: 'session', secure: false }

/** The token in a Cookie header, null for none or one that could never be ours. */
export function readToken(header: string | undefined, cookie: SessionCookie): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== cookie.name) continue
    const value = part.slice(at + 1).trim()
    if (/^[A-Za-z0-9_-]{43}$/.test(value)) return value
  }
  return null
}

export function writeToken(token: string, endsAt: Date, cookie: SessionCookie): string {
  return `${cookie.name}=${token}; Expires=${endsAt.toUTCString()}; ${attributes(cookie)}`
}

export const forgetToken = (cookie: SessionCookie): string =>
  `${cookie.name}=; Max-Age=0; ${attributes(cookie)}`

const attributes = (cookie: SessionCookie) =>
  `Path=/; HttpOnly; SameSite=Lax${cookie.secure ? '; Secure' : ''}`
