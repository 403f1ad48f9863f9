/** What the badge says, from what is known. Never `saved` unless everything is in the database. */
import type { Access } from '@atelier/shared/sync/messages'
import type { SaveState } from './room'

export type SaveFacts = {
  access: Access
  /** The server has newer content than this page understands. */
  reload: boolean
  /** Whether the server was heard lately. */
  connected: boolean
  /** See UnstoredLedger. */
  changes: number
  /** How many of these the copy on this device has not committed yet. */
  uncommitted: number
  settled: boolean
  onDevice: boolean
}

type Heard = { connected: boolean } | null

export const saveFacts = (
  heard: Heard,
  { changes, settled }: Pick<SaveFacts, 'changes' | 'settled'>,
  { uncommitted, isReliable }: { uncommitted: number; isReliable: boolean },
): Omit<SaveFacts, 'access' | 'reload'> => ({
  connected: heard?.connected ?? false,
  ...{ changes, uncommitted, settled, onDevice: isReliable },
})

export function saveState(facts: SaveFacts): SaveState {
  if (facts.reload) return { kind: 'reload' }
  if (!facts.connected) {
    const { changes, uncommitted, onDevice } = facts
    // Those let go of while being kept leave fewer changes than are uncommitted.
    const kept = Math.max(0, changes - uncommitted)
    return { kind: 'offline', changes: onDevice ? kept : changes, onDevice }
  }
  if (facts.changes > 0) return { kind: 'saving', changes: facts.changes }
  if (facts.access === 'read') return { kind: 'reading' }
  return facts.settled ? { kind: 'saved' } : { kind: 'saving', changes: 0 }
}
