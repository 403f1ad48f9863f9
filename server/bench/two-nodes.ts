/** People at two nodes write in one room: what the way between the nodes costs, beside one node alone. */
import { figureRows, type Metric } from './figures'
import { type MeteredRedis, meteredRedis } from './metered-redis'
import { percentile, type Row } from './rows'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import { playSteadily } from './steady-load'
import type { Target } from './targets'

type LoadFigures = {
  /** From key to each other screen, milliseconds. */
  p50: number
  p99: number
  /** The same where author and screen are at different nodes; null where there is one node. */
  across50: number | null
  across99: number | null
  /** Microseconds per keystroke on one other screen; of all nodes together. */
  cpu: number | null
  redisCpu: number | null
}

/** Each is the same load; `single` has a Redis that nobody else listens to. */
type NodesFigures = { alone: LoadFigures; single: LoadFigures; two: LoadFigures }

export const twoNodes: Scenario = {
  name: 'nodes',
  async play(stage) {
    const ours = stage.ours.filter(({ spreads }) => spreads)
    if (ours.length === 0) return []
    const redis = await redisOrWord(stage)
    if (redis === null) return []
    try {
      return await playBehind(redis, stage, ours)
    } finally {
      await redis.stop()
    }
  },
}

/** Null, and says so, where none can be had. */
async function redisOrWord({ say }: Stage): Promise<MeteredRedis | null> {
  try {
    return await meteredRedis()
  } catch (error) {
    say(`nodes: left out. ${error instanceof Error ? error.message : error}`)
    return null
  }
}

async function playBehind(
  redis: MeteredRedis,
  stage: Stage,
  ours: readonly Target[],
): Promise<Row[]> {
  const beside = stage.peers.storing.filter(({ spreads }) => spreads)
  const rounds = await inTurn(stage, 'nodes', [...ours, ...beside], async (target) => ({
    alone: await measure(stage, target, 1, null),
    single: await measure(stage, target, 1, redis),
    two: await measure(stage, target, 2, redis),
  }))
  const { clients, typing, editsPerSecond } = stage.flags.fanOut
  const scenario = (name: string) =>
    `nodes on ${name}: ${clients} clients, ${typing} typing, ${editsPerSecond} edits/s`
  return figureRows({ scenario, ours, beside, rounds, metrics })
}

const metrics: Metric<NodesFigures>[] = [
  { name: 'server CPU per delivery, one node', unit: 'µs', of: ({ alone }) => alone.cpu },
  {
    name: 'server CPU per delivery, one node with a Redis',
    unit: 'µs',
    of: ({ single }) => single.cpu,
  },
  { name: 'server CPU per delivery, two nodes', unit: 'µs', of: ({ two }) => two.cpu },
  {
    name: 'CPU by one node',
    unit: 'of one node',
    of: ({ alone, two }) => (alone.cpu === null || two.cpu === null ? null : two.cpu / alone.cpu),
  },
  { name: 'Redis’ CPU per delivery, two nodes', unit: 'µs', of: ({ two }) => two.redisCpu },
  { name: 'key to other screen, one node, p50', unit: 'ms', of: ({ alone }) => alone.p50 },
  { name: 'key to other screen, two nodes, p50', unit: 'ms', of: ({ two }) => two.p50 },
  { name: 'key to screen at the other node, p50', unit: 'ms', of: ({ two }) => two.across50 },
  { name: 'key to other screen, one node, p99', unit: 'ms', of: ({ alone }) => alone.p99 },
  { name: 'key to other screen, two nodes, p99', unit: 'ms', of: ({ two }) => two.p99 },
  { name: 'key to screen at the other node, p99', unit: 'ms', of: ({ two }) => two.across99 },
]

/** Throws when in the end anybody lacks anything. */
function measure(
  { flags, cores }: Stage,
  target: Target,
  nodes: number,
  redis: MeteredRedis | null,
): Promise<LoadFigures> {
  const wish = { core: cores.server, people: flags.fanOut.typing, nodes, redis: redis?.url }
  return whileRunning(target, wish, async (running) => {
    const read = async () => ({
      cpu: running.cpuMicros(),
      redisCpu: redis === null ? null : await redis.cpuMicros(),
    })
    const load = { ...flags.fanOut, nodes }
    const { room, before, after } = await playSteadily(target, running, load, read)
    const { delays, across } = room
    return {
      p50: percentile(delays, 0.5),
      p99: percentile(delays, 0.99),
      across50: nodes > 1 ? percentile(across, 0.5) : null,
      across99: nodes > 1 ? percentile(across, 0.99) : null,
      cpu: perDelivery(before.cpu, after.cpu, delays.length),
      redisCpu: perDelivery(before.redisCpu, after.redisCpu, delays.length),
    }
  })
}

const perDelivery = (before: number | null, after: number | null, deliveries: number) =>
  before === null || after === null ? null : (after - before) / deliveries
