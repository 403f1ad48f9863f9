import { refusalCodes, refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { answerError } from './answer-refusal'

async function answerTo(fail: () => never) {
  const app = new Hono().get('/', fail)
  app.onError(answerError(pino({ level: 'silent' })))
  const response = await app.request('/')
  const body = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...body.error }
}

const thrown = (error: Error) => () => {
  throw error
}

test('each refusal has its own status and a sentence', async () => {
  const statuses: Record<string, number> = {}
  for (const code of refusalCodes) {
    const answer = await answerTo(() => refuse(code))
    expect(answer).toMatchObject({ code, message: expect.stringMatching(/^[A-Z].*\.$/) })
    statuses[code] = answer.status
  }
  expect(statuses).toEqual({
    'signed-out': 401,
    forbidden: 403,
    'not-found': 404,
    invalid: 400,
    conflict: 409,
    'too-large': 413,
    'too-many': 429,
    'wrong-origin': 403,
    'wrong-credentials': 401,
    expired: 410,
    unavailable: 503,
  })
})

test('a bug says nothing of itself', async () => {
  const answer = await answerTo(thrown(new Error('column "secret" of relation "people"')))
  expect(answer).toEqual({
    status: 500,
    retryAfter: null,
    code: 'bug',
    message: 'Something went wrong on our side.',
  })
})

test('a database out of reach is no bug: one may try again', async () => {
  const failures = [
    Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection'), { code: '57P01' }),
    new Error('Failed query', { cause: new Error('Connection terminated unexpectedly') }),
    new Error('timeout exceeded when trying to connect'),
  ]
  for (const failure of failures) {
    expect(await answerTo(thrown(failure))).toMatchObject({ status: 503, retryAfter: '2' })
  }
})

test('what went wrong is logged without what the address gives away', async () => {
  const lines: string[] = []
  const log = pino({}, { write: (line) => lines.push(line) })
  const app = new Hono()
    .use(async (_, next) => next())
    .route('/api', new Hono().get('/public/:token', thrown(new Error('a bug'))))
  app.onError(answerError(log))
  expect((await app.request('/api/public/secret')).status).toBe(500)
  expect(lines.join()).toContain('/api/public/:token')
  expect(lines.join()).not.toContain('secret')
})
