/** A room in which everybody moves a caret and nobody writes. */
import { setTimeout as wait } from 'node:timers/promises'
import { figureRows, type Metric } from './figures'
import { MovingCursor, movesIn } from './moving-cursor'
import { joinRaw, type RawClient } from './raw-client'
import { percentile } from './rows'
import { inTurn, type Scenario, whileRunning } from './stage'
import { type Running, relays, type Target } from './targets'
import { atSteadyRate } from './typing'

export type PresenceWish = {
  clients: number
  movesPerSecond: number
  warmUpMs: number
  measureMs: number
}

type PresenceFigures = {
  /** Server CPU, microseconds, per move shown on one other screen. */
  cpu: number | null
  p99: number
}

const patienceMs = 20_000

export const presence: Scenario = {
  name: 'presence',
  async play(stage) {
    const { flags, cores, ours, peers } = stage
    const wish = flags.presence
    const beside = [...peers.inMemory, ...relays]
    const rounds = await inTurn(stage, 'presence', [...ours, ...beside], (target) =>
      whileRunning(target, { core: cores.server, people: 8 }, (running) =>
        measure(target, running, wish),
      ),
    )
    const scenario = (name: string) =>
      `presence on ${name}: ${wish.clients} carets, ${wish.movesPerSecond} moves/s`
    return figureRows({ scenario, ours, beside, rounds, metrics })
  },
}

const metrics: Metric<PresenceFigures>[] = [
  { name: 'server CPU per delivery', unit: 'µs', of: ({ cpu }) => cpu },
  { name: 'move to other screen, p99', unit: 'ms', of: ({ p99 }) => p99 },
]

/** Throws unless in the end everybody sees where everybody else is. */
async function measure(
  target: Target,
  running: Running,
  wish: PresenceWish,
): Promise<PresenceFigures> {
  const clients: RawClient[] = []
  while (clients.length < wish.clients)
    clients.push(await joinRaw(running.address(clients.length), target.keeps))
  const cursors = clients.map((client) => new MovingCursor(client))
  const delays = delaysOf(cursors)
  const moveAll = (ms: number) => atSteadyRate(wish.movesPerSecond, ms, (nth) => move(cursors, nth))
  await moveAll(wish.warmUpMs)
  const [before, moved] = [running.cpuMicros(), movesOf(cursors)]
  delays.length = 0
  await moveAll(wish.measureMs)
  await untilSeen(target, cursors)
  const after = running.cpuMicros()
  for (const client of clients) client.close()
  const deliveries = (movesOf(cursors) - moved) * (wish.clients - 1)
  return {
    cpu: before === null || after === null ? null : (after - before) / deliveries,
    p99: percentile(delays, 0.99),
  }
}

const move = (cursors: readonly MovingCursor[], nth: number) =>
  cursors[nth % cursors.length]?.move()

const movesOf = (cursors: readonly MovingCursor[]) =>
  cursors.reduce((sum, { movedAt }) => sum + movedAt.length, 0)

/** Of what the one who joined last is shown; grows. */
function delaysOf(cursors: readonly MovingCursor[]): number[] {
  const delays: number[] = []
  const by = new Map(cursors.map((cursor) => [cursor.client, cursor]))
  const witness = cursors.at(-1)
  witness?.connection.hear((frame) => {
    for (const [client, move] of movesIn(frame)) {
      const movedAt = by.get(client)?.movedAt[move]
      if (client !== witness.client && movedAt !== undefined)
        delays.push(performance.now() - movedAt)
    }
  })
  return delays
}

async function untilSeen({ name }: Target, cursors: readonly MovingCursor[]) {
  const giveUp = performance.now() + patienceMs
  while (!cursors.every((cursor) => seesAll(cursor, cursors))) {
    if (performance.now() > giveUp)
      throw new Error(`On ${name} somebody does not see where another is.`)
    await wait(100)
  }
}

function seesAll(cursor: MovingCursor, cursors: readonly MovingCursor[]): boolean {
  const last = new Map<number, number>()
  for (const frame of cursor.connection.frames())
    for (const [client, move] of movesIn(frame)) last.set(client, move)
  return cursors.every(
    (other) => other === cursor || last.get(other.client) === other.movedAt.length - 1,
  )
}
