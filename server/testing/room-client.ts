/** A client of the room socket as small as can be: what y-websocket does, plus what is ours. */
import {
  messageKinds,
  numbered,
  type RefusedReason,
  readFill,
  readRefused,
  readStored,
  readWelcome,
  syncKinds,
  type Welcome,
} from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as presence from 'y-protocols/awareness'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'

export type Line = { send(frame: Uint8Array | string): void; drop(): void }

export class RoomClient {
  readonly doc = new Y.Doc()
  readonly awareness = new presence.Awareness(this.doc)
  welcome: Welcome | null = null
  /** Update frames sent on this connection, and how many of them the server called stored. */
  sent = 0
  stored = 0
  refused: { frame: number; reason: RefusedReason }[] = []
  /** How full the room is, each time the server said so on this connection. */
  fills: number[] = []
  step1s = 0
  closed: { code: number; reason: string } | null = null
  #line: Line | null = null

  constructor() {
    this.awareness.setLocalState(null)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update)
    })
    this.awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin === 'local') this.#sendPresence()
    })
  }

  get isConnected(): boolean {
    return this.#line !== null
  }

  /** What the badge would say. */
  get isSaved(): boolean {
    return this.isConnected && this.welcome !== null && this.sent > 0 && this.stored === this.sent
  }

  connect(line: Line): void {
    this.#line = line
    this.welcome = null
    this.closed = null
    this.sent = this.stored = this.step1s = 0
    this.refused = []
    this.fills = []
    line.send(encodeSync(syncKinds.step1, Y.encodeStateVector(this.doc)))
    if (this.awareness.getLocalState()) this.#sendPresence()
  }

  disconnect(): void {
    this.#line?.drop()
    this.awareness.destroy()
  }

  sendRaw(frame: Uint8Array | string): void {
    this.#line?.send(frame)
  }

  sendUpdate(update: Uint8Array, kind: number = syncKinds.update): void {
    if (!this.#line) return
    this.sent++
    this.#line.send(numbered(encodeSync(kind, update), this.sent))
  }

  onFrame(frame: Uint8Array): void {
    const d = decoding.createDecoder(frame)
    switch (decoding.readVarUint(d)) {
      case messageKinds.sync:
        this.#onSync(decoding.readVarUint(d), decoding.readVarUint8Array(d))
        break
      case messageKinds.presence:
        presence.applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(d), this)
        break
      case messageKinds.stored:
        this.stored = readStored(d)
        break
      case messageKinds.refused:
        this.refused.push(readRefused(d))
        break
      case messageKinds.fill:
        this.fills.push(readFill(d))
        break
      case messageKinds.welcome:
        this.welcome = readWelcome(d)
        break
      default:
        throw new Error('the server said something unknown')
    }
  }

  onClose(code: number, reason: string): void {
    this.#line = null
    this.closed = { code, reason }
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID)
    presence.removeAwarenessStates(this.awareness, others, this)
  }

  #onSync(kind: number, payload: Uint8Array): void {
    if (kind !== syncKinds.step1) {
      Y.applyUpdate(this.doc, payload, this)
      return
    }
    this.step1s++
    this.sendUpdate(Y.encodeStateAsUpdate(this.doc, payload), syncKinds.step2)
  }

  /** Not the document's id: Yjs takes a new one when somebody else uses it, presence keeps the old. */
  #sendPresence(): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageKinds.presence)
    encoding.writeVarUint8Array(
      encoder,
      presence.encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]),
    )
    this.#line?.send(encoding.toUint8Array(encoder))
  }
}
