/**
 * Many people write into one doc through several nodes, behind what a load balancer does, while
 * nodes are killed and restarted and Redis stalls, restarts and vanishes.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { makeHouse, type NodeProcess } from '../bench/house-process'
import { protocolClient } from '../bench/protocol-client'
import { type ThrowawayRedis, throwawayRedis } from '../launch/throwaway-redis'
import { Random } from '../testing/random'
import { requireAcknowledged, requireSame, typeAll } from './crowd'

export type NodeTroublesWish = {
  /** A Postgres server whose user may create databases. */
  postgres: string
  nodes: number
  writers: number
  /** One trouble each. */
  rounds: number
  seed: number
  say(line: string): void
}

type Stage = { running: Set<NodeProcess>; redis: ThrowawayRedis; random: Random }

const accounts = 8
/** What was acknowledged is in the database at once, and so long later in every node at most. */
const hearMs = 10_000

/** Each leaves everything running. */
const troubles: Record<string, (stage: Stage) => Promise<void>> = {
  async 'a node was killed'({ running, random }) {
    const node = random.pick([...running])
    running.delete(node)
    await node.kill()
    await wait(300 + random.below(1500))
    await node.start()
    running.add(node)
  },
  async 'every node was restarted, one after the other'({ running }) {
    for (const node of [...running]) {
      running.delete(node)
      await node.stop()
      await node.start()
      running.add(node)
    }
  },
  async 'Redis was frozen'({ redis, random }) {
    redis.freeze()
    await wait(500 + random.below(8000))
    redis.thaw()
  },
  async 'Redis was gone'({ redis, random }) {
    await redis.stop()
    await wait(random.below(6000))
    await redis.start()
  },
  async 'Redis was gone while a node was killed'(stage) {
    await stage.redis.stop()
    await troubles['a node was killed']?.(stage)
    await stage.redis.start()
  },
}

/** Answers how many updates were acknowledged. Throws when one is missing, or two people differ. */
export async function playNodeTroubles(wish: NodeTroublesWish): Promise<number> {
  const { postgres, writers, say } = wish
  const random = new Random(wish.seed)
  const redis = await throwawayRedis()
  const backend = { postgres }
  const house = await makeHouse({ backend, core: null, people: accounts, redis: redis.url })
  try {
    const running = new Set<NodeProcess>([house])
    while (running.size < wish.nodes) running.add(await house.anotherNode())
    for (const node of running) await node.start()
    // As a load balancer does, which knows who is up, and remembers nobody.
    const people = Array.from({ length: writers }, (_, nth) =>
      protocolClient(() => random.pick([...running]).address(nth % accounts)),
    )
    await Promise.all(people.map((person) => person.enter()))
    let acknowledged = 0
    for (let round = 1; round <= wish.rounds; round++) {
      const stop = typeAll(people, random)
      await wait(200 + random.below(1000))
      const name = random.pick(Object.keys(troubles))
      await troubles[name]?.({ running, redis, random })
      stop()
      await Promise.all(people.map((person) => person.settled()))
      for (const node of running) {
        acknowledged = await requireAcknowledged(node.address(0), people, hearMs)
        await requireSame(node.address(0), people)
      }
      say(`Round ${round}, ${name}: all of ${acknowledged} acknowledged updates are everywhere.`)
    }
    await Promise.all(people.map((person) => person.leave()))
    return acknowledged
  } finally {
    await house.remove()
    await redis.stop()
  }
}
