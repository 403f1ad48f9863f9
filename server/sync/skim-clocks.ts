import * as decoding from 'lib0/decoding'
import type { Ends } from './clocks'
import { content, skipContent } from './scan-content'
import { skipNeighbours } from './scan-update'

/**
 * How far each writer gets in an update of our own log; nothing else is looked at. Null unless
 * every writer begins at 0 and goes on without a hole: then it takes a closer look to tell.
 */
export function skimClocks(update: Uint8Array): Ends | null {
  const d = decoding.createDecoder(update)
  const ends = new Map<number, number>()
  for (let clients = decoding.readVarUint(d); clients > 0; clients--) {
    let structs = decoding.readVarUint(d)
    const client = decoding.readVarUint(d)
    let clock = decoding.readVarUint(d)
    if (clock !== 0) return null
    for (; structs > 0; structs--) {
      const info = decoding.readUint8(d)
      const ref = info & 0x1f
      if (ref === content.skip) return null
      if (ref === content.gc) {
        clock += decoding.readVarUint(d)
      } else {
        skipNeighbours(d, info)
        clock += skipContent(d, ref)
      }
    }
    ends.set(client, clock)
  }
  return ends
}
