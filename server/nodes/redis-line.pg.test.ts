/** On a real Redis, though not on Postgres: where several nodes are tested, both are there. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ThrowawayRedis, throwawayRedis } from '../launch/throwaway-redis'
import { type FaultProxy, faultProxy } from '../testing/fault-proxy'
import { type RedisLine, redisLine } from './redis-line'

const quiet = { warn: () => undefined, error: () => undefined }

let redis: ThrowawayRedis
let road: FaultProxy
const lines: RedisLine[] = []
beforeEach(async () => {
  redis = await throwawayRedis()
  road = await faultProxy({ host: '127.0.0.1', port: Number(new URL(redis.url).port) })
})
afterEach(async () => {
  for (const line of lines.splice(0)) line.close()
  await road.close()
  await redis.stop()
})

function line(url: string, heard: Set<string> = new Set()): RedisLine {
  const made = redisLine({
    url,
    log: quiet,
    onMessage: (channel) => heard.add(channel),
    onListening: () => undefined,
    onDown: () => undefined,
  })
  lines.push(made)
  return made
}

async function untilUp(some: RedisLine) {
  while (!some.isUp) await wait(1)
}

test('[S17] a room that is opened just when the line comes back is heard like all others', async () => {
  const heard = new Set<string>()
  const there = line(redis.url)
  const here = line(`redis://127.0.0.1:${road.port}`, heard)
  const channels = ['room 0']
  here.subscribe('room 0')
  await Promise.all([untilUp(there), untilUp(here)])
  road.suffer({ kind: 'delay', ms: 100 })
  road.hangUp()
  while (here.isUp) await wait(1)
  while (!here.isUp) {
    const channel = `room ${channels.length}`
    channels.push(channel)
    here.subscribe(channel)
    await wait(5)
  }
  // Those asked for one by one are answered a moment later.
  await wait(500)
  while (heard.size < channels.length) {
    for (const channel of channels) there.publish(channel, Buffer.from('hello'))
    await wait(300)
    expect([...heard].sort()).toEqual([...channels].sort())
  }
})
