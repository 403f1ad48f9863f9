/**
 * What people type one after another, as one update: the structs of each writer lie one behind the
 * other, so they need not be read and written anew, as Yjs' own merge does.
 */
import * as encoding from 'lib0/encoding'
import { ownLog, scanUpdate } from './scan-update'

/** One writer's structs so far. */
type Run = { structs: number; clock: number; end: number; pieces: Uint8Array[] }

type Deletion = { clock: number; length: number }

/** Null where a writer goes on elsewhere than they stopped: those only Yjs can merge. */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array | null {
  const runs = new Map<number, Run>()
  const deletions = new Map<number, Deletion[]>()
  let fits = true
  for (const update of updates) {
    scanUpdate(update, ownLog, {
      struct: () => undefined,
      section({ client, structs, clock, end, from, to }) {
        const run = runs.get(client) ?? { structs: 0, clock, end: clock, pieces: [] }
        if (run.end !== clock) fits = false
        run.structs += structs
        run.end = end
        run.pieces.push(update.subarray(from, to))
        runs.set(client, run)
      },
      deletion(client, clock, length) {
        const known = deletions.get(client)
        if (known) known.push({ clock, length })
        else deletions.set(client, [{ clock, length }])
      },
    })
  }
  return fits ? encode(runs, deletions) : null
}

/** Writers in the order in which Yjs writes them: its merge drops structs of any other. */
const ordered = <T>(byClient: ReadonlyMap<number, T>) =>
  [...byClient].sort(([one], [other]) => other - one)

function encode(
  runs: ReadonlyMap<number, Run>,
  deletions: ReadonlyMap<number, readonly Deletion[]>,
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, runs.size)
  for (const [client, { structs, clock, pieces }] of ordered(runs)) {
    encoding.writeVarUint(encoder, structs)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const piece of pieces) encoding.writeUint8Array(encoder, piece)
  }
  encoding.writeVarUint(encoder, deletions.size)
  for (const [client, ranges] of ordered(deletions)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}
