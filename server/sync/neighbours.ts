/**
 * One room's line to the same room on other nodes: what is written here is told there at once and
 * called committed once it is; what is written there comes here. A hole is healed from the store.
 */
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Bus, BusListener } from './bus'
import type { Cancel, Clock } from './clock'
import type { Log } from './log'
import {
  encodeNodeMessage,
  type NodeMessage,
  readNodeMessage,
  type ToldUpdate,
} from './node-messages'

/** The room, as its neighbours see it. */
export interface Neighbourhood {
  /**
   * Takes what was written on another node. `committed` resolves once it is in the store, and
   * rejects when nobody will ever tell. Answers false when something before it is missing.
   */
  takeFrom(told: ToldUpdate, committed: Promise<void>): boolean
  hearPresence(node: string, frame: Uint8Array): void
  /** Reads the store again, for whatever has not been heard. */
  catchUp(): void
  /** Somebody new listens: tells where everybody here points, and what is not committed yet. */
  introduce(): void
  nodeIsGone(node: string): void
}

export type NeighboursOptions = {
  bus: Bus
  name: RoomName
  room: Neighbourhood
  clock: Clock
  log: Log
}

/** Nobody knows who is there to answer the first. */
const hellos = 2
/** Several commits are told of in one word: nobody but a badge waits for it. */
const gatherMs = 10
/** So long another node is trusted to commit what it has told. */
const trustMs = 3000

type Waiting = { number: number; resolve(): void; reject(error: Error): void; giveUp: Cancel }

type Node = {
  /** The number of the next update it tells, null when some may have been missed. */
  next: number | null
  /** It has said how far it is. */
  isKnown: boolean
  waiting: Waiting[]
}

const unknownNode = (): Node => ({ next: null, isKnown: false, waiting: [] })

export class Neighbours implements BusListener {
  readonly #options: NeighboursOptions
  readonly #nodes = new Map<string, Node>()
  readonly #stop: () => void
  /** Where numbering began: above all numbers of an earlier time in this room. */
  readonly #origin = Date.now() * 1000
  /** Of this turn. */
  readonly #updates: ToldUpdate[] = []
  readonly #frames: Uint8Array[] = []
  #told = 0
  #stored = 0
  #storedTold = 0
  #beatAt = 0
  #hellosLeft = hellos

  constructor(options: NeighboursOptions) {
    this.#options = options
    this.#stop = options.bus.listen(options.name, this)
  }

  /** Told when the turn ends. */
  add(update: ToldUpdate): void {
    this.#updates.push(update)
  }

  addPresence(frame: Uint8Array): void {
    this.#frames.push(frame)
  }

