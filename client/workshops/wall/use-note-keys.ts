import type { Note } from '@atelier/shared/workshops/note'
import type { KeyboardEvent } from 'react'
import type { Neighbours } from './note-menu-items'
import { useNoteDeeds } from './use-note-deeds'
import { useWallDesk } from './wall-desk'

/**
 * Keys of a note in the list, while the focus is on its buttons: E edits, G groups, C connects, D duplicates, Delete
 * removes; Alt with an arrow changes its place. In a pad only those that mean something there. To be heard before the
 * buttons hear them: an arrow opens a menu.
 */
export function useNoteKeys(note: Note, edit: () => void, neighbours?: Neighbours) {
  const { kind, ask } = useWallDesk()
  const deeds = useNoteDeeds()
  const before = neighbours?.before
  const after = neighbours?.after
  return (event: KeyboardEvent) => {
    // What is pressed in an open menu comes by here as well.
    if (!event.currentTarget.contains(event.target as Node)) return
    if (event.ctrlKey || event.metaKey || event.defaultPrevented) return
    const onWall = (act: () => void) => (kind === 'wall' ? act : undefined)
    const acts: Record<string, (() => void) | undefined> = event.altKey
      ? {
          ArrowUp: before ? () => deeds.swap(note, before, 'up') : undefined,
          ArrowDown: after ? () => deeds.swap(note, after, 'down') : undefined,
        }
      : {
          e: edit,
          g: onWall(() => ask({ ask: 'group', id: note.id })),
          c: onWall(() => ask({ ask: 'connect', id: note.id })),
          d: onWall(() => void deeds.duplicate([note.id])),
          Delete: () => deeds.remove([note.id], (after ?? before)?.id),
        }
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}
