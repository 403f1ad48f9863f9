/** The clock of the server this page came from. */
import { ServerClock } from './timer-clock'

const clock = new ServerClock()
const stopwatch = (): number => performance.now()

export const serverNow = (): number | null => clock.at(stopwatch())

/** An answer that carries `now`, and what it teaches about the server's clock. */
export async function timed<T extends { now: string }>(ask: () => Promise<T>): Promise<T> {
  const askedAt = stopwatch()
  const answer = await ask()
  clock.note({ serverMs: Date.parse(answer.now), askedAt, answeredAt: stopwatch() })
  return answer
}
