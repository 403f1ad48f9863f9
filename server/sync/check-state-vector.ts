/** Judges a state vector before Yjs sees it: it costs by the entry, whoever sends it. */
import { limits } from '@atelier/shared/sync/limits'
import * as decoding from 'lib0/decoding'
import type * as Y from 'yjs'
import { BadFrame, orBadFrame } from './bad-frame'
import { readCount } from './scan-content'

/** Throws BadFrame when it names more writers than the room knows and one device may bring along. */
export function checkStateVector(doc: Y.Doc, stateVector: Uint8Array): void {
  const d = decoding.createDecoder(stateVector)
  orBadFrame(() => {
    const clients = readCount(d, 2)
    if (clients > doc.store.clients.size + limits.clientsPerStep2) {
      throw new BadFrame('a state vector of too many clients')
    }
    for (let i = 0; i < 2 * clients; i++) decoding.readVarUint(d)
  })
  if (d.pos !== stateVector.length) throw new BadFrame('bytes after the end, or before it')
}
