/** Hundreds of machines join a room at the same moment, with nothing or with all there is. */
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import type { History } from './open-doc'
import type { ClientAddress } from './protocol-client'
import type { Running, Target } from './targets'

export type Holding = 'nothing' | 'everything'

export type JoinFigures = {
  /** From connecting to the end of the sync, milliseconds, of the slowest. */
  slowest: number
  /** Server CPU for all of them, milliseconds. */
  cpu: number | null
}

type Joined = { ms: number; updates: Uint8Array[]; close(): void }

const patienceMs = 60_000

/** `running` holds `history` already. Throws when one of them lacks anything. */
export async function joinAtOnce(
  { name }: Target,
  running: Running,
  history: History,
  holding: Holding,
  clients: number,
): Promise<JoinFigures> {
  const held = new Y.Doc()
  if (holding === 'everything') Y.applyUpdate(held, history.whole)
  const stateVector = Y.encodeStateVector(held)
  const before = running.cpuMicros()
  const joined = await Promise.all(
    Array.from({ length: clients }, (_, nth) => join(running.address(nth), stateVector)),
  )
  const after = running.cpuMicros()
  for (const update of joined[0]?.updates ?? []) Y.applyUpdate(held, update)
  for (const each of joined) each.close()
  if (held.getText('paper').toString() !== history.text) {
    throw new Error(`On ${name} whoever joined does not hold the text.`)
  }
  return {
    slowest: Math.max(...joined.map(({ ms }) => ms)),
    cpu: before === null || after === null ? null : (after - before) / 1000,
  }
}

/** Resolves with the sync step 2 that holds something, or was asked for by somebody who has all. */
function join({ url, headers }: ClientAddress, stateVector: Uint8Array): Promise<Joined> {
  const begin = performance.now()
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  const updates: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('Nobody answered in a minute.')), patienceMs)
    socket.on('open', () => socket.send(encodeSync(syncKinds.step1, stateVector)))
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(data)
      if (decoding.readVarUint(decoder) !== messageKinds.sync) return
      const kind = decoding.readVarUint(decoder)
      if (kind === syncKinds.step1) return
      updates.push(decoding.readVarUint8Array(decoder))
      if (kind !== syncKinds.step2) return
      clearTimeout(giveUp)
      resolve({ ms: performance.now() - begin, updates, close: () => socket.terminate() })
    })
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`Closed (${code}) before the end of the sync.`)))
  })
}