  endTurn(): void {
    const [updates, frames] = [this.#updates.splice(0), this.#frames.splice(0)]
    const first = this.#origin + this.#told
    this.#told += updates.length
    if (updates.length > 0) this.#say({ kind: 'updates', first, updates })
    this.tellPresence(frames)
  }

  /** All that is not committed, whoever told it first; what is missing then is in the store. */
  tellAgain(updates: readonly ToldUpdate[]): void {
    const next = this.#origin + this.#told
    this.#say({ kind: 'again', next, updates: [...updates] })
  }

  /** Now and then: asks once more what is not answered, and says how far this node is, should the last it told have got lost. */
  beat(): void {
    const isUnsure = [...this.#nodes.values()].some(({ isKnown }) => !isKnown)
    if (isUnsure || this.#hellosLeft-- > 0) this.#say({ kind: 'hello' })
    if (this.#told === this.#beatAt) return
    this.#beatAt = this.#told
    this.#say({ kind: 'here', next: this.#origin + this.#told })
  }

  tellPresence(frames: readonly Uint8Array[]): void {
    if (frames.length > 0) this.#say({ kind: 'presence', frames: [...frames] })
  }

  /** The first `count` of what was ever told from here are committed. */
  tellStored(count: number): void {
    this.#options.bus.committed(this.#options.name)
    if (this.#stored === this.#storedTold) this.#options.clock.after(gatherMs, this.#tellStoredNow)
    this.#stored = count
  }

  readonly #tellStoredNow = (): void => {
    this.#storedTold = this.#stored
    this.#say({ kind: 'stored', upTo: this.#origin + this.#stored })
  }

  leave(): void {
    this.#stop()
    for (const { waiting } of this.#nodes.values()) for (const each of waiting) this.#giveUp(each)
    this.#nodes.clear()
  }

  hear(name: string, bytes: Uint8Array): void {
    try {
      this.#take(name, readNodeMessage(bytes))
    } catch (error) {
      this.#options.log.error(
        { err: error, room: this.#options.name },
        'could not hear another node',
      )
      this.#options.room.catchUp()
    }
  }

  missed(): void {
    // Whoever is new to this room tells it to the others, and so does whoever was away.
    for (const node of this.#nodes.values()) node.isKnown = false
    this.#hellosLeft = hellos
    this.#say({ kind: 'hello' })
    this.#options.room.catchUp()
  }

  gone(name: string): void {
    const node = this.#nodes.get(name)
    if (!node) return
    this.#nodes.delete(name)
    for (const each of node.waiting) this.#giveUp(each)
    this.#options.room.nodeIsGone(name)
  }

  #take(name: string, message: NodeMessage): void {
    const node = this.#nodes.get(name) ?? unknownNode()
    this.#nodes.set(name, node)
    const { room } = this.#options
    switch (message.kind) {
      case 'hello':
        room.introduce()
        break
      case 'here':
        if (node.next !== null && node.next < message.next) this.#askAgain(node)
        break
      case 'updates':
        this.#takeUpdates(node, message)
        break
      case 'again':
        this.#takeAgain(node, message)
        break
      case 'stored':
        this.#believe(node, message.upTo)
        break
      case 'presence':
        for (const frame of message.frames) room.hearPresence(name, frame)
        break
    }
  }

  #takeUpdates(node: Node, { first, updates }: NodeMessage & { kind: 'updates' }): void {
    const hasHole = node.next !== null && first > node.next
    node.next = Math.max(node.next ?? 0, first + updates.length)
    let fits = true
    for (const [i, told] of updates.entries()) {
      if (!this.#isTaken(told, this.#committed(node, first + i))) fits = false
    }
    if (hasHole || !fits) this.#askAgain(node)
  }

  /** Nobody is asked to say when these are committed: who did not have them stores them, too. */
  #takeAgain(node: Node, { next, updates }: NodeMessage & { kind: 'again' }): void {
    let fits = true
    for (const told of updates) {
      const committed = new Promise<void>((_, reject) => {
        this.#options.clock.after(trustMs, () => reject(new Error('told again, and not stored')))
      })
      committed.catch(() => undefined)
      if (!this.#isTaken(told, committed)) fits = false
    }
    const wasKnown = node.isKnown
    node.next = next
    // What does not fit yet is asked for with the next beat.
    node.isKnown = fits
    // What was not told again was committed by now.
    if (!fits || !wasKnown) this.#options.room.catchUp()
  }

  /** One that is not taken keeps nobody from hearing what comes after it. */
  #isTaken(told: ToldUpdate, committed: Promise<void>): boolean {
    const { room, log, name } = this.#options
    try {
      return room.takeFrom(told, committed)
    } catch (error) {
      log.error({ err: error, room: name }, 'could not take what another node told')
      return false
    }
  }

  /** What is missing may be in the store, or on its way to it; then it is told again. */
  #askAgain(node: Node): void {
    // Once; whoever stays unknown is asked with every beat.
    const wasKnown = node.isKnown
    node.isKnown = false
    if (wasKnown) this.#say({ kind: 'hello' })
    this.#options.room.catchUp()
  }

  #committed(node: Node, number: number): Promise<void> {
    const committed = new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        number,
        resolve,
        reject,
        giveUp: this.#options.clock.after(trustMs, () => {
          node.waiting = node.waiting.filter((each) => each !== waiting)
          this.#giveUp(waiting)
        }),
      }
      node.waiting.push(waiting)
    })
    // Whoever did not take it does not wait for it.
    committed.catch(() => undefined)
    return committed
  }

  #believe(node: Node, upTo: number): void {
    const done = node.waiting.filter(({ number }) => number < upTo)
    node.waiting = node.waiting.filter(({ number }) => number >= upTo)
    for (const { giveUp, resolve } of done) {
      giveUp()
      resolve()
    }
  }

  #giveUp({ giveUp, reject }: Waiting): void {
    giveUp()
    reject(new Error('another node did not say that it has stored this'))
  }

  #say(message: NodeMessage): void {
    this.#options.bus.say(this.#options.name, encodeNodeMessage(message))
  }
}
