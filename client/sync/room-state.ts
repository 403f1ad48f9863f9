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

/** So that other people's letters do not draw the whole screen again. */
export function sameState(before: RoomState, after: RoomState): boolean {
  if (before.kind === 'open' && after.kind === 'open') {
    return (
      before.room === after.room &&
      before.refused === after.refused &&
      JSON.stringify(before.save) === JSON.stringify(after.save)
    )
  }
  return before.kind !== 'open' && JSON.stringify(before) === JSON.stringify(after)
}
