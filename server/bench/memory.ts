/** What rooms and connections weigh in the server: thousands of small rooms, and a few that hold a paper. */
import { setTimeout as wait } from 'node:timers/promises'
import { syncKinds } from '@atelier/shared/sync/messages'
import { encodeSync } from '../sync/sync-frames'
import type { Memory } from './child-process'
import { figureRows, type Metric } from './figures'
import { openAtOnce } from './open-at-once'
import { joinRaw, type RawClient } from './raw-client'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import { type Running, relays, type Target } from './targets'
import { openTwice } from './two-in-a-room'
import { packed } from './websocket-frames'

export type MemoryWish = {
  rooms: number
  paperRooms: number
  /**
   * So long everybody is quiet before the memory of what is open is looked at, and so long all have
   * left before what is kept is: of our server, which lets go ten and thirty seconds later.
   */
  quietMs: number
  goneMs: number
  /** Others let go within seconds, or never. */
  othersMs: number
}

type RoomsFigures = {
  perRoom: number
  perConnection: number
  rssPerRoom: number
  kept: number
}

export const roomsMemory: Scenario = {
  name: 'rooms',
  async play(stage) {
    const { rooms } = stage.flags.memory
    const ours = stage.ours.slice(0, 1)
    const beside = [...stage.peers.inMemory, ...relays]
    const rounds = await once(stage, 'rooms', [...ours, ...beside], (target) =>
      weighRooms(stage, target),
    )
    const scenario = (name: string) => `rooms on ${name}: ${rooms} with two people each`
    return figureRows({ scenario, ours, beside, rounds, metrics: roomsMetrics })
  },
}

const roomsMetrics: Metric<RoomsFigures>[] = [
  { name: 'heap per idle room', unit: 'kB', of: ({ perRoom }) => perRoom },
  { name: 'heap per connection', unit: 'kB', of: ({ perConnection }) => perConnection },
  { name: 'resident memory per room', unit: 'kB', of: ({ rssPerRoom }) => rssPerRoom },
  { name: 'heap kept per room after all left', unit: 'kB', of: ({ kept }) => kept },
]

type PaperFigures = { open: number; idle: number }

export const papersMemory: Scenario = {
  name: 'papers',
  async play(stage) {
    const { paperRooms } = stage.flags.memory
    const ours = stage.ours.slice(0, 1)
    const beside = stage.peers.inMemory
    const rounds = await once(stage, 'papers', [...ours, ...beside], (target) =>
      weighPapers(stage, target),
    )
    const { paper } = stage.written()
    const scenario = (name: string) => `papers on ${name}: ${paperRooms} rooms, ${paper.name}`
    return figureRows({ scenario, ours, beside, rounds, metrics: paperMetrics })
  },
}

const paperMetrics: Metric<PaperFigures>[] = [
  { name: 'heap per open room', unit: 'MB', of: ({ open }) => open },
  { name: 'heap per open room, once idle', unit: 'MB', of: ({ idle }) => idle },
]

/** Memory hardly differs from round to round, and takes long to settle. */
const once = <F>(
  stage: Stage,
  what: string,
  targets: Target[],
  play: (target: Target) => Promise<F>,
) => inTurn({ ...stage, flags: { ...stage.flags, rounds: 1 } }, what, targets, play)

const heap = ({ heapUsed, external }: Memory) => heapUsed + external
const growth = (from: number, to: number, unit: number) => Math.max(0, to - from) / unit

/** The last room is only there to warm the server up. */
function weighRooms({ flags, cores }: Stage, target: Target): Promise<RoomsFigures> {
  const { rooms } = flags.memory
  const { quietMs, goneMs } = patience(flags, target)
  const wish = { core: cores.server, people: 8, rooms: rooms + 1 }
  return whileRunning(target, wish, async (running) => {
    const warm = await openTwice(target, running, rooms, 1)
    await warm.secondComes()
    warm.close()
    const before = await memoryAfter(running, quietMs)
    const open = await openTwice(target, running, 0, rooms)
    const single = await memoryAfter(running, quietMs)
    await open.secondComes()
    const double = await memoryAfter(running, quietMs)
    open.close()
    const left = await memoryAfter(running, goneMs)
    const perConnection = growth(heap(single), heap(double), 1000 * rooms)
    return {
      perConnection,
      perRoom: Math.max(0, growth(heap(before), heap(single), 1000 * rooms) - perConnection),
      rssPerRoom: growth(before.rss, double.rss, 1000 * rooms),
      kept: growth(heap(before), heap(left), 1000 * rooms),
    }
  })
}

/** Somebody brings the paper and stays; somebody else reads all of it and goes. */
function weighPapers({ flags, cores, written }: Stage, target: Target): Promise<PaperFigures> {
  const { paperRooms } = flags.memory
  const { quietMs } = patience(flags, target)
  const { history } = written()
  const wish = { core: cores.server, people: 8, rooms: paperRooms + 1 }
  return whileRunning(target, wish, async (running) => {
    const authors: RawClient[] = []
    const bring = async (room: number) => {
      const author = await joinRaw(running.address(room, room), target.keeps)
      authors.push(author)
      const frame = encodeSync(syncKinds.update, history.whole)
      author.write(packed(Buffer.concat([author.prefix, frame])))
      await openAtOnce([running.address(room, room)], history.text)
    }
    await bring(paperRooms)
    const before = await memoryAfter(running, quietMs)
    for (let room = 0; room < paperRooms; room++) await bring(room)
    const open = await memoryAfter(running, 0)
    const idle = await memoryAfter(running, quietMs)
    for (const author of authors) author.close()
    return {
      open: growth(heap(before), heap(open), 1e6 * paperRooms),
      idle: growth(heap(before), heap(idle), 1e6 * paperRooms),
    }
  })
}

function patience({ memory }: Stage['flags'], { acknowledges }: Target) {
  const { quietMs, goneMs, othersMs } = memory
  return acknowledges ? { quietMs, goneMs } : { quietMs: othersMs, goneMs: othersMs }
}

async function memoryAfter(running: Running, ms: number): Promise<Memory> {
  await wait(ms)
  return running.memory()
}
