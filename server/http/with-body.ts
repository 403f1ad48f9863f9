import { type FieldProblem, Refusal, refuse } from '@atelier/shared/refusals'
import type { MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import { readBytes } from './read-bytes'

const bodyBytes = 256 * 1024

/**
 * A JSON body of the given shape, read with `c.req.valid('json')`. Problems are named by field
 * and by a stable word; what was sent is never repeated, since it may hold a password.
 */
export function withBody<Schema extends z.ZodType>(
  schema: Schema,
): MiddlewareHandler<
  // biome-ignore lint/complexity/noBannedTypes: Hono's own word for "no bindings asked for"
  {},
  string,
  { in: { json: z.input<Schema> }; out: { json: z.output<Schema> } }
> {
  return async function requireBody(c, next) {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
      refuse('invalid', { fields: [{ field: '', problem: 'not-json' }] })
    }
    const body = parseJson((await readBytes(c.req.raw, bodyBytes)).toString('utf8'))
    const parsed = schema.safeParse(body)
    if (!parsed.success) {
      refuse('invalid', { fields: parsed.error.issues.map((issue) => problemOf(issue, body)) })
    }
    c.req.addValidatedData('json', parsed.data as object)
    await next()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw Object.assign(new Refusal('invalid', { fields: [{ field: '', problem: 'not-json' }] }), {
      cause,
    })
  }
}

function problemOf(issue: z.core.$ZodIssue, body: unknown): FieldProblem {
  return {
    field: issue.path.join('.').slice(0, 100),
    problem: isMissing(issue, body) ? 'required' : wordFor(issue),
  }
}

function isMissing(issue: z.core.$ZodIssue, body: unknown): boolean {
  let value: unknown = body
  for (const key of issue.path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return true
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value === ''
}

function wordFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'too-short' : 'too-small'
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'too-big'
    case 'invalid_type':
      return 'wrong-kind'
    case 'invalid_value':
      return 'unknown'
    case 'invalid_format':
      return issue.format === 'email' ? 'not-an-email' : 'invalid'
    default:
      return 'invalid'
  }
}
