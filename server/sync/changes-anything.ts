import * as Y from 'yjs'
import { content } from './scan-content'
import { scanUpdate } from './scan-update'

/**
 * Whether applying `update` would change `doc`. A reader's client answers every sync step 1 with
 * what the server has already; that is fine, anything more is a write.
 */
export function changesAnything(doc: Y.Doc, update: Uint8Array, maxClients: number): boolean {
  let changes = false
  scanUpdate(update, maxClients, {
    struct({ client, clock, length, ref }) {
      if (ref !== content.skip && clock + length > Y.getState(doc.store, client)) changes = true
    },
    deletion(client, clock, length) {
      changes ||= !isDeleted(doc, client, { from: clock, to: clock + length })
    },
  })
  return changes
}

function isDeleted(doc: Y.Doc, client: number, { from, to }: { from: number; to: number }) {
  if (to > Y.getState(doc.store, client)) return false
  const structs = doc.store.clients.get(client) ?? []
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= to) return true
    if (!struct.deleted) return false
  }
  return true
}
