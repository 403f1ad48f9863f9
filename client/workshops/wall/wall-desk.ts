import type { Stage } from '@atelier/shared/workshops/stage'
import type { WallUndo } from '@atelier/shared/workshops/wall-undo'
import { createContext, type RefObject, use } from 'react'
import type { Room } from '../../sync/room'

/** Asked in a window of its own. `id` is a note's, of `connect` also a group's. */
export type WallQuestion = { ask: 'group' | 'connect' | 'draw'; id: string }

/** Whose notes are whose, known to each for their own only. */
export type OwnNotes = {
  ids: ReadonlySet<string>
  /** Puts one's name to it, or takes it off. */
  sign(id: string, named: boolean): void
}

/** What all parts of a wall, or of a pad, have in common. Its identity is stable while the room is open. */
export type WallDesk = {
  room: Pick<Room, 'doc'>
  kind: 'wall' | 'pad'
  /** All of the workshop: topics are theirs. */
  stages: readonly Stage[]
  editable: boolean
  own: OwnNotes | null
  undo: Pick<WallUndo, 'undo' | 'redo'>
  /** Says it to screen readers, politely. */
  announce(words: string): void
  ask(question: WallQuestion | null): void
  /** Which note takes the focus as soon as it is drawn anew in another place. */
  focusNext: RefObject<string | null>
}

export const WallDeskContext = createContext<WallDesk | null>(null)

export function useWallDesk(): WallDesk {
  const desk = use(WallDeskContext)
  if (!desk) throw new Error('a part of a wall is drawn outside of a wall')
  return desk
}
