import * as Y from 'yjs'
import { joinUpdates } from './join-updates'

/** Yjs' own merge costs the square of their number; in groups it stays linear. */
const together = 64

/** One update equal to all of these, garbage included. Takes at least one. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  return updates.length === 1 && first ? first : (joinUpdates(updates) ?? mergeByYjs(updates))
}

function mergeByYjs(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= together) return Y.mergeUpdates([...updates])
  const groups: Uint8Array[] = []
  for (let from = 0; from < updates.length; from += together) {
    groups.push(Y.mergeUpdates(updates.slice(from, from + together)))
  }
  return mergeByYjs(groups)
}
