import type { Room, RoomState } from './room'

/** `before`, unless something in it has changed. */
export function keptRoom(before: Room | null, now: Room): Room {
  const isSame =
    before?.doc === now.doc &&
    before.access === now.access &&
    before.me.name === now.me.name &&
    before.me.colour === now.me.colour
  return isSame && before ? before : now
}

/** The state of a room as screens see it: told only when it reads differently. */
export class ShownState {
  #state: RoomState = { kind: 'opening', unreachable: false }
  readonly #listeners = new Set<() => void>()

  get state(): RoomState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  show(next: RoomState): void {
    if (sameState(this.#state, next)) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }

  clear(): void {
    this.#listeners.clear()
  }
}

/** So that other people's letters do not draw the whole screen again. */
function sameState(before: RoomState, after: RoomState): boolean {
  if (before.kind === 'open' && after.kind === 'open') {
    return (
      before.room === after.room &&
      before.refused === after.refused &&
      before.fullPercent === after.fullPercent &&
      JSON.stringify(before.save) === JSON.stringify(after.save)
    )
  }
  return before.kind !== 'open' && JSON.stringify(before) === JSON.stringify(after)
}
