/** The rooms in memory: each opened once, settled when quiet, put away when nobody needs it. */
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Bus } from './bus'
import type { Clock } from './clock'
import type { Log } from './log'
import { Room } from './room'
import type { RoomHouse } from './room-house'
import type { RoomStore } from './room-store'

export type OpenRoomsOptions = {
  store: RoomStore
  bus: Bus
  clock: Clock
  log: Log
  onSettled(room: RoomName, doc: Y.Doc): Promise<unknown> | undefined
  onPeopleChanged(room: RoomName): void
  onWritten(room: RoomName, update: Uint8Array, personId: string | null): void
  isConfidential(room: RoomName): boolean
  /** The store has it no more: whoever is in it has to be told. */
  onGone(room: RoomName): void
}

/** One name's place on the shelf. `needed` rises whenever somebody asks for the room. */
type Place = {
  /** Null once it is open. */
  opening: Promise<Room | null> | null
  room: Room | null
  needed: number
  neededAt: number
  settledAt: number
  settledVersion: number
  isSettling: boolean
  /** After a failure it is not tried again before. */
  restsUntil: number
}

/** Lists follow this soon after the last change, or this late while changes go on. */
const quietMs = 2000
const restlessMs = 60_000
/** Settling means reading all of a room: what fails is not tried again at once. */
const restMs = 10_000
/** How long an empty room stays, for whoever only reloads the page. */
const emptyMs = 30_000

export class OpenRooms {
  readonly #options: OpenRoomsOptions
  readonly #house: RoomHouse
  readonly #places = new Map<RoomName, Place>()

  constructor(options: OpenRoomsOptions) {
    const { store, bus, clock, log } = options
    this.#options = options
    this.#house = {
      store,
      bus,
      clock,
      log,
      onPeopleChanged: (name) => {
        options.onPeopleChanged(name)
        this.#settleIfLeft(name)
      },
      onWritten: options.onWritten,
      isConfidential: options.isConfidential,
      onGone: (name) => this.#giveUp(name),
    }
  }

  get(name: RoomName): Room | null {
    return this.#places.get(name)?.room ?? null
  }

  /**
   * The room, opened once however many ask at the same moment; null when it does not exist,
   * rejected when it cannot be loaded. Use it before anything else is awaited: it stays in memory
   * only while somebody is in it or something is unstored.
   */
  open(name: RoomName): Promise<Room | null> {
    const place = this.#places.get(name) ?? this.#load(name)
    place.needed++
    place.neededAt = this.#options.clock.now()
    return place.opening ?? Promise.resolve(place.room)
  }

  #load(name: RoomName): Place {
    const now = this.#options.clock.now()
    const opening = this.#read(name)
    const place: Place = {
      opening,
      room: null,
      needed: 0,
      neededAt: now,
      settledAt: now,
      settledVersion: 0,
      isSettling: false,
      restsUntil: now,
    }
    this.#places.set(name, place)
    opening.then(
      (room) => {
        if (!room) this.#places.delete(name)
        place.room = room
        place.opening = null
      },
      // Whoever asked is told; the next one tries anew.
      () => this.#places.delete(name),
    )
    return place
  }

  async #read(name: RoomName): Promise<Room | null> {
    const id = parseRoomName(name)?.id
    const stored = id ? await this.#house.store.load(id) : null
    return id && stored ? new Room(name, id, stored, this.#house) : null
  }

  /** Whoever leaves a room looks at the list next. */
  #settleIfLeft(name: RoomName): void {
    const place = this.#places.get(name)
    if (!place?.room?.isEmpty) return
    place.neededAt = this.#options.clock.now()
    this.#inBackground(place)
  }

  /** Now and then: settles what has been quiet, and puts away what nobody needs. */
  tidy(): void {
    const now = this.#options.clock.now()
    for (const place of this.#places.values()) {
      if (!place.room) continue
      if (now >= place.restsUntil) this.#settleIfDue(place, place.room, now)
      place.room.beat()
    }
  }

  /** While people type on, a long log is squashed, and what lists know of it waits. */
  #settleIfDue(place: Place, room: Room, now: number): void {
    const isQuiet = now - room.changedAt >= quietMs
    const isRestless = now - place.settledAt >= restlessMs
    if (isQuiet || isRestless) this.#inBackground(place)
    else if (room.isVeryLong) this.#inBackground(place, 'only squashed')
  }

  async settleAll(): Promise<void> {
    await Promise.all([...this.#places.values()].map((place) => this.#settle(place)))
  }

  async whenStored(): Promise<void> {
    await Promise.all([...this.#places.values()].map(({ room }) => room?.queue.whenStored()))
  }

  #inBackground(place: Place, how: 'whole' | 'only squashed' = 'whole'): void {
    this.#settle(place, how)
      .finally(() => this.#putAway(place))
      .catch((error: unknown) => {
        place.restsUntil = this.#options.clock.now() + restMs
        this.#options.log.error({ err: error, room: place.room?.name }, 'could not settle a room')
      })
  }

  async #settle(place: Place, how: 'whole' | 'only squashed' = 'whole'): Promise<void> {
    const { room } = place
    if (!room || place.isSettling) return
    if (room.version === place.settledVersion && !room.isLong) return
    place.isSettling = true
    try {
      await room.queue.whenStored()
      if (room.queue.isGone) return
      const isNews = room.version !== place.settledVersion
      if (how === 'whole' && isNews) await this.#tellSettled(place, room)
      if (room.isLong) await this.#squash(room)
    } finally {
      place.isSettling = false
    }
  }

  async #tellSettled(place: Place, room: Room): Promise<void> {
    const { version } = room
    await this.#options.onSettled(room.name, room.content.doc)
    place.settledVersion = version
    place.settledAt = this.#options.clock.now()
  }

  async #squash(room: Room): Promise<void> {
    room.squashIsTried()
    const { stored } = room.queue
    const whole = await this.#options.store.squash(room.id)
    if (whole) room.squashed(whole, stored)
  }

  #giveUp(name: RoomName): void {
    const room = this.get(name)
    if (!room?.queue.isGone) return
    this.#places.delete(name)
    this.#options.onGone(name)
    room.close()
  }

  /** Checked in one breath, after the last await: an older wish to unload is no reason (S10). */
  #putAway(place: Place): void {
    const { room } = place
    if (!room || place.isSettling || !room.isEmpty || !room.queue.isEmpty) return
    if (this.#options.clock.now() - place.neededAt < emptyMs) return
    this.#places.delete(room.name)
    room.close()
  }
}
