import * as Y from 'yjs'

/** What `update` says, for somebody who only looks at it: nobody else has this doc. */
export function copyOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
