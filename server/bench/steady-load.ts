/** A room full of people of whom some type at a steady rate, until everybody has everything. */
import type { FanOutWish } from './fan-out'
import { FullRoom } from './full-room'
import type { Running, Target } from './targets'
import { typeTogether } from './typing'

export type SteadyLoad = FanOutWish & {
  /** At how many nodes people take turns. */
  nodes: number
}

/** With what `read` told before and after. Throws when in the end anybody lacks anything. */
export async function playSteadily<T>(
  target: Target,
  running: Running,
  load: SteadyLoad,
  read: () => T,
): Promise<{ room: FullRoom; before: Awaited<T>; after: Awaited<T> }> {
  const room = new FullRoom(load.nodes)
  await room.fill(target, running, load.clients, load.typing)
  await typeTogether(room.typists, load.editsPerSecond, load.warmUpMs)
  room.startMeasuring()
  const before = await read()
  await typeTogether(room.typists, load.editsPerSecond, load.measureMs)
  await room.untilDelivered(target.acknowledges)
  const after = await read()
  room.requireSame(target.name)
  room.close()
  return { room, before, after }
}
