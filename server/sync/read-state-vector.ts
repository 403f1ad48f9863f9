/** Judges a state vector, and reads it: it costs by the entry, whoever sends it. */
import { limits } from '@atelier/shared/sync/limits'
import * as decoding from 'lib0/decoding'
import { BadFrame, orBadFrame } from './bad-frame'
import type { Ends } from './clocks'
import { readCount } from './scan-content'

/** Throws BadFrame when it names more writers than the room knows and one device may bring along. */
export function readStateVector(writers: number, stateVector: Uint8Array): Ends {
  const d = decoding.createDecoder(stateVector)
  const ends = new Map<number, number>()
  orBadFrame(() => {
    const clients = readCount(d, 2)
    if (clients > writers + limits.clientsPerStep2) {
      throw new BadFrame('a state vector of too many clients')
    }
    for (let i = 0; i < clients; i++) {
      const client = decoding.readVarUint(d)
      ends.set(client, decoding.readVarUint(d))
    }
  })
  if (d.pos !== stateVector.length) throw new BadFrame('bytes after the end, or before it')
  return ends
}
