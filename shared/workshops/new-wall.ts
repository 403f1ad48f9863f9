import * as Y from 'yjs'
import { wallTitle } from './wall-shape'

/** A wall without a note, as the update that creates its room (S13). */
export function newWallUpdate(title: string): Uint8Array {
  const doc = new Y.Doc()
  wallTitle(doc).insert(0, title)
  return Y.encodeStateAsUpdate(doc)
}

/** A pad in which nothing is written yet. */
export const newPadUpdate = (): Uint8Array => Y.encodeStateAsUpdate(new Y.Doc())
