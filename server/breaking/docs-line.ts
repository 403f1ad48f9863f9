/** Somebody's end of one room, on a wire that can be held back, and that breaks. */
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { unswept } from '@atelier/shared/sync/unswept'
import type { Ticket } from '../sync/admission'
import type { Rooms } from '../sync/rooms'
import { RoomClient } from '../testing/room-client'
import { Wire } from '../testing/wire'

export class Line {
  readonly client = new RoomClient()
  /** Frames in either direction. */
  frames = 0
  #wire = new Wire()
  #isHeld = false
  readonly #rooms: Rooms
  readonly #knock: { room: RoomName; ticket: Ticket }

  constructor(rooms: Rooms, knock: { room: RoomName; ticket: Ticket }, isHeld: boolean) {
    this.#rooms = rooms
    this.#knock = knock
    this.#isHeld = isHeld
    // As a page does.
    unswept(this.doc, () => this.client.welcome?.access === 'read')
    this.#connect()
  }

  get doc() {
    return this.client.doc
  }

  /** What the room held when it was entered has come. */
  get isRead(): boolean {
    return this.client.welcome !== null && this.doc.store.clients.size > 0
  }

  /** All that was written here is stored. */
  get isSettled(): boolean {
    return this.isRead && this.client.step1s > 0 && this.client.stored === this.client.sent
  }

  hold(): void {
    this.#isHeld = true
    this.#wire.hold()
  }

  letGo(): void {
    this.#isHeld = false
    this.#wire.deliver()
  }

  /** What is under way is lost, and everything is asked for again. */
  breakOff(): void {
    this.#wire.cut()
    this.#wire = new Wire()
    this.#connect()
  }

  leave(): void {
    this.client.disconnect()
  }

  #connect(): void {
    const wire = this.#wire
    if (this.#isHeld) wire.hold()
    const { room } = this.#knock
    const content = contentVersions[room.startsWith('doc:') ? 'doc' : 'suggestion']
    const send = (frame: Uint8Array | string) => {
      this.frames++
      wire.sendToServer(frame)
    }
    this.client.connect({ send, drop: () => wire.cut() })
    const heard = {
      onFrame: (frame: Uint8Array) => {
        this.frames++
        this.client.onFrame(frame)
      },
      onClose: (code: number, reason: string) => this.client.onClose(code, reason),
    }
    wire.connect(heard, (socket) =>
      this.#rooms.join(socket, { ...this.#knock, wire: wireVersion, content }),
    )
  }
}
