/** Hundreds of machines join a room at the same moment, with nothing or with all but the last deletion. */
import { setTimeout as wait } from 'node:timers/promises'
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { type ClientAddress, dial } from './client-address'
import { figureRows, type Metric } from './figures'
import type { History } from './history'
import { withBlob, withOpenDoc } from './open-doc'
import { type ProtocolClient, protocolClient } from './protocol-client'
import type { Row } from './rows'
import { inTurn, type Scenario, type Stage } from './stage'
import type { Running, Target } from './targets'

export type Holding = 'nothing' | 'everything'

type JoinFigures = {
  /** From connecting to the end of the sync, milliseconds, of the slowest. */
  slowest: number
  /** Server CPU for all of them, milliseconds. */
  cpu: number | null
  /** Resident memory of the server above what it had before, at its highest, megabytes. */
  extra: number | null
}

type Joined = { ms: number; updates: Uint8Array[]; close(): void }

const patienceMs = 60_000
/** Until all who left have left. */
const restMs = 1000

export const joins: Scenario = {
  name: 'join',
  async play(stage) {
    const rows: Row[] = []
    await withBlob(stage.written().history, async (blob) => {
      for (const holding of stage.flags.holding) {
        // A file is no answer to somebody who has it all.
        const limits = holding === 'nothing' ? [blob] : []
        rows.push(...(await playHolding(stage, holding, [...stage.peers.inMemory, ...limits])))
      }
    })
    return rows
  },
}

async function playHolding(stage: Stage, holding: Holding, beside: readonly Target[]) {
  const { flags, ours, written } = stage
  const { paper, history } = written()
  const what = `${flags.joiners} at once with ${holding}, ${paper.name}`
  const rounds = await inTurn(stage, `join: ${what}`, [...ours, ...beside], (target) =>
    withOpenDoc(target, stage, (running) =>
      joinAtOnce(target, running, history, holding, flags.joiners),
    ),
  )
  const scenario = (name: string) => `join ${name}: ${what}`
  return figureRows({ scenario, ours, beside, rounds, metrics })
}

const metrics: Metric<JoinFigures>[] = [
  { name: 'the slowest', unit: 'ms', of: ({ slowest }) => slowest },
  { name: 'server CPU', unit: 'ms', of: ({ cpu }) => cpu },
  { name: 'extra memory at most', unit: 'MB', of: ({ extra }) => extra },
]

/** `running` holds `history` already. Throws when one of them lacks anything. */
async function joinAtOnce(
  { name }: Target,
  running: Running,
  history: History,
  holding: Holding,
  clients: number,
): Promise<JoinFigures> {
  const held = holding === 'everything' ? history.whole : nothing
  const stateVector = Y.encodeStateVectorFromUpdate(held)
  const text = holding === 'everything' ? await eraseOne(running, history) : history.text
  const joinAll = () =>
    Promise.all(
      Array.from({ length: clients }, (_, nth) => join(running.address(nth), stateVector)),
    )
  // Nobody's server is to compile its code meanwhile.
  for (const each of await joinAll()) each.close()
  await wait(restMs)
  const [before, peak] = [running.cpuMicros(), running.watchPeak()]
  const joined = await joinAll()
  const [after, extra] = [running.cpuMicros(), peak()]
  for (const each of joined) each.close()
  for (const nth of [0, clients - 1]) {
    if (textOf([held, ...(joined[nth]?.updates ?? [])]) !== text)
      throw new Error(`On ${name} whoever joined does not hold the text.`)
  }
  return {
    slowest: Math.max(...joined.map(({ ms }) => ms)),
    cpu: before === null || after === null ? null : (after - before) / 1000,
    extra: extra === null ? null : extra / 1e6,
  }
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc())

/** A deletion moves no clock: whoever has all the words is up to date by their clocks, and lacks it. */
async function eraseOne(running: Running, { whole }: History): Promise<string> {
  const [eraser, reader] = [1, 2].map((nth) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, whole)
    return protocolClient(() => running.address(nth), doc)
  }) as [ProtocolClient, ProtocolClient]
  await Promise.all([eraser.enter(), reader.enter()])
  eraser.doc.getText('paper').delete(0, 1)
  const text = eraser.doc.getText('paper').toString()
  await reader.until(() => reader.doc.getText('paper').toString() === text)
  await Promise.all([eraser.leave(), reader.leave()])
  return text
}

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('paper').toString()
}

/** Resolves with the sync step 2 that holds something, or was asked for by somebody who has all. */
function join(address: ClientAddress, stateVector: Uint8Array): Promise<Joined> {
  const begin = performance.now()
  const socket = dial(address)
  const updates: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('Nobody answered in a minute.')), patienceMs)
    socket.onOpen(() => socket.send(encodeSync(syncKinds.step1, stateVector)))
    socket.onFrame((frame) => {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) !== messageKinds.sync) return
      const kind = decoding.readVarUint(decoder)
      if (kind === syncKinds.step1) return
      updates.push(decoding.readVarUint8Array(decoder))
      if (kind !== syncKinds.step2) return
      clearTimeout(giveUp)
      resolve({ ms: performance.now() - begin, updates, close: () => socket.terminate() })
    })
    socket.onError(reject)
    socket.onClose((code) => reject(new Error(`Closed (${code}) before the end of the sync.`)))
  })
}
