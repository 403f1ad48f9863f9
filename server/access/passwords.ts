import { refuse } from '@atelier/shared/refusals'
import { hash, verify } from '@node-rs/argon2'

/** argon2id, the cost OWASP ASVS approves; about 12 ms of one core and 19 MiB each. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 2
const longestQueue = 50

export interface Passwords {
  hash(password: string): Promise<string>
  /** False at the same cost for an account that does not exist (`null`). */
  matches(stored: string | null, password: string): Promise<boolean>
}

/** Hashing is bounded: beyond two at once they queue, beyond fifty they are refused, so that a flood of sign-ins leaves the server its memory and its cores. */
export function passwords(): Passwords {
  const inTurn = bounded(atOnce, longestQueue)
  const nobody = hash(crypto.randomUUID(), cost)
  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    async matches(stored, password) {
      const against = stored ?? (await nobody)
      const same = await inTurn(() => verify(against, password))
      return stored !== null && same
    },
  }
}

export function bounded(most: number, queueLength: number) {
  const waiting: (() => void)[] = []
  let running = 0
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve))

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= most) {
      if (waiting.length >= queueLength) refuse('unavailable', { retryAfterSeconds: 1 })
      await turn()
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
