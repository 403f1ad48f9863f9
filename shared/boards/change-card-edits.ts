import type * as Y from 'yjs'
import { type Entry, edit, entryOf } from './board-shape'

/** One edit of one card; false if there is none. */
export const changeCard = (doc: Y.Doc, id: string, change: (card: Entry) => unknown): boolean =>
  changeCards(doc, [id], change) > 0

/** One edit, one step of undo, of many cards. Answers how many there are. */
export function changeCards(
  doc: Y.Doc,
  ids: readonly string[],
  change: (card: Entry, id: string) => unknown,
): number {
  const known = ids.filter((id) => entryOf(doc, 'cards', id))
  if (known.length > 0)
    edit(doc, () => {
      for (const id of known) change(entryOf(doc, 'cards', id) as Entry, id)
    })
  return known.length
}

/** Writes only what differs: a write of the same is news to nobody, and would be a step of undo. */
export function setOrDelete(card: Entry, key: string, value: unknown): void {
  if (value === null || value === undefined) {
    if (card.has(key)) card.delete(key)
  } else if (card.get(key) !== value) card.set(key, value)
}
