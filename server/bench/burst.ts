/** Somebody comes back with a long day's edits, one by one: what do the people in another room notice? */
import { setTimeout as wait } from 'node:timers/promises'
import { FastTypist } from './fast-typist'
import { figureRows, type Metric } from './figures'
import { HonestPair } from './honest-pair'
import { Progress } from './progress'
import { joinRaw } from './raw-client'
import { inTurn, type Scenario, whileRunning } from './stage'
import { type Running, relays, type Target } from './targets'

type BurstFigures = {
  /** The worst round trip in the other room, milliseconds. */
  worst: number
  /** Until a reader of the room has all of it, milliseconds. */
  through: number
}

const beforeMs = 300
const patienceMs = 60_000

export const burst: Scenario = {
  name: 'burst',
  async play(stage) {
    const { flags, cores, ours, peers } = stage
    const beside = [...peers.inMemory, ...relays]
    const rounds = await inTurn(stage, 'burst', [...ours, ...beside], (target) =>
      whileRunning(target, { core: cores.server, people: 4, rooms: 2 }, (running) =>
        measure(target, running, flags.burst),
      ),
    )
    const scenario = (name: string) => `burst on ${name}: ${flags.burst} updates at once`
    return figureRows({ scenario, ours, beside, rounds, metrics })
  },
}

const metrics: Metric<BurstFigures>[] = [
  { name: 'worst round trip in another room', unit: 'ms', of: ({ worst }) => worst },
  { name: 'until a reader has all of it', unit: 'ms', of: ({ through }) => through },
]

async function measure(target: Target, running: Running, updates: number): Promise<BurstFigures> {
  const pair = await HonestPair.join(target, running, 1)
  const writer = await joinRaw(running.address(2), target.keeps)
  const reader = await joinRaw(running.address(3), target.keeps)
  const seen = new Progress()
  reader.hear((frame) => seen.hear(frame))
  const typist = new FastTypist(writer.prefix)
  const torrent = typist.type(updates)
  pair.begin()
  await wait(beforeMs)
  pair.delays = []
  const begin = performance.now()
  writer.write(torrent)
  while (seen.of(typist.client) < updates) {
    if (performance.now() - begin > patienceMs)
      throw new Error(`On ${target.name} the burst did not arrive.`)
    await wait(2)
  }
  const through = performance.now() - begin
  // A burst may be over before the pair has pressed a key.
  while (pair.delays.length === 0 && performance.now() - begin < patienceMs) await wait(2)
  await pair.end(target)
  for (const each of [pair, writer, reader]) each.close()
  return { worst: Math.max(...pair.delays), through }
}
