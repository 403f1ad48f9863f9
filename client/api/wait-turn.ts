import { codeOf, RequestFailed } from './request-failed'

const mustWait = (error: unknown): boolean => codeOf(error) === 'too-many'

const secondsOf = (error: unknown): number =>
  (error instanceof RequestFailed && error.details.retryAfterSeconds) || 5

/** For a request that comes in a crowd: told to wait, it is sent again when the time is up, and not by all at once. */
export const waitsTurn = {
  retry: (_count: number, error: unknown): boolean => mustWait(error),
  retryDelay: (_count: number, error: unknown): number =>
    secondsOf(error) * (1 + Math.random() / 2) * 1000,
}
