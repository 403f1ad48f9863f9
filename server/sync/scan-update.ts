/**
 * Reads the outline of a Yjs V1 update (never V2) in one linear pass, and holds on to nothing:
 * what Yjs itself does with a hostile count or clock can cost gigabytes or minutes.
 */
import * as decoding from 'lib0/decoding'
import { BadFrame, orBadFrame } from './bad-frame'
import { content, readCount, skipContent, skipString } from './scan-content'

export type Id = { client: number; clock: number }

export type Struct = {
  client: number
  clock: number
  length: number
  /** The number of its content: one of `content`, or `gc` or `skip`. */
  ref: number
  origin: Id | null
  rightOrigin: Id | null
  /** Only where neither neighbour is given: an item to lie in, or null for a root. */
  parent: Id | null
  /** Where its content lies in the update. */
  from: number
  to: number
}

export type Section = {
  client: number
  structs: number
  /** Clocks, the end excluded. */
  clock: number
  end: number
  /** Bytes of the update, the end excluded. */
  from: number
  to: number
}

export type Visitor = {
  struct(struct: Readonly<Struct>): void
  /** All of one writer, after its structs: how many, from where in its clocks, and where in the update. */
  section?(section: Section): void
  /** The structs end here, and the deletions begin. */
  deletionsAt?(position: number): void
  deletion?(client: number, clock: number, length: number): void
}

/** Clocks beyond this are nobody's typing. */
const maxClock = 2 ** 32
/** More structs than a frame of honest work holds; each costs Yjs a hundred times its bytes. */
const maxStructs = 2 ** 18

/** For what the room itself has kept: no limits but its bytes. */
export const ownLog = Number.POSITIVE_INFINITY

/** `maxClients`: how many may have written what is new in it, or `ownLog`. */
export function scanUpdate(update: Uint8Array, maxClients: number, visitor: Visitor): void {
  const d = decoding.createDecoder(update)
  orBadFrame(() => {
    scanStructs(d, maxClients, visitor)
    visitor.deletionsAt?.(d.pos)
    scanDeletions(d, visitor)
  })
  if (d.pos !== update.length) throw new BadFrame('bytes after the end, or before it')
}

function scanStructs(d: decoding.Decoder, maxClients: number, visitor: Visitor): void {
  const seen = new Set<number>()
  const clients = readCount(d, 2)
  if (clients > maxClients) throw new BadFrame('too many clients')
  let structs = 0
  for (let i = 0; i < clients; i++) {
    const count = readCount(d, 2)
    structs += count
    if (structs > maxStructs && maxClients !== ownLog) throw new BadFrame('too many structs')
    const client = decoding.readVarUint(d)
    if (count === 0 || seen.has(client)) throw new BadFrame('a client twice, or for nothing')
    seen.add(client)
    const first = decoding.readVarUint(d)
    const from = d.pos
    let clock = first
    for (let n = 0; n < count; n++) {
      const struct = readStruct(d, client, clock)
      clock = advance(clock, struct.length)
      visitor.struct(struct)
    }
    visitor.section?.({ client, structs: count, clock: first, end: clock, from, to: d.pos })
  }
}

/**
 * No cap on clients but the bytes: a sync step 2 names everybody who ever had something deleted,
 * and who clears an old page deletes what hundreds of tabs wrote.
 */
function scanDeletions(d: decoding.Decoder, visitor: Visitor): void {
  const clients = readCount(d, 2)
  for (let i = 0; i < clients; i++) {
    const client = decoding.readVarUint(d)
    const count = readCount(d, 2)
    for (let n = 0; n < count; n++) {
      const clock = decoding.readVarUint(d)
      const length = decoding.readVarUint(d)
      advance(clock, length)
      visitor.deletion?.(client, clock, length)
    }
  }
}

function advance(clock: number, length: number): number {
  if (length < 1 || clock + length > maxClock) throw new BadFrame('an impossible clock')
  return clock + length
}

/** The bits beside the content's number in the first byte of a struct. */
const hasOrigin = 0x80
const hasRightOrigin = 0x40
const hasParentKey = 0x20

function readStruct(d: decoding.Decoder, client: number, clock: number): Struct {
  const info = decoding.readUint8(d)
  const ref = info & 0x1f
  const struct = blank(client, clock, ref)
  if (ref === content.gc || ref === content.skip) {
    struct.length = decoding.readVarUint(d)
    return struct
  }
  if (info & hasOrigin) struct.origin = readId(d)
  if (info & hasRightOrigin) struct.rightOrigin = readId(d)
  if (!struct.origin && !struct.rightOrigin) {
    if (decoding.readVarUint(d) === 1) skipString(d)
    else struct.parent = readId(d)
    if (info & hasParentKey) skipString(d)
  }
  struct.from = d.pos
  struct.length = skipContent(d, ref)
  struct.to = d.pos
  return struct
}

const blank = (client: number, clock: number, ref: number): Struct => ({
  client,
  clock,
  length: 0,
  ref,
  origin: null,
  rightOrigin: null,
  parent: null,
  from: 0,
  to: 0,
})

/** Steps over what stands between a struct's first byte and its content. */
export function skipNeighbours(d: decoding.Decoder, info: number): void {
  if (info & hasOrigin) skipId(d)
  if (info & hasRightOrigin) skipId(d)
  if (info & (hasOrigin | hasRightOrigin)) return
  if (decoding.readVarUint(d) === 1) skipString(d)
  else skipId(d)
  if (info & hasParentKey) skipString(d)
}

function skipId(d: decoding.Decoder): void {
  decoding.readVarUint(d)
  decoding.readVarUint(d)
}

const readId = (d: decoding.Decoder): Id => ({
  client: decoding.readVarUint(d),
  clock: decoding.readVarUint(d),
})
