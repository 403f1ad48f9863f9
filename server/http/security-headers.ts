import type { MiddlewareHandler } from 'hono'

/** Strict by default: nothing is loaded, framed or sent anywhere but here. */
export function securityHeaders(origins: ReadonlySet<string>): MiddlewareHandler {
  const sockets = [...origins].map((origin) => origin.replace(/^http/, 'ws'))
  const https = [...origins].some((origin) => origin.startsWith('https:'))
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // Positioned popovers and the editor's column widths are inline styles.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${sockets.join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

  return async function setSecurityHeaders(c, next) {
    await next()
    if (c.req.header('upgrade') !== undefined) return
    // Files of people have a stricter one of their own.
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    const isPublic = /^\/(api\/)?public\//.test(c.req.path)
    // The address itself lets people in: it is told to nobody, and found by no search.
    c.header('Referrer-Policy', isPublic ? 'no-referrer' : 'same-origin')
    if (isPublic) c.header('X-Robots-Tag', 'noindex, nofollow')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    if (https) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('Cache-Control')) {
      c.header('Cache-Control', 'no-store')
    }
  }
}
