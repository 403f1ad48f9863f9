import type * as Y from 'yjs'
import { edit, setOrDelete, wallOf } from './wall-change-edits'
import { entryOf, type Spot } from './wall-shape'

/** Puts a group back with those of its notes that nobody has put elsewhere since, in the turn they had. */
export function restoreGroup(
  doc: Y.Doc,
  id: string,
  notes: readonly { id: string; spot: Spot }[],
): boolean {
  const group = entryOf(doc, 'groups', id)
  if (!group?.has('removed')) return false
  const { byId } = wallOf(doc)
  edit(doc, () => {
    setOrDelete(group, 'removed', null)
    for (const { id: note, spot } of notes) {
      if (byId.get(note)?.group !== null) continue
      entryOf(doc, 'notes', note)?.set('group', id)
      entryOf(doc, 'notes', note)?.set('spot', spot)
    }
  })
  return true
}
