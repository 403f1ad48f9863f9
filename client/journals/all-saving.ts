import type { SaveState } from '../sync/room'
import type { Watched } from '../sync/watched'

/** How several rooms are kept, as one: it is saved when all of them are. */
export const allSaving = (rooms: readonly Watched<SaveState>[]): Watched<SaveState> => ({
  read: () => worstOf(rooms.map((room) => room.read())),
  subscribe: (listener) => {
    const stops = rooms.map((room) => room.subscribe(listener))
    return () => {
      for (const stop of stops) stop()
    }
  },
})

export function worstOf(states: readonly SaveState[]): SaveState {
  if (states.some(({ kind }) => kind === 'reload')) return { kind: 'reload' }
  const away = states.filter((state) => state.kind === 'offline')
  const changes = sum(states)
  if (away.length > 0) {
    // What has nothing to keep says nothing of whether this device would.
    const holding = away.filter((state) => state.changes > 0)
    const onDevice = (holding.length > 0 ? holding : away).every((state) => state.onDevice)
    return { kind: 'offline', changes, onDevice }
  }
  if (states.some(({ kind }) => kind === 'saving')) return { kind: 'saving', changes }
  const isReading = states.length > 0 && states.every(({ kind }) => kind === 'reading')
  return { kind: isReading ? 'reading' : 'saved' }
}

const sum = (states: readonly SaveState[]) =>
  states.reduce((total, state) => total + ('changes' in state ? state.changes : 0), 0)
