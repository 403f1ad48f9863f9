/** People write in a room into which others send thousands of messages that are none. */
import { setTimeout as wait } from 'node:timers/promises'
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as Y from 'yjs'
import { payloadOf } from '../sync/sync-frames'
import { Random } from '../testing/random'
import { figureRows, type Metric } from './figures'
import { garbage } from './garbage'
import { HonestPair } from './honest-pair'
import { joinRoom } from './load-client'
import { joinRaw } from './raw-client'
import { percentile } from './rows'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import { bareRelay, type Running, type Target } from './targets'
import { packed } from './websocket-frames'

type MalformedFigures = {
  worst: number
  p99: number
  /** Garbage the honest reader was handed, frames. */
  passedOn: number
  /** Garbage whoever joins afterwards is handed, bytes that wait for what never comes; null for a relay. */
  kept: number | null
}

/** A server may close the connection at the first one; so each brings only so many. */
const framesPerConnection = 10
const hostilePeople = 4

export const malformed: Scenario = {
  name: 'malformed',
  async play(stage) {
    const beside = [...stage.peers.inMemory, bareRelay]
    const wish = { core: stage.cores.server, people: 2 + hostilePeople }
    const rounds = await inTurn(stage, 'malformed', [...stage.ours, ...beside], (target) =>
      whileRunning(target, wish, (running) => measure(target, running, stage)),
    )
    const scenario = (name: string) => `malformed on ${name}: ${stage.flags.malformed} frames`
    return figureRows({ scenario, ours: stage.ours, beside, rounds, metrics })
  },
}

const metrics: Metric<MalformedFigures>[] = [
  { name: 'worst honest round trip', unit: 'ms', of: ({ worst }) => worst },
  { name: 'honest round trip, p99', unit: 'ms', of: ({ p99 }) => p99 },
  { name: 'garbage passed on', unit: 'frames', of: ({ passedOn }) => passedOn },
  { name: 'garbage a newcomer is handed', unit: 'B', of: ({ kept }) => kept },
]

/** Throws when honest words are lost, and for ours when any of the garbage is found anywhere. */
async function measure(
  target: Target,
  running: Running,
  { flags }: Stage,
): Promise<MalformedFigures> {
  const writers = new Set<number>()
  const isGarbage = (frame: Uint8Array) => !isBy(writers, frame)
  const pair = await HonestPair.join(target, running, 0, isGarbage)
  for (const frame of pair.received()) for (const writer of writersIn(frame)) writers.add(writer)
  writers.add(pair.typist.client)
  pair.begin()
  const random = new Random(flags.seed)
  const lanes = Array.from({ length: hostilePeople }, (_, nth) =>
    sendGarbage(target, running, 2 + nth, Math.ceil(flags.malformed / hostilePeople), random),
  )
  await Promise.all(lanes)
  await wait(200)
  await pair.end(target)
  const passedOn = [...pair.received()].filter(isGarbage).length
  const kept = target.keeps ? await keptGarbage(target, running, pair) : null
  pair.close()
  if (target.acknowledges && (passedOn > 0 || kept !== 0))
    throw new Error(`${target.name} passed on ${passedOn} bad frames and kept ${kept} bytes.`)
  return { worst: Math.max(...pair.delays), p99: percentile(pair.delays, 0.99), passedOn, kept }
}

async function sendGarbage(
  target: Target,
  running: Running,
  nth: number,
  frames: number,
  random: Random,
) {
  for (let sent = 0; sent < frames; sent += framesPerConnection) {
    const client = await joinRaw(running.address(nth), target.keeps)
    const brought = Array.from({ length: framesPerConnection }, () =>
      packed(Buffer.concat([client.prefix, garbage(random)])),
    )
    client.write(Buffer.concat(brought))
    // Read by the server before the connection ends, or ended by it.
    await Promise.race([client.ended, wait(5)])
    client.close()
  }
}

/** Whether a frame is in order and, where it holds words, only of these writers. */
function isBy(writers: ReadonlySet<number>, frame: Uint8Array): boolean {
  try {
    return isKnown(frame) && writersIn(frame).every((each) => writers.has(each))
  } catch {
    return false
  }
}

const isKnown = ([kind]: Uint8Array) => Object.values(messageKinds).some((known) => known === kind)

/** Of the frame's words; throws when they cannot be read. */
function writersIn(frame: Uint8Array): number[] {
  if (frame[0] !== messageKinds.sync || frame[1] === syncKinds.step1) return []
  return [...Y.parseUpdateMeta(payloadOf(frame)).to.keys()]
}

async function keptGarbage({ name }: Target, running: Running, pair: HonestPair): Promise<number> {
  const newcomer = await joinRoom(running.address(0), true, {})
  newcomer.close()
  const doc = new Y.Doc()
  for (const update of newcomer.received) Y.applyUpdate(doc, update)
  if (!pair.isIn(doc)) throw new Error(`On ${name} a newcomer does not read what was typed.`)
  const { pendingStructs, pendingDs } = doc.store
  return (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0)
}
