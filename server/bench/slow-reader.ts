/** Somebody's tab sleeps while others go on writing: what is left unread, does the server keep it? */
import { setTimeout as wait } from 'node:timers/promises'
import { syncKinds } from '@atelier/shared/sync/messages'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import type { Memory } from './child-process'
import { figureRows, type Metric } from './figures'
import { Progress } from './progress'
import { joinRaw, type RawClient } from './raw-client'
import type { Row } from './rows'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import { bareRelay, type Running, type Target } from './targets'
import { packed } from './websocket-frames'

export type SlowReaderWish = {
  /** Written into the room while one does not read, case by case. */
  megabytes: number[]
  /** Until ours has let go of a room without anybody; others do so within seconds or never. */
  quietMs: number
}

const pasteBytes = 32_768
const othersMs = 5000
const patienceMs = 60_000

export const slowReader: Scenario = {
  name: 'slow-reader',
  async play(stage) {
    const rows: Row[] = []
    for (const megabytes of stage.flags.slowReader.megabytes) {
      rows.push(...(await playUnread(stage, megabytes)))
    }
    return rows
  },
}

async function playUnread(stage: Stage, megabytes: number): Promise<Row[]> {
  const ours = stage.ours.slice(0, 1)
  const beside = [...stage.peers.inMemory, bareRelay]
  const what = `${megabytes} MB written while one does not read`
  const rounds = await inTurn(stage, `slow reader, ${what}`, [...ours, ...beside], (target) =>
    measure(stage, target, megabytes),
  )
  const scenario = (name: string) => `slow reader on ${name}: ${what}`
  return figureRows({ scenario, ours, beside, rounds, metrics })
}

const metrics: Metric<number>[] = [{ name: 'extra heap', unit: 'MB', of: (megabytes) => megabytes }]

/** The same is written twice: into a room where all read, and into one where one does not. */
function measure({ flags, cores }: Stage, target: Target, megabytes: number): Promise<number> {
  const { quietMs } = flags.slowReader
  const pastes = Math.ceil((megabytes * 1e6) / pasteBytes)
  const wish = { core: cores.server, people: 3, rooms: 2 }
  return whileRunning(target, wish, async (running) => {
    const read = await growth(target, running, 0, pastes, false)
    await wait(target.acknowledges ? quietMs : Math.min(quietMs, othersMs))
    const unread = await growth(target, running, 1, pastes, true)
    return Math.max(0, unread - read) / 1e6
  })
}

/** By how much the server's heap grows, bytes. Throws unless in the end everybody has everything. */
async function growth(
  target: Target,
  running: Running,
  room: number,
  pastes: number,
  sleeps: boolean,
): Promise<number> {
  const join = (nth: number) => joinRaw(running.address(nth, room), target.keeps)
  const [writer, reader, other] = [await join(0), await join(1), await join(2)]
  if (sleeps) other.pause()
  const before = await running.memory()
  const client = paste(writer, pastes)
  await untilRead(target, reader, client, pastes * pasteBytes)
  const after = await running.memory()
  other.resume()
  if (!(await isReadBy(other, client, pastes * pasteBytes))) {
    if (other.isOpen) throw new Error(`On ${target.name} a slow reader never gets the rest.`)
    // Sent away: comes back, and is told everything.
    await untilRead(target, await join(2), client, pastes * pasteBytes)
  }
  for (const each of [writer, reader, other]) each.close()
  return heap(after) - heap(before)
}

const heap = ({ heapUsed, external }: Memory) => heapUsed + external

/** Answers the Yjs client who wrote it. */
function paste(writer: RawClient, pastes: number): number {
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => {
    const frame = encodeSync(syncKinds.update, update)
    writer.write(packed(Buffer.concat([writer.prefix, frame])))
  })
  const text = doc.getText('body')
  for (let nth = 0; nth < pastes; nth++) text.insert(text.length, `${nth % 10}`.repeat(pasteBytes))
  return doc.clientID
}

async function untilRead({ name }: Target, reader: RawClient, client: number, letters: number) {
  if (!(await isReadBy(reader, client, letters)))
    throw new Error(`On ${name} not all of it was delivered.`)
}

/** False when the connection ends, or nothing more comes, before all is read. */
async function isReadBy(reader: RawClient, client: number, letters: number): Promise<boolean> {
  const giveUp = performance.now() + patienceMs
  while (performance.now() < giveUp && reader.isOpen) {
    const progress = new Progress()
    for (const frame of reader.frames()) progress.hear(frame)
    if (progress.of(client) >= letters) return true
    await wait(100)
  }
  return false
}
