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
  settled: boolean
  onDevice: boolean
}

export function saveState(facts: SaveFacts): SaveState {
  if (facts.reload) return { kind: 'reload' }
  if (!facts.connected) {
    return { kind: 'offline', changes: facts.changes, onDevice: facts.onDevice }
  }
  if (facts.changes > 0) return { kind: 'saving', changes: facts.changes }
  if (facts.access === 'read') return { kind: 'reading' }
  return facts.settled ? { kind: 'saved' } : { kind: 'saving', changes: 0 }
}
