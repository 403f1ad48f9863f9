/** Every room of this process, and everybody in them. */
import { refuse } from '@atelier/shared/refusals'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import * as Y from 'yjs'
import type { Admit, Affected, Knock } from './admission'
import { type Bus, noBus } from './bus'
import { type Clock, wallClock } from './clock'
import { inTurn } from './in-turn'
import type { Log } from './log'
import { OpenRooms } from './open-rooms'
import type { RoomStore } from './room-store'
import { Session, type SessionHouse } from './session'
import type { Socket, SocketEvents } from './socket'

export type RoomsOptions = {
  store: RoomStore
  admit: Admit
  /**
   * The room has been quiet for a while, or everybody left, and all of it is stored: write what
   * lists and search need. Called again later when it fails.
   */
  onSettled?(room: RoomName, doc: Y.Doc): Promise<unknown> | undefined
  /** Somebody came or went. */
  onPeopleChanged?(room: RoomName): void
  /**
   * Something new is in the room, from here or another node; it may not be stored yet. `personId` is
   * null for the server's own. Called for every change: whatever takes time is for later.
   */
  onWritten?(room: RoomName, update: Uint8Array, personId: string | null): void
  /** Somebody is about to be let in. Where it fails, nobody is. */
  beforeJoin?(room: RoomName): Promise<unknown>
  /**
   * Whether, in this room, whoever comes in is given nothing of what was deleted before (S18), and nobody stays
   * whose rights cannot be asked (S5).
   */
  isConfidential?(room: RoomName): boolean
  /** The line to other nodes that serve the same rooms (S17). */
  bus?: Bus
  clock?: Clock
  log: Log
}

export type Rooms = {
  /** Takes over `socket` at once, before rights are asked and the room is loaded; tell it what happens. */
  join(socket: Socket, knock: Knock): SocketEvents
  /**
   * The server writes by the same road as everybody (S13), on behalf of `personId` where it is
   * somebody's doing; resolves once it is stored. Refuses with `not-found` when there is no such room.
   */
  edit(room: RoomName, edit: (doc: Y.Doc) => void, personId?: string): Promise<void>
  /** All a room holds now, as one update, also what is not stored yet. Refuses as `edit` does. */
  read(room: RoomName): Promise<Uint8Array>
  /** What `look` makes of the room as it is now, without an await in between. Refuses as `edit` does. */
  look<T>(room: RoomName, look: (doc: Y.Doc) => T): Promise<T>
  /**
   * Something of this room was put into the store by another road, as part of a larger transaction: whoever has it open,
   * on this node or another, takes it from there. Never waits for it; what fails is tried again.
   */
  takeStored(room: RoomName): Promise<void>
  /** Asks `admit` again for whoever is affected; a different answer closes their socket (S5). */
  recheck(affected: Affected): void
  /** A change may have gone unreported: everybody is asked again in turn, and let through until then. */
  askEverybody(): void
  /** Each person on this node once per room; rooms nobody has open are left out. */
  whoIsHere(rooms: readonly RoomName[]): Map<RoomName, PresentPerson[]>
  /** Takes nothing more, stores everything, then sends everybody away to reconnect. */
  close(): Promise<void>
}

/** Of those who come in, and of rooms that are read. The store's answers may be large. */
const asksAtOnce = 64
/** Of those who are in, when nobody has reported a change: they leave the database to others. */
const asksAgainAtOnce = 32
const loadsAtOnce = 8
const tickMs = 1000
const ticksPerAsk = 5
const ticksPerBeat = 10

export function createRooms(options: RoomsOptions): Rooms {
  const { admit, log, bus = noBus, clock = wallClock } = options
  const store = loadsInTurn(options.store, clock)
  const isConfidential = (room: RoomName) => options.isConfidential?.(room) ?? false
  const atTheDoor = inTurn(asksAtOnce, clock)
  const askedAgain = inTurn(asksAgainAtOnce, clock)
  const sessions = new Set<Session>()
  const open = new OpenRooms({
    store,
    bus,
    clock,
    log,
    onSettled: (room, doc) => options.onSettled?.(room, doc),
    onPeopleChanged: (room) => options.onPeopleChanged?.(room),
    onWritten: (...written) => options.onWritten?.(...written),
    isConfidential,
    onGone: (room) => {
      for (const session of [...sessions]) if (session.isIn(room)) session.recheck()
    },
  })
  const house: SessionHouse = {
    admit,
    letIn: (ticket, room) => atTheDoor(() => admit(ticket, room)),
    askAgain: (ticket, room) => askedAgain(() => admit(ticket, room)),
    async openRoom(name) {
      await options.beforeJoin?.(name)
      const room = await open.open(name)
      if (!room || room.isAlone || !isConfidential(name)) return room
      // What was deleted on another node would else come to whoever is let in, word by word, once that is heard.
      await room.readStore()
      return open.open(name)
    },
    isConfidential,
    clock,
    log,
    onEnd: (session) => sessions.delete(session),
  }
  let isClosing = false
  let asksAtNextTick = false

  let ticks = 0
  function tick() {
    cancelTick = clock.after(tickMs, tick)
    ticks++
    if (ticks % ticksPerAsk === 0 || asksAtNextTick) {
      asksAtNextTick = false
      for (const session of [...sessions]) session.askNowAndThen()
    }
    if (ticks % ticksPerBeat === 0) for (const session of [...sessions]) session.beat()
    open.tidy()
  }
  let cancelTick = clock.after(tickMs, tick)

  return {
    join(socket, knock) {
      const session = new Session(socket, knock, house)
      sessions.add(session)
      if (isClosing) session.end('restarting')
      else session.join()
      return session
    },

    async edit(name, edit, personId) {
      const room = await open.open(name)
      if (!room) refuse('not-found')
      await room.edit(edit, personId ?? null)
    },

    async read(name) {
      const room = await open.open(name)
      if (!room) refuse('not-found')
      return Y.encodeStateAsUpdate(room.content.doc)
    },

    async look(name, look) {
      const room = await open.open(name)
      if (!room) refuse('not-found')
      return look(room.content.doc)
    },

    async takeStored(name) {
      bus.storedBeside(name)
      const room = await open.open(name)
      room?.catchUp()
    },

    recheck(affected) {
      for (const session of [...sessions]) if (session.isAffectedBy(affected)) session.recheck()
    },

    askEverybody() {
      asksAtNextTick = true
      for (const session of sessions) session.askSoon()
    },

    whoIsHere(names) {
      const here = names.map((name) => [name, open.get(name)?.people() ?? []] as const)
      return new Map(here.filter(([, people]) => people.length > 0))
    },

    async close() {
      isClosing = true
      cancelTick()
      for (const session of [...sessions]) session.stopListening()
      await open.whenStored()
      await open.settleAll()
      for (const session of [...sessions]) session.end('restarting')
    },
  }
}

function loadsInTurn(store: RoomStore, clock: Clock): RoomStore {
  const load = inTurn(loadsAtOnce, clock)
  return {
    load: (roomId) => load(() => store.load(roomId)),
    append: (roomId, update, personId) => store.append(roomId, update, personId),
    squash: (roomId) => store.squash(roomId),
  }
}
