import { refuse } from '@atelier/shared/refusals'
import type { MiddlewareHandler } from 'hono'

/**
 * Every write and every websocket must come from our own page. The address the request claims
 * to be for is never asked: a request target can carry an attacker's. An Origin must be a
 * configured one, whatever else the request says; only where a browser sends none may
 * Sec-Fetch-Site vouch for it. Neither header at all is a refusal.
 */
export function sameOrigin(
  origins: ReadonlySet<string>,
  onRefused: (origin: string | undefined) => void,
): MiddlewareHandler {
  return async function requireSameOrigin(c, next) {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    const upgrades = c.req.header('upgrade') !== undefined
    if (reads && !upgrades) return next()
    const origin = c.req.header('origin')
    const ours =
      origin === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : origins.has(origin)
    if (ours) return next()
    onRefused(origin)
    return refuse('wrong-origin')
  }
}

/** The configured origin; our own port on this machine as well where that is what people use. */
export function allowedOrigins(publicOrigin: string | null, port: number): Set<string> {
  const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  if (publicOrigin === null) return new Set(local)
  return new Set(isLocalOrigin(publicOrigin) ? [publicOrigin, ...local] : [publicOrigin])
}

export const isLocalOrigin = (origin: string): boolean =>
  ['localhost', '127.0.0.1'].includes(new URL(origin).hostname)
