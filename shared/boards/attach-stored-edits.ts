import type * as Y from 'yjs'
import type { StoredFile } from '../files/file'
import { entryOf } from './board-shape'
import { attachFile } from './fact-edits'

/** Hangs a file that has arrived on its card, once, whoever brings it there. False where there is no such card. */
export function attachStored(
  doc: Y.Doc,
  card: string,
  { id, name, mime, size }: StoredFile,
  addedAt = new Date().toISOString(),
): boolean {
  if (entryOf(doc, 'cards', card)?.has(`file:${id}`)) return true
  return attachFile(doc, card, { id, name, mime, size, addedAt })
}
