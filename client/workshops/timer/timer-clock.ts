/** What a timer shows, by the server's clock alone. This device's own date is asked for nothing. */
import type { Timer } from '@atelier/shared/workshops/workshop'

/** One answer of the server: what its clock said, and by this page's own stopwatch when it was asked and answered. */
export type TimeSample = { serverMs: number; askedAt: number; answeredAt: number }

const mostSamples = 8
/** Beyond this a page has slept, or its stopwatch stood still: what was known before is worth nothing. */
const leapMs = 2_000

/** How far the server's clock is ahead of a stopwatch that starts at any moment and runs on evenly. */
export class ServerClock {
  #samples: { offsetMs: number; halfTripMs: number }[] = []

  note({ serverMs, askedAt, answeredAt }: TimeSample): void {
    if (!Number.isFinite(serverMs)) return
    const halfTripMs = Math.max(1, (answeredAt - askedAt) / 2)
    const offsetMs = serverMs - (askedAt + halfTripMs)
    const known = this.#offset()
    if (known !== null && Math.abs(known - offsetMs) > halfTripMs + leapMs) this.#samples = []
    this.#samples = [...this.#samples, { offsetMs, halfTripMs }].slice(-mostSamples)
  }

  /** The server's time at this moment of the stopwatch; null before any answer. */
  at(stopwatchMs: number): number | null {
    const offset = this.#offset()
    return offset === null ? null : Math.round(stopwatchMs + offset)
  }

  /** Answers that were quick say more. */
  #offset(): number | null {
    if (this.#samples.length === 0) return null
    const weights = this.#samples.map(({ halfTripMs }) => 1 / halfTripMs ** 2)
    const sum = this.#samples.reduce(
      (all, { offsetMs }, i) => all + offsetMs * (weights[i] ?? 0),
      0,
    )
    return sum / weights.reduce((all, weight) => all + weight, 0)
  }
}

export type TimerSight = { state: 'running' | 'paused' | 'over'; leftMs: number; totalMs: number }

export function timerAt(timer: Timer | null, serverMs: number): TimerSight | null {
  if (!timer) return null
  const { totalMs } = timer
  if (timer.state === 'paused') return { state: 'paused', leftMs: timer.leftMs, totalMs }
  const leftMs = Math.max(0, Date.parse(timer.endsAt) - serverMs)
  return { state: leftMs > 0 ? 'running' : 'over', leftMs, totalMs }
}

/** As it is read: 0:00 only when it is over. */
export function clockFace(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000)
  const rest = String(seconds % 60).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${rest}`
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
}

/** Until it reads differently. */
export const nextTickMs = (leftMs: number): number => Math.max(20, leftMs % 1000 || 1000)

export type TimerCall = 'half' | 'minute' | 'end'
const minuteMs = 60_000

/** What is said between two looks at a timer that runs: of several things the last. */
export function callBetween(before: TimerSight | null, now: TimerSight | null): TimerCall | null {
  if (!before || !now || before.state !== 'running' || now.state === 'paused') return null
  const passes = (markMs: number) => before.leftMs > markMs && now.leftMs <= markMs
  if (passes(0)) return 'end'
  if (now.totalMs > minuteMs && passes(minuteMs)) return 'minute'
  const halfMs = now.totalMs / 2
  return halfMs > minuteMs && passes(halfMs) ? 'half' : null
}
