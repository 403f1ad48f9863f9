/** What may happen to nodes, Postgres, Redis and the roads between them. Each ends with all of them well. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../testing/fault-proxy'
import type { Random } from '../testing/random'
import type { Roads, Stage, StageNode } from './system-stage'

type Trouble = (stage: Stage) => Promise<unknown>

const aWhile = ({ plan }: Stage, longestMs: number) => wait(200 + plan.below(longestMs))

export const troubles: Record<string, Trouble> = {
  nothing: (stage) => aWhile(stage, 500),

  async 'a node is killed'(stage) {
    const node = stage.plan.pick(stage.nodes)
    await without(stage, node, () => node.process.kill())
  },

  async 'a node is restarted'(stage) {
    const node = stage.plan.pick(stage.nodes)
    await without(stage, node, () => node.process.stop())
  },

  async 'Postgres crashes'(stage) {
    await stage.postgres.crash()
    await aWhile(stage, 2500)
    await stage.postgres.resume()
  },

  async 'the disk of Postgres is full'(stage) {
    const { pool } = stage.database
    await pool.query(fullDisk)
    await aWhile(stage, 2500)
    await pool.query('drop trigger full_disk on room_updates')
  },

  async 'Redis is gone'(stage) {
    await stage.redis.stop()
    await aWhile(stage, 3000)
    await stage.redis.start()
  },

  async 'Redis is frozen'(stage) {
    stage.redis.freeze()
    await aWhile(stage, 5000)
    stage.redis.thaw()
  },

  async 'Redis forgets everything'(stage) {
    await stage.redis.flush()
    await aWhile(stage, 500)
  },

  async 'Redis is gone and a node is killed'(stage) {
    await stage.redis.stop()
    await troubles['a node is killed']?.(stage)
    await stage.redis.start()
  },

  'the road to one node is bad': (stage) => suffer(stage, 'people', harmless),
  'one node is far from Postgres': (stage) => suffer(stage, 'postgres', harmless),
  'one node and Redis are split': (stage) => suffer(stage, 'redis', [...harmless, garbled]),
}

const fullDisk = `
  create or replace function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$;
  create trigger full_disk before insert on room_updates for each row execute function refuse()`

async function without(stage: Stage, node: StageNode, end: () => Promise<void>) {
  stage.running.delete(node)
  await end()
  await aWhile(stage, 1500)
  await node.process.start()
  stage.running.add(node)
}

type Pick = (random: Random) => Fault

/** What networks do: no byte arrives that was not sent. */
const harmless: Pick[] = [
  (random) => ({ kind: 'delay', ms: 20, jitterMs: 200, random }),
  () => ({ kind: 'slow', bytesPerSecond: 40_000 }),
  () => ({ kind: 'stalled' }),
  () => ({ kind: 'dark' }),
  (random) => ({ kind: 'cut', afterBytes: random.below(4000) }),
]

/** Only where what arrives is checked for damage. */
const garbled: Pick = (random) => ({ kind: 'garble', chance: 0.2, random })

async function suffer(stage: Stage, road: keyof Roads, faults: readonly Pick[]) {
  const { plan, random } = stage
  const { [road]: bad } = plan.pick(stage.nodes).roads
  const direction = plan.pick(['there', 'back', 'both'] as const)
  bad.suffer(plan.pick(faults)(random), direction)
  await aWhile(stage, 3000)
  bad.suffer({ kind: 'none' })
  // What went dark stays so; whoever waits for it has to be told at some time.
  bad.hangUp()
}

const patienceMs = 60_000

/** Every node is ready again. */
export async function untilWell({ nodes }: Stage) {
  const until = Date.now() + patienceMs
  for (const { process } of nodes) {
    while ((await fetch(`${process.origin}/readyz`).catch(() => null))?.status !== 200) {
      if (Date.now() > until) throw new Error('[S2] A node does not recover by itself.')
      await wait(50)
    }
  }
}
