/**
 * For tests: a server that speaks the room wire in memory, to one room's clients. Nothing moves
 * until `settle()`; storing can be held back, access changed, frames lost.
 */
import { closeCodes } from '@atelier/shared/sync/close-codes'
import {
  type Access,
  encodeFill,
  encodeRefused,
  encodeStored,
  encodeWelcome,
  isUpdateFrame,
  messageKinds,
  type RefusedReason,
  syncKinds,
} from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'

export class FakeRoomServer {
  readonly doc = new Y.Doc()
  readonly sockets = new Set<FakeSocket>()
  access: Access = 'write'
  reload = false
  /** Frames arrive, but the database does not answer. */
  holdsStore = false
  /** Nothing arrives and nothing is said: a cable pulled without a word. */
  silent = false
  /** Updates get lost on their way to the clients. */
  losesUpdates = false
  /** How often a client said what it has, in order to be told the rest. */
  asked = 0
  /** Connecting fails. */
  down = false
  /** Who whoever comes is. */
  personId = 'p1'
  /** Whoever comes is sent away with this. */
  shuts: keyof typeof closeCodes | null = null
  refuseNext: RefusedReason | null = null
  /** What whoever comes is told of how full the room is. */
  fullPercent: number | null = null
  readonly #waiting: (() => void)[] = []

  /** The class to hand to a client in place of WebSocket. */
  readonly Socket: typeof WebSocket

  constructor() {
    const server = this
    this.Socket = class extends FakeSocket {
      constructor() {
        super(server)
      }
    } as unknown as typeof WebSocket
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (!this.losesUpdates) this.tell(update, origin)
    })
  }

  later(work: () => void): void {
    this.#waiting.push(work)
  }

  /** Tells everybody but its author. */
  tell(update: Uint8Array, author?: unknown): void {
    for (const socket of this.sockets) {
      if (socket !== author) {
        socket.say(syncFrame((encoder) => sync.writeUpdate(encoder, update)))
      }
    }
  }

  /** Lets everything under way arrive, and the answers, and the answers to these. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 5; quiet++) {
      await Promise.resolve()
      while (this.#waiting.length > 0) {
        quiet = 0
        this.#waiting.shift()?.()
        await Promise.resolve()
      }
    }
  }

  /** The database answers again. */
  release(): void {
    this.holdsStore = false
    for (const socket of this.sockets) socket.say(encodeStored(socket.frames))
  }

  tellFill(percent: number): void {
    for (const socket of this.sockets) socket.say(encodeFill(percent))
  }

  closeAll(code: keyof typeof closeCodes | number): void {
    const number = typeof code === 'number' ? code : closeCodes[code]
    for (const socket of [...this.sockets]) socket.drop(number)
  }
}

/** Of an update that holds nothing. */
const emptyBytes = Y.encodeStateAsUpdate(new Y.Doc()).length

class FakeSocket {
  readyState = 0
  binaryType = 'arraybuffer'
  frames = 0
  readonly OPEN = 1
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  readonly #server: FakeRoomServer

  constructor(server: FakeRoomServer) {
    this.#server = server
    server.later(() => (server.down ? this.drop(1006) : this.#open()))
  }

  #open(): void {
    const { doc, access, reload, sockets, shuts, personId, fullPercent } = this.#server
    if (shuts) {
      this.drop(closeCodes[shuts])
      return
    }
    sockets.add(this)
    this.readyState = 1
    this.onopen?.()
    const me = { id: personId, name: 'Ada', colour: 'teal' as const }
    this.say(encodeWelcome({ access, reload, me }))
    if (fullPercent !== null) this.say(encodeFill(fullPercent))
    this.say(syncFrame((encoder) => sync.writeSyncStep1(encoder, doc)))
  }

  say(frame: Uint8Array): void {
    if (this.#server.silent) return
    this.#server.later(() => this.onmessage?.({ data: frame }))
  }

  send(frame: Uint8Array): void {
    if (this.#server.silent) return
    this.#server.later(() => this.#hear(frame))
  }

  #hear(frame: Uint8Array): void {
    if (this.readyState !== 1 || frame[0] !== messageKinds.sync) return
    if (frame[1] === syncKinds.step1) this.#server.asked++
    if (isUpdateFrame(frame)) this.frames++
    if (isUpdateFrame(frame) && this.#refuses(frame)) return
    const decoder = decoding.createDecoder(frame.subarray(1))
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, messageKinds.sync)
    sync.readSyncMessage(decoder, answer, this.#server.doc, this)
    if (encoding.length(answer) > 1) this.say(encoding.toUint8Array(answer))
    if (isUpdateFrame(frame) && !this.#server.holdsStore) this.say(encodeStored(this.frames))
  }

  #refuses(frame: Uint8Array): boolean {
    const reason = this.#server.refuseNext ?? (this.#server.access === 'read' ? 'read-only' : null)
    // y-websocket answers every step 1; an empty step 2 writes nothing.
    if (reason === null || frame[2] === emptyBytes) return false
    this.#server.refuseNext = null
    this.say(encodeRefused(this.frames, reason))
    return true
  }

  drop(code: number): void {
    this.readyState = 3
    this.#server.sockets.delete(this)
    this.onclose?.({ code, reason: '' })
  }

  close(): void {
    this.readyState = 3
    this.#server.sockets.delete(this)
  }
}

function syncFrame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.sync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
