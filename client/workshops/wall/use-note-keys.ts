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
    const onWall = kind === 'wall'
    const acts = new Map<string, (() => unknown) | false>([
      ['Alt+ArrowUp', before ? () => deeds.swap(note, before, 'up') : false],
      ['Alt+ArrowDown', after ? () => deeds.swap(note, after, 'down') : false],
      ['e', edit],
      ['Delete', () => deeds.remove([note.id], (after ?? before)?.id)],
      ['g', onWall && (() => ask({ ask: 'group', id: note.id }))],
      ['c', onWall && (() => ask({ ask: 'connect', id: note.id }))],
      ['d', onWall && (() => deeds.duplicate([note.id]))],
    ])
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const act = acts.get(event.altKey ? `Alt+${key}` : key)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}
