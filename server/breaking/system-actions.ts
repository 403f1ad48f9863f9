/** What may happen. Each leaves Postgres, Redis and all nodes running, and the model true. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Cast, Stage } from './system-stage'

type Action = (stage: Stage) => Promise<void>

/** Somebody whose rights may be changed. */
const somebody = ({ cast, random }: Stage) => random.pick(cast.slice(1))
const aWhile = ({ random }: Stage, longestMs: number) => wait(random.below(longestMs))

export const actions: Record<string, Action> = {
  'people write': (stage) => aWhile(stage, 2000),

  async 'somebody goes offline, writes on, and comes back'(stage) {
    const one = somebody(stage)
    if (!stage.may(one, 'read')) return
    await one.client.leave()
    await aWhile(stage, 2000)
    await one.client.enter()
  },

  async 'somebody is taken out of the project'(stage) {
    const one = somebody(stage)
    if (one.role === null) return
    await shutOut(stage, one, async () => {
      await stage.ask(stage.lead, 'DELETE', `/projects/${stage.projectId}/members/${one.personId}`)
      one.role = null
    })
  },

  async 'somebody may read, or write, from now on'(stage) {
    const one = somebody(stage)
    const role = stage.random.pick(['viewer', 'contributor'] as const)
    if (one.role === role) return
    stage.requireDeaf(one)
    await settle(stage, one)
    const body = { role }
    const path = `/projects/${stage.projectId}/members/${one.personId}`
    await stage.ask(stage.lead, 'PUT', path, body)
    one.role = role
    await letIn(stage, one)
  },

  async 'somebody signs out'(stage) {
    const one = somebody(stage)
    if (one.cookie === null) return
    await shutOut(stage, one, async () => {
      await stage.ask(one, 'POST', '/sign-out')
      one.cookie = null
    })
  },

  async 'somebody signs in'(stage) {
    const one = somebody(stage)
    if (one.cookie !== null) return
    stage.requireDeaf(one)
    await stage.signIn(one)
    await letIn(stage, one)
  },

  async 'a node is killed'(stage) {
    const node = stage.random.pick(stage.nodes)
    stage.running.delete(node)
    await node.kill()
    await aWhile(stage, 2000)
    await node.start()
    stage.running.add(node)
  },

  async 'Postgres crashes'({ postgres, ...stage }) {
    await postgres.crash()
    await aWhile({ ...stage, postgres }, 3000)
    await postgres.resume()
    await Promise.all([...stage.running].map(({ origin }) => untilReady(origin)))
  },

  async 'Redis is gone for a while'(stage) {
    await stage.redis.stop()
    await aWhile(stage, 4000)
    await stage.redis.start()
  },

  async 'Redis is frozen for a while'(stage) {
    stage.redis.freeze()
    await aWhile(stage, 6000)
    stage.redis.thaw()
  },

  async 'Redis is gone and a node is killed'(stage) {
    await stage.redis.stop()
    await actions['a node is killed']?.(stage)
    await stage.redis.start()
  },
}

/** All they wrote is acknowledged; they type nothing until they are let in again. */
async function settle(stage: Stage, one: Cast) {
  one.mayType = false
  if (!stage.may(one, 'read')) return
  await one.client.enter()
  await one.client.settled()
}

async function shutOut(stage: Stage, one: Cast, act: () => Promise<void>) {
  const wasIn = stage.may(one, 'read')
  await settle(stage, one)
  await act()
  if (!wasIn) return
  one.shutOutAt = Date.now()
  await one.client.until(() => one.client.closedWith !== null && !one.client.isConnected)
}

async function letIn(stage: Stage, one: Cast) {
  if (!stage.may(one, 'read')) return
  one.shutOutAt = null
  // Whoever is in with other rights is sent out first.
  await wait(1000)
  await one.client.enter()
  one.mayType = true
}

async function untilReady(origin: string) {
  while ((await fetch(`${origin}/readyz`).catch(() => null))?.status !== 200) await wait(100)
}
