import { isUuid } from '@atelier/shared/basics/uuid'
import * as Y from 'yjs'

/** The files that a room shows, whichever of its texts they stand in; of any kind of room. */
export function namedFiles(updates: readonly Uint8Array[]): string[] {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const found = new Set<string>()
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted || struct.parentSub !== 'file') continue
      for (const value of struct.content.getContent()) {
        if (typeof value === 'string' && isUuid(value)) found.add(value)
      }
    }
  }
  doc.destroy()
  return [...found]
}
