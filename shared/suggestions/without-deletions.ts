import * as encoding from 'lib0/encoding'
import type { IdSet } from './id-ranges'

/**
 * A V1 update that deletes less. `said` is what it deletes, the set of the transaction it comes from:
 * Yjs writes that at its very end.
 */
export function withOtherDeletions(
  update: Uint8Array,
  said: IdSet,
  others: IdSet,
): Uint8Array | null {
  const tail = encoded(said)
  const from = update.length - tail.length
  if (from < 0 || tail.some((byte, at) => update[from + at] !== byte)) return null
  const instead = encoded(others)
  const made = new Uint8Array(from + instead.length)
  made.set(update.subarray(0, from))
  made.set(instead, from)
  return made
}

function encoded({ clients }: IdSet): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, runs] of [...clients].sort(([one], [other]) => other - one)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, runs.length)
    for (const { clock, len } of runs) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return encoding.toUint8Array(encoder)
}
