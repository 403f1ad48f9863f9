/** All slow lines of this server, each by a secret of its own. */
import { randomBytes } from 'node:crypto'
import { refuse } from '@atelier/shared/refusals'
import type { SocketEvents } from '../sync/socket'
import { SlowLine } from './slow-line'

/** Nobody has asked on it for so long: whoever it was is gone. */
export const lostAfterMs = 30_000
/** So long one that is closed is there to say why. */
const closedForMs = 5_000
const most = 5000

export class SlowLines {
  readonly #lines = new Map<string, SlowLine>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** `join` is given the line, and answers who is told of what comes up. Resolves with its secret. */
  open(join: (line: SlowLine) => SocketEvents): string {
    this.sweep()
    if (this.#lines.size >= most) refuse('unavailable')
    const secret = randomBytes(32).toString('base64url')
    const line = new SlowLine(this.#now)
    this.#lines.set(secret, line)
    line.listen(join(line))
    return secret
  }

  /** Not-found where it is over, or of another server. */
  get(secret: string): SlowLine {
    return this.#lines.get(secret) ?? refuse('not-found')
  }

  end(secret: string): void {
    this.#lines.get(secret)?.isLost()
    this.#lines.delete(secret)
  }

  /** Now and then. */
  sweep(): void {
    for (const [secret, line] of this.#lines) {
      const staysMs = line.isClosed ? closedForMs : lostAfterMs
      if (!line.isWaitedFor && this.#now() - line.pulledAt > staysMs) this.end(secret)
    }
  }
}
