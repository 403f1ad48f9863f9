/** What every edit of a wall or pad is made of. */
import * as Y from 'yjs'
import { refuse } from '../refusals'
import { type Entry, entryOf, rootOf, type WallRoot, wallEdit } from './wall-shape'
import { wallStoreOf } from './wall-store'

/** The origin of what undo leaves alone, for others may have written into it since. */
const wallBirth = 'wall-birth'

/** One edit: one update on the wire, one step of undo. */
export const edit = <T>(doc: Y.Doc, change: () => T): T => doc.transact(change, wallEdit)

export const wallOf = (doc: Y.Doc) => wallStoreOf(doc).read()

export type Birth = { root: WallRoot; id: string; values: Record<string, unknown> }

/**
 * Adds entries as if they had been taken off before (not undoable), and puts them back in one edit (undoable). So undo
 * takes them off again, and never deletes what others wrote into them.
 */
export function bringIn(doc: Y.Doc, births: readonly Birth[], also?: () => void): void {
  const roots = births.map(({ root }) => rootOf(doc, root) ?? refuse('invalid'))
  doc.transact(() => {
    births.forEach(({ id, values }, at) => {
      const entry = new Y.Map<unknown>()
      for (const [key, value] of Object.entries(values)) if (value != null) entry.set(key, value)
      entry.set('removed', new Date().toISOString())
      roots[at]?.set(id, entry)
    })
  }, wallBirth)
  edit(doc, () => {
    for (const { root, id } of births) entryOf(doc, root, id)?.delete('removed')
    also?.()
  })
}

/** One edit of those there are; answers how many. Entries that are taken off count, for they can come back. */
export function changeEach(
  doc: Y.Doc,
  root: WallRoot,
  ids: readonly string[],
  change: (entry: Entry, id: string) => void,
): number {
  const known = [...new Set(ids)].filter((id) => entryOf(doc, root, id))
  if (known.length === 0) return 0
  edit(doc, () => {
    for (const id of known) change(entryOf(doc, root, id) as Entry, id)
  })
  return known.length
}

/** Writes only what differs: a write of the same is news to nobody, and would be a step of undo. */
export function setOrDelete(entry: Entry, key: string, value: unknown): void {
  if (value === null || value === undefined) {
    if (entry.has(key)) entry.delete(key)
  } else if (entry.get(key) !== value) entry.set(key, value)
}
