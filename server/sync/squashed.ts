import * as Y from 'yjs'

/** One update equal to all of these; through a document, because merging updates keeps all garbage. */
export function squashed(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}
