import { isUuid } from '@atelier/shared/basics/uuid'
import * as Y from 'yjs'

/** A file that hangs on a card lies under this key and its id; so does a card's cover, which is one of them. */
const onCard = 'file:'

/** The files that a room shows, in whichever of its texts or on whichever of its cards; of any kind of room. */
export function namedFiles(updates: readonly Uint8Array[]): string[] {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const found = new Set<string>()
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && !struct.deleted) {
        for (const id of namedBy(struct)) if (isUuid(id)) found.add(id)
      }
    }
  }
  doc.destroy()
  return [...found]
}

function namedBy({ parentSub, content }: Y.Item): string[] {
  if (parentSub?.startsWith(onCard)) return [parentSub.slice(onCard.length)]
  if (parentSub !== 'file') return []
  return content.getContent().filter((value) => typeof value === 'string')
}
