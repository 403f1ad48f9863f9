/** Nodes, their Postgres and their Redis, and roads between all of them on which everything may go wrong. */
import { makeHouse, type NodeProcess } from '../bench/house-process'
import { type OpenDatabase, openDatabase } from '../db/connect'
import { type OwnPostgres, ownPostgres } from '../launch/throwaway-postgres'
import { type ThrowawayRedis, throwawayRedis } from '../launch/throwaway-redis'
import { type FaultProxy, faultProxy } from '../testing/fault-proxy'
import { type MadeWorkspace, makeWorkspace } from '../testing/make'
import { Random } from '../testing/random'

/** One node's: from people to it, from it to Redis, from it to Postgres. */
export type Roads = { people: FaultProxy; redis: FaultProxy; postgres: FaultProxy }

export type StageNode = { process: NodeProcess; roads: Roads }

export type Stage = {
  /** What happens. Nothing else draws from it, so that a seed always tells the same story. */
  plan: Random
  random: Random
  postgres: OwnPostgres
  redis: ThrowawayRedis
  nodes: readonly StageNode[]
  /** Those a load balancer would send people to. */
  running: Set<StageNode>
  /** By a road on which nothing goes wrong. */
  database: OpenDatabase
  workspace: MadeWorkspace
  /** How long it took each time until somebody who lost a right was out, milliseconds (S5). */
  outAfterMs: number[]
  close(): Promise<void>
}

export async function openStage(count: number, seed: number): Promise<Stage> {
  const [plan, random] = [new Random(seed), new Random(-seed)]
  const [postgres, redis] = [await ownPostgres({ durable: true }), await throwawayRedis()]
  const house = await makeHouse({
    backend: { postgres: postgres.url },
    core: null,
    redis: redis.url,
  })
  const databaseUrl = house.databaseUrl ?? ''
  const nodes: StageNode[] = []
  while (nodes.length < count) {
    const [toRedis, toPostgres] = [await roadTo(redis.url), await roadTo(databaseUrl)]
    const process = await house.anotherNode(null, {
      REDIS_URL: by(toRedis, redis.url),
      DATABASE_URL: by(toPostgres, databaseUrl),
    })
    const people = await roadTo(process.origin)
    nodes.push({ process, roads: { people, redis: toRedis, postgres: toPostgres } })
  }
  await Promise.all(nodes.map(({ process }) => process.start()))
  const database = await openDatabase({
    databaseUrl,
    dataDir: '',
    onLost: fail,
    // It is taken away on purpose.
    onIdleError: () => undefined,
  })
  return {
    plan,
    random,
    postgres,
    redis,
    nodes,
    running: new Set(nodes),
    database,
    workspace: await makeWorkspace(database.db),
    outAfterMs: [],
    async close() {
      await database.close()
      const roads = nodes.flatMap(({ roads }) => Object.values(roads))
      await house.remove()
      await Promise.all(roads.map((road) => road.close()))
      await redis.stop()
      await postgres.stop()
    },
  }
}

/** One that runs; any, while none does. */
export function anyNode({ running, nodes, random }: Stage): StageNode {
  return random.pick(running.size > 0 ? [...running] : nodes)
}

const roadTo = (url: string): Promise<FaultProxy> =>
  faultProxy({ host: '127.0.0.1', port: Number(new URL(url).port) })

function by({ port }: FaultProxy, url: string): string {
  const other = new URL(url)
  other.port = `${port}`
  return other.href
}

function fail(error: Error): never {
  throw error
}
