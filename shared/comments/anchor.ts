/**
 * What a comment is about: the first and the last thing of a selection, a letter or a picture, by
 * the ids that Yjs gave them. These never change while the thing is there, whatever is typed around
 * or between. The words before and after are for finding it again when it was not kept but written
 * anew, as by splitting a paragraph, moving a block, or taking back a deletion.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { contextLength } from './limits'

export type Anchor = { first: Y.ID; last: Y.ID; before: string; after: string }

const version = 1
const mostBytes = 600

/** Two relative positions as Yjs writes them, and the words around. */
export function encodeAnchor({ first, last, before, after }: Anchor): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, version)
  for (const [id, assoc] of [
    [first, 0],
    [last, -1],
  ] as const) {
    const position = new Y.RelativePosition(null, null, id, assoc)
    encoding.writeVarUint8Array(encoder, Y.encodeRelativePosition(position))
  }
  encoding.writeVarString(encoder, before.slice(-contextLength))
  encoding.writeVarString(encoder, after.slice(0, contextLength))
  return encoding.toUint8Array(encoder)
}

/** Null for anything else: never throws, and never reads far. */
export function decodeAnchor(bytes: Uint8Array): Anchor | null {
  if (bytes.length > mostBytes) return null
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== version) return null
    const first = readId(decoding.readVarUint8Array(decoder))
    const last = readId(decoding.readVarUint8Array(decoder))
    const before = decoding.readVarString(decoder)
    const after = decoding.readVarString(decoder)
    const isWhole = !decoding.hasContent(decoder)
    const isShort = before.length <= contextLength && after.length <= contextLength
    return first && last && isWhole && isShort ? { first, last, before, after } : null
  } catch {
    return null
  }
}

/** Only what points to a thing: to ask for a root by a name would make one of that name. */
function readId(bytes: Uint8Array): Y.ID | null {
  const { item } = Y.decodeRelativePosition(bytes)
  const isId = item !== null && [item.client, item.clock].every(Number.isSafeInteger)
  return isId && item.clock >= 0 && item.client >= 0 ? item : null
}
