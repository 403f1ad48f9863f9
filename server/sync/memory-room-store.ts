import { RoomGone, type RoomStore, type StoredUpdate } from './room-store'
import { squashed } from './squashed'

export type MemoryRoomStore = RoomStore & {
  /** Rooms exist because somebody created them, never because somebody asks. */
  create(roomId: string, ...updates: Uint8Array[]): void
  rows(roomId: string): readonly Uint8Array[]
}

/** For tests and the bench; forgets everything with the process. */
export function memoryRoomStore(): MemoryRoomStore {
  const rooms = new Map<string, StoredUpdate[]>()
  return {
    create(roomId, ...updates) {
      rooms.set(
        roomId,
        updates.map((update) => ({ update, personId: null })),
      )
    },
    rows: (roomId) => (rooms.get(roomId) ?? []).map(({ update }) => update),
    async load(roomId) {
      const updates = rooms.get(roomId)
      return updates ? { updates: [...updates] } : null
    },
    async append(roomId, update, personId) {
      const updates = rooms.get(roomId)
      if (!updates) throw new RoomGone(`no room ${roomId}`)
      updates.push({ update, personId })
    },
    async squash(roomId) {
      const updates = rooms.get(roomId)
      if (!updates || updates.length < 2) return null
      const whole = squashed(updates.map(({ update }) => update))
      updates.splice(0, updates.length, { update: whole, personId: null })
      return whole
    },
  }
}
