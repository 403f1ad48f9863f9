/** Updates nobody's editor writes: each closed a server, or stalled one, somewhere. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Write = (encoder: encoding.Encoder) => void

function bytes(...writes: Write[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const write of writes) write(encoder)
  return encoding.toUint8Array(encoder)
}

const uint =
  (...values: number[]): Write =>
  (encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value)
  }
const text =
  (value: string): Write =>
  (encoder) =>
    encoding.writeVarString(encoder, value)
const times =
  (count: number, write: (i: number) => Write): Write =>
  (encoder) => {
    for (let i = 0; i < count; i++) write(i)(encoder)
  }
const all =
  (...writes: Write[]): Write =>
  (encoder) => {
    for (const write of writes) write(encoder)
  }

const noDeletions = uint(0)
/** One client with one struct in the root `body`, whose content has number `ref`. */
const oneStruct = (ref: number, content: Write) =>
  bytes(uint(1, 1, 7, 0), uint(ref), uint(1), text('body'), content, noDeletions)

function deepTree(depth: number): Uint8Array {
  const doc = new Y.Doc()
  let at: Y.XmlFragment = doc.getXmlFragment('body')
  for (let i = 0; i < depth; i++) {
    const next = new Y.XmlElement('p')
    at.insert(0, [next])
    at = next
  }
  return Y.encodeStateAsUpdate(doc)
}

function versionTwo(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'version two')
  return Y.encodeStateAsUpdateV2(doc)
}

/** Many inserts at one place by a higher client id walk past all of a lower one's, each. */
export function conflictBomb(count: number): Uint8Array {
  const body = (client: number, ref: Write) =>
    all(
      uint(count, client, 0),
      times(count, () => all(uint(4, 1), text('body'), ref)),
    )
  return bytes(uint(2), body(900, text('b')), body(100, text('a')), noDeletions)
}

/** Every second letter of one long text, deleted one by one. */
export function deletionBomb(count: number): Uint8Array {
  const structs = all(uint(1, 1, 7, 0), uint(4, 1), text('body'), text('x'.repeat(2 * count)))
  return bytes(
    structs,
    uint(1, 7, count),
    times(count, (i) => uint(2 * i, 1)),
  )
}

/** Each must be refused before Yjs sees it. */
export const hostileUpdates: Record<string, Uint8Array> = {
  'nothing at all': new Uint8Array(),
  'a count of 32 million structs in seven bytes': bytes(uint(1, 32_000_000, 1), noDeletions),
  'a count of millions of clients': bytes(uint(5_000_000), noDeletions),
  'a count of millions of deletions': bytes(uint(0, 1, 7, 9_000_000), noDeletions),
  'thousands of made up clients': bytes(
    uint(5000),
    times(5000, (i) => uint(1, 1000 + i, 5, 0, 1)),
    noDeletions,
  ),
  'one client twice': bytes(
    uint(2),
    times(2, () => uint(1, 7, 0, 0, 1)),
    noDeletions,
  ),
  'a client for nothing': bytes(uint(1, 0, 7, 0), noDeletions),
  'a struct of no length': bytes(uint(1, 1, 7, 0, 0, 0), noDeletions),
  'a clock beyond all clocks': bytes(uint(1, 1, 7, Number.MAX_SAFE_INTEGER, 0, 1), noDeletions),
  'a length beyond all clocks': bytes(uint(1, 1, 7, 0, 0, 2 ** 50), noDeletions),
  'half a million structs': bytes(
    uint(1, 500_000, 7, 0),
    times(500_000, () => uint(0, 1)),
    noDeletions,
  ),
  'something that follows itself': bytes(uint(1, 1, 7, 0, 0x84, 7, 0), text('x'), noDeletions),
  'something that lies in itself': bytes(
    uint(2, 1, 9, 0, 7, 0, 7, 0, 0),
    uint(1, 7, 0, 7, 0, 9, 0, 0),
    noDeletions,
  ),
  'content of an unknown kind': oneStruct(15, uint(0)),
  'a nested document': oneStruct(9, all(text('guid'), uint(127 - 9, 0))),
  'a type of an unknown kind': oneStruct(7, uint(42)),
  'a tree of 2,000 levels': deepTree(2000),
  'a tree of 65 levels': deepTree(65),
  'a value of 100,000 levels': oneStruct(
    8,
    all(
      uint(1),
      times(100_000, () => uint(117, 1)),
      uint(126),
    ),
  ),
  'JSON of 1,000 levels': oneStruct(5, text('['.repeat(1000) + ']'.repeat(1000))),
  'a text longer than its frame': oneStruct(4, uint(1_000_000)),
  'the encoding of version two': versionTwo(),
  'bytes after the end': bytes(uint(0, 0, 1, 2, 3)),
}

/** What somebody claims to have, for whose sake Yjs would work longer than for all of a large room. */
export const hostileStateVectors: Record<string, Uint8Array> = {
  'nothing at all': new Uint8Array(),
  'a count of millions of writers': bytes(uint(5_000_000)),
  'hundreds of thousands of made up writers': bytes(
    uint(400_000),
    times(400_000, (i) => uint(2 ** 31 + i, 1)),
  ),
  'a few more writers than one device brings along': bytes(
    uint(4097),
    times(4097, (i) => uint(1000 + i, 1)),
  ),
  'fewer writers than it says': bytes(uint(3, 7, 1)),
  'bytes after the end': bytes(uint(1, 7, 1, 9)),
}
