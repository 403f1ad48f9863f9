/** The only place where a refusal becomes a status. */
import { Refusal, type RefusalBody, type RefusalCode } from '@atelier/shared/refusals'
import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import { isAway } from '../db/database'

type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 503

const answers: Record<RefusalCode, [Status, string]> = {
  'signed-out': [401, 'You are signed out. Please sign in.'],
  forbidden: [403, 'You may see this, but not change it.'],
  'not-found': [404, 'This does not exist, or is not shared with you.'],
  invalid: [400, 'Something in the request is not right.'],
  conflict: [409, 'This does not go together with what is already there.'],
  'too-large': [413, 'This is too large.'],
  'too-many': [429, 'Too many tries. Please wait a moment.'],
  'wrong-origin': [403, 'This request did not come from the page of this workspace.'],
  'wrong-credentials': [401, 'The e-mail address or the password is not right.'],
  expired: [410, 'This link has expired or was withdrawn.'],
  unavailable: [503, 'The server is busy. Please try again in a moment.'],
}

export const answerError = (log: Logger) => (error: Error, c: Context) => {
  if (error instanceof Refusal) return answerRefusal(error, c)
  if (isAway(error)) {
    log.error({ err: error }, 'the database cannot be reached')
    return answerRefusal(new Refusal('unavailable', { retryAfterSeconds: 2 }), c)
  }
  // Not the path itself: whoever has that of a public link can read by it.
  log.error({ err: error, method: c.req.method, route: routePath(c, -1) }, 'a request failed')
  const body: RefusalBody = { code: 'bug', message: 'Something went wrong on our side.' }
  return c.json({ error: body }, 500)
}

function answerRefusal({ code, details }: Refusal, c: Context) {
  const [status, message] = answers[code]
  if (details.retryAfterSeconds !== undefined) {
    c.header('Retry-After', String(details.retryAfterSeconds))
  }
  const body: RefusalBody = { code, message, ...details }
  return c.json({ error: body }, status)
}
