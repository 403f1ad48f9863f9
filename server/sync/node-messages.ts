/** What nodes say to each other of a room. lib0 encoding; the first varUint is the kind. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** An update somebody wrote on the node that tells of it; `personId` is null for the server. */
export type ToldUpdate = { update: Uint8Array; personId: string | null }

export type NodeMessage =
  /** Somebody has begun to listen: tell who is here. */
  | { kind: 'hello' }
  /** The next update from here will have this number. */
  | { kind: 'here'; next: number }
  /** Numbered one by one, and above whatever this node called its updates before it last left the room. */
  | { kind: 'updates'; first: number; updates: ToldUpdate[] }
  /** In answer to a hello: the number of the next update, and all that is not committed yet, whoever told it first. */
  | { kind: 'again'; next: number; updates: ToldUpdate[] }
  /** This node's updates below this number are committed. */
  | { kind: 'stored'; upTo: number }
  /** Presence frames, as they go to people. */
  | { kind: 'presence'; frames: Uint8Array[] }

const kinds = ['hello', 'here', 'updates', 'again', 'stored', 'presence'] as const

export function encodeNodeMessage(message: NodeMessage): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeVarUint(e, kinds.indexOf(message.kind))
  switch (message.kind) {
    case 'hello':
      break
    case 'here':
      encoding.writeVarUint(e, message.next)
      break
    case 'updates':
      encoding.writeVarUint(e, message.first)
      writeUpdates(e, message.updates)
      break
    case 'again':
      encoding.writeVarUint(e, message.next)
      writeUpdates(e, message.updates)
      break
    case 'stored':
      encoding.writeVarUint(e, message.upTo)
      break
    case 'presence':
      writeList(e, message.frames, (frame) => encoding.writeVarUint8Array(e, frame))
      break
  }
  return encoding.toUint8Array(e)
}

/** Throws for what another version of this server says differently. */
export function readNodeMessage(bytes: Uint8Array): NodeMessage {
  const d = decoding.createDecoder(bytes)
  const kind = kinds[decoding.readVarUint(d)]
  switch (kind) {
    case 'hello':
      return { kind }
    case 'here':
      return { kind, next: decoding.readVarUint(d) }
    case 'updates':
      return { kind, first: decoding.readVarUint(d), updates: readUpdates(d) }
    case 'again':
      return { kind, next: decoding.readVarUint(d), updates: readUpdates(d) }
    case 'stored':
      return { kind, upTo: decoding.readVarUint(d) }
    case 'presence':
      return { kind, frames: readList(d, () => decoding.readVarUint8Array(d)) }
    default:
      throw new Error('another node says something unknown')
  }
}

function writeUpdates(e: encoding.Encoder, updates: readonly ToldUpdate[]): void {
  writeList(e, updates, ({ update, personId }) => {
    encoding.writeVarString(e, personId ?? '')
    encoding.writeVarUint8Array(e, update)
  })
}

const readUpdates = (d: decoding.Decoder): ToldUpdate[] =>
  readList(d, () => ({
    personId: decoding.readVarString(d) || null,
    update: decoding.readVarUint8Array(d),
  }))

function writeList<T>(e: encoding.Encoder, items: readonly T[], write: (item: T) => void): void {
  encoding.writeVarUint(e, items.length)
  for (const item of items) write(item)
}

const readList = <T>(d: decoding.Decoder, read: () => T): T[] =>
  Array.from({ length: decoding.readVarUint(d) }, read)
