import type { RefusalBody, RefusalDetails } from '@atelier/shared/refusals'

/** `unreachable`: the server was not heard at all. `unreadable`: nor could the file to be sent be read. */
export type FailureCode = RefusalBody['code'] | 'unreachable' | 'unreadable'

/** Every failed request. Words for people: ui/refusal-text.ts. */
export class RequestFailed extends Error {
  readonly code: FailureCode
  readonly details: RefusalDetails
  constructor(code: FailureCode, details: RefusalDetails = {}, cause?: unknown) {
    super(code, { cause })
    this.name = 'RequestFailed'
    this.code = code
    const { fields, retryAfterSeconds, limitBytes } = details
    this.details = { fields, retryAfterSeconds, limitBytes }
  }
}

export const codeOf = (error: unknown): FailureCode =>
  error instanceof RequestFailed ? error.code : 'bug'
