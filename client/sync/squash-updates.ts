import * as Y from 'yjs'

/** Many updates as one. Through a doc: merging the bytes alone keeps their number and is slow. */
export function squashUpdates(updates: Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}
