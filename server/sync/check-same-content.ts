/**
 * Two devices that write under one client id use the same clocks for different words. Yjs takes
 * the first and drops the second without a word, so the second author would be told "saved".
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { BadFrame, orBadFrame } from './bad-frame'
import { content } from './scan-content'
import type { Struct } from './scan-update'

/** `known`: structs of `update` that begin at a clock the room has already. */
export function checkSameContent(doc: Y.Doc, update: Uint8Array, known: Struct[]): void {
  for (const struct of known) {
    if (struct.ref === content.gc || struct.ref === content.deleted) continue
    const text = struct.ref === content.text ? readText(update, struct) : null
    for (const item of itemsOver(doc, struct)) {
      if (!agrees(struct, text, item)) throw new BadFrame('a client id is used twice')
    }
  }
}

/** What the room holds for the clocks of `struct`; what is deleted has nothing to compare. */
function* itemsOver(doc: Y.Doc, struct: Struct): Generator<Y.Item> {
  const items = doc.store.clients.get(struct.client) ?? []
  const end = struct.clock + struct.length
  for (let i = Y.findIndexSS(items, struct.clock); i < items.length; i++) {
    const item = items[i]
    if (!item || item.id.clock >= end) return
    if (item instanceof Y.Item && !item.deleted) yield item
  }
}

function agrees(struct: Struct, text: string | null, item: Y.Item): boolean {
  if (item.content.getRef() !== struct.ref) return false
  if (text === null || !(item.content instanceof Y.ContentString)) return true
  const from = Math.max(struct.clock, item.id.clock)
  const to = Math.min(struct.clock + struct.length, item.id.clock + item.length)
  for (let clock = from; clock < to; clock++) {
    const a = text[clock - struct.clock]
    const b = item.content.str[clock - item.id.clock]
    // A split surrogate pair leaves U+FFFD on the side that was split first.
    if (a !== b && a !== '\ufffd' && b !== '\ufffd') return false
  }
  return true
}

const readText = (update: Uint8Array, { from, to }: Struct): string =>
  orBadFrame(() => decoding.readVarString(decoding.createDecoder(update.subarray(from, to))))
