/** A room full of people: how long a keystroke takes to the other screens, and what it costs. */
import { FullRoom } from './full-room'
import { percentile } from './rows'
import type { Running, Target } from './targets'
import { typeTogether } from './typing'

export type FanOutWish = {
  clients: number
  typing: number
  editsPerSecond: number
  warmUpMs: number
  measureMs: number
}

export type FanOutFigures = {
  p50: number
  p99: number
  /** Server CPU, microseconds, per keystroke on one other screen. */
  cpu: number | null
  stored50: number | null
  stored99: number | null
}

/** One round on one server. Throws when in the end anybody lacks anything. */
export async function fanOutRound(
  target: Target,
  core: number | null,
  wish: FanOutWish,
): Promise<FanOutFigures> {
  const running = await target.start(core)
  try {
    return await measure(target, running, wish)
  } finally {
    await running.remove()
  }
}

async function measure(target: Target, running: Running, wish: FanOutWish): Promise<FanOutFigures> {
  const room = new FullRoom()
  await room.fill(target, running, wish.clients, wish.typing)
  await typeTogether(room.typists, wish.editsPerSecond, wish.warmUpMs)
  room.startMeasuring()
  const before = running.cpuMicros()
  await typeTogether(room.typists, wish.editsPerSecond, wish.measureMs)
  await room.untilDelivered(target.acknowledges)
  const after = running.cpuMicros()
  room.requireSame(target.name)
  room.close()
  const { delays, storedAfter } = room
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    cpu: before === null || after === null ? null : (after - before) / delays.length,
    stored50: target.acknowledges ? percentile(storedAfter, 0.5) : null,
    stored99: target.acknowledges ? percentile(storedAfter, 0.99) : null,
  }
}
