import type { CloseReason } from '@atelier/shared/sync/close-codes'
import type { Socket } from './socket'

/** A connection, to those who answer on it. */
export interface Line {
  readonly socket: Socket
  now(): number
  /** Ends this connection, and only this. */
  end(reason: CloseReason): void
  /** Does what a frame asks for: what it throws ends this connection, and only this. */
  hearNow(work: () => void): void
  /** What an answer of this size costs its asker. */
  charge(bytes: number): void
}
