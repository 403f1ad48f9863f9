/** People who type at a steady rate, whatever the server does: late answers do not slow them down. */
import * as Y from 'yjs'
import type { LoadClient } from './load-client'

export type Typist = {
  readonly doc: Y.Doc
  /** When the edit that moved our clock to n was made, milliseconds; index n. */
  readonly typedAt: number[]
  /** Which clock the nth update frame of the connection carried; index n. */
  readonly clockOfFrame: number[]
  type(): void
}

/** Each writes into its own paragraph, as eight people in one document mostly do. */
export function typist(client: LoadClient): Typist {
  const doc = new Y.Doc()
  const typedAt: number[] = []
  const clockOfFrame: number[] = []
  const paragraph = doc.getText(`paragraph ${doc.clientID}`)
  doc.on('update', (update: Uint8Array) => {
    const clock = Y.getState(doc.store, doc.clientID)
    typedAt[clock] = performance.now()
    client.send(update)
    clockOfFrame[client.framesSent] = clock
  })
  return {
    doc,
    typedAt,
    clockOfFrame,
    type: () => paragraph.insert(paragraph.length, letters[typedAt.length % letters.length] ?? ' '),
  }
}

const letters = 'what we measured on the night shift '

/** Resolves after `ms`; `perSecond` is the rate of all of them together. */
export function typeTogether(typists: Typist[], perSecond: number, ms: number): Promise<void> {
  return atSteadyRate(perSecond, ms, (nth) => typists[nth % typists.length]?.type())
}

/** `act` is told how often it was called before. Resolves after `ms`. */
export function atSteadyRate(
  perSecond: number,
  ms: number,
  act: (nth: number) => void,
): Promise<void> {
  const begin = performance.now()
  let done = 0
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const elapsed = Math.min(performance.now() - begin, ms)
      for (const due = Math.floor((elapsed * perSecond) / 1000); done < due; done++) act(done)
      if (elapsed < ms) return
      clearInterval(timer)
      resolve()
    }, 1)
  })
}
