/**
 * The one list of expected refusals. Each is turned into an HTTP status, a close code and
 * words in one place each; anything else that is thrown is a bug.
 */
export const refusalCodes = [
  'signed-out',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'too-large',
  'too-many',
  'wrong-origin',
  'wrong-credentials',
  'expired',
  'unavailable',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** `field` is a dotted path into the body; `problem` a stable word such as `too-long`. */
export type FieldProblem = { field: string; problem: string }

/** `limitBytes`: how large what was too large may be. */
export type RefusalDetails = {
  fields?: FieldProblem[]
  retryAfterSeconds?: number
  limitBytes?: number
}

/** What every failed request answers: `{ error: RefusalBody }`. `message` is English, for logs and tools. */
export type RefusalBody = { code: RefusalCode | 'bug'; message: string } & RefusalDetails

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** Ends the request, message or job with an expected refusal. */
export function refuse(code: RefusalCode, details?: RefusalDetails): never {
  throw new Refusal(code, details)
}
