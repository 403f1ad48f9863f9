/** Many connect at the same moment and want the whole text. */
import { setTimeout as wait } from 'node:timers/promises'
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { type ClientAddress, dial } from './client-address'

const patienceMs = 60_000
/** So long nothing has come for anybody: time to look whether it was all. */
const quietMs = 300

type Arrival = { at: number; update: Uint8Array }
type Opening = { arrivals: Arrival[]; fault: Error | null; close(): void }

/**
 * For each, milliseconds from connecting until the last byte of the text is here. Nobody builds
 * the document before everybody has it: that work is the reader's own, the same for every
 * server, and one reader's would delay what the next one hears.
 */
export async function openAtOnce(addresses: ClientAddress[], text: string): Promise<number[]> {
  const openings = addresses.map(open)
  const giveUp = performance.now() + patienceMs
  try {
    for (;;) {
      await wait(20)
      for (const { fault } of openings) if (fault) throw fault
      if (performance.now() > giveUp) throw new Error('The text did not come in a minute.')
      if (!isQuiet(openings)) continue
      const delays = openings.map(({ arrivals }) => wholeAt(arrivals, text))
      if (!delays.includes(null)) return delays.flatMap((delay) => delay ?? [])
      await wait(quietMs)
    }
  } finally {
    for (const opening of openings) opening.close()
  }
}

function open(address: ClientAddress): Opening {
  const begin = performance.now()
  const socket = dial(address)
  const opening: Opening = { arrivals: [], fault: null, close: () => socket.terminate() }
  const nothing = Y.encodeStateVector(new Y.Doc())
  socket.onOpen(() => socket.send(encodeSync(syncKinds.step1, nothing)))
  socket.onFrame((frame) => {
    const at = performance.now() - begin
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== messageKinds.sync) return
    if (decoding.readVarUint(decoder) === syncKinds.step1) return
    opening.arrivals.push({ at, update: decoding.readVarUint8Array(decoder) })
  })
  socket.onError((error) => {
    opening.fault = error
  })
  socket.onClose((code) => {
    opening.fault = new Error(`Closed (${code}) before the text was whole.`)
  })
  return opening
}

/** Everybody has got some content, and nothing came for a while. An empty update has two bytes. */
function isQuiet(openings: Opening[]): boolean {
  return openings.every(
    ({ arrivals }) => arrivals.some(({ update }) => update.length > 2) && !isFresh(arrivals),
  )
}

const seen = new WeakMap<Arrival[], { count: number; since: number }>()

function isFresh(arrivals: Arrival[]): boolean {
  const now = performance.now()
  const before = seen.get(arrivals)
  if (before?.count === arrivals.length) return now - before.since < quietMs
  seen.set(arrivals, { count: arrivals.length, since: now })
  return true
}

/** When the update came with which the text was whole; null if it is not. */
function wholeAt(arrivals: Arrival[], text: string): number | null {
  const doc = new Y.Doc()
  for (const { at, update } of arrivals) {
    Y.applyUpdate(doc, update)
    const paper = doc.getText('paper')
    if (paper.length === text.length && paper.toString() === text) return at
  }
  return null
}
