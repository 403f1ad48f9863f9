/** A room full of people: how long a keystroke takes to the other screens, and what it costs. */
import { figureRows, type Metric } from './figures'
import { percentile } from './rows'
import { inTurn, type Scenario, whileRunning } from './stage'
import { playSteadily } from './steady-load'
import { type Running, relays, type Target } from './targets'

export type FanOutWish = {
  clients: number
  typing: number
  editsPerSecond: number
  warmUpMs: number
  measureMs: number
}

type FanOutFigures = {
  p50: number
  p99: number
  /** Server CPU, microseconds, per keystroke on one other screen. */
  cpu: number | null
  stored50: number | null
  stored99: number | null
}

export const fanOut: Scenario = {
  name: 'fan-out',
  async play(stage) {
    const { flags, cores, ours, peers } = stage
    const wish = flags.fanOut
    const beside = [...peers.storing, ...relays]
    const rounds = await inTurn(stage, 'fan-out', [...ours, ...beside], (target) =>
      whileRunning(target, { core: cores.server, people: wish.typing }, (running) =>
        measure(target, running, wish),
      ),
    )
    const load = `${wish.clients} clients, ${wish.typing} typing, ${wish.editsPerSecond} edits/s`
    const rows = (title: string, metrics: Metric<FanOutFigures>[], others: Target[]) =>
      figureRows({
        scenario: (name) => `${title} on ${name}: ${load}`,
        ours,
        beside: others,
        rounds,
        metrics,
      })
    return [...rows('fan-out', delivery, beside), ...rows('stored', storing, [])]
  },
}

const delivery: Metric<FanOutFigures>[] = [
  { name: 'key to other screen, p50', unit: 'ms', of: ({ p50 }) => p50 },
  { name: 'key to other screen, p99', unit: 'ms', of: ({ p99 }) => p99 },
  { name: 'server CPU per delivery', unit: 'µs', of: ({ cpu }) => cpu },
]
const storing: Metric<FanOutFigures>[] = [
  { name: 'key to “stored”, p50', unit: 'ms', of: ({ stored50 }) => stored50 },
  { name: 'key to “stored”, p99', unit: 'ms', of: ({ stored99 }) => stored99 },
]

/** Throws when in the end anybody lacks anything. */
async function measure(target: Target, running: Running, wish: FanOutWish): Promise<FanOutFigures> {
  const load = { ...wish, nodes: 1 }
  const { room, before, after } = await playSteadily(target, running, load, running.cpuMicros)
  const { delays, storedAfter } = room
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    cpu: before === null || after === null ? null : (after - before) / delays.length,
    stored50: target.acknowledges ? percentile(storedAfter, 0.5) : null,
    stored99: target.acknowledges ? percentile(storedAfter, 0.99) : null,
  }
}
