/**
 * Many updates as one that keeps what was deleted, unlike a squash. Not Yjs' own merge, which writes each
 * letter with all that says where it stands: what was typed in one go becomes one struct.
 * Plain JavaScript: see squash-worker.mjs.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** @param {readonly Uint8Array[]} updates @returns {Uint8Array} */
export function packUpdates(updates) {
  const [only, ...more] = updates
  if (only && more.length === 0) return only.slice()
  const parts = updates.map((update) => Y.decodeUpdate(update))
  const encoder = new Y.UpdateEncoderV1()
  writeStructs(encoder, byClient(parts.flatMap(({ structs }) => structs)))
  writeDeletions(encoder.restEncoder, Y.mergeDeleteSets(parts.map(({ ds }) => ds)))
  return encoder.toUint8Array()
}

function byClient(structs) {
  const clients = new Map()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client } = struct.id
    if (clients.has(client)) clients.get(client).push(struct)
    else clients.set(client, [struct])
  }
  // Yjs reads them in this order.
  return [...clients].sort(([one], [other]) => other - one)
}

function writeStructs(encoder, clients) {
  encoding.writeVarUint(encoder.restEncoder, clients.length)
  for (const [client, structs] of clients) {
    const pieces = withoutOverlap(structs.sort((one, other) => one.id.clock - other.id.clock))
    encoding.writeVarUint(encoder.restEncoder, pieces.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, pieces[0].struct.id.clock)
    for (const { struct, offset } of pieces) struct.write(encoder, offset)
  }
}

/** In order and without a hole; what two nodes have both stored comes once. */
function withoutOverlap(structs) {
  const pieces = []
  let end = structs[0].id.clock
  for (const struct of structs) {
    const { client, clock } = struct.id
    const after = clock + struct.length
    if (after <= end) continue
    if (clock > end)
      pieces.push({ struct: new Y.Skip(Y.createID(client, end), clock - end), offset: 0 })
    const last = pieces.at(-1)
    const joined = clock >= end && last?.offset === 0 ? asOne(last.struct, struct) : null
    if (joined) last.struct = joined
    else pieces.push({ struct, offset: Math.max(0, end - clock) })
    end = after
  }
  return pieces
}

/** As Yjs itself writes words that were typed one behind the other; null where they were not. */
function asOne(one, other) {
  if (!isText(one) || !isText(other) || other.origin === null) return null
  const lastOfOne = Y.createID(one.id.client, one.id.clock + one.length - 1)
  if (!Y.compareIDs(other.origin, lastOfOne)) return null
  if (!Y.compareIDs(one.rightOrigin, other.rightOrigin)) return null
  const content = new Y.ContentString(one.content.str + other.content.str)
  const { id, origin, rightOrigin, parent, parentSub } = one
  return new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content)
}

const isText = (struct) =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parentSub === null

function writeDeletions(encoder, { clients }) {
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of [...clients].sort(([one], [other]) => other - one)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
}
