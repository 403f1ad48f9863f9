/** Clients in one room who type, listen, and take the time. */
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { joinRoom, type LoadClient } from './load-client'
import type { Running, Target } from './targets'
import { type Typist, typist } from './typing'

const patienceMs = 20_000

export class FullRoom {
  /** They are the first ones of the clients. */
  typists: Typist[] = []
  /** From key to each other screen, milliseconds. */
  delays: number[] = []
  /** Those of them from an author at one node to a screen at another. */
  across: number[] = []
  /** From key to the word that it is stored, milliseconds. */
  storedAfter: number[] = []
  readonly #nodes: number
  #clients: LoadClient[] = []
  /** The number among the typists, by the Yjs client. */
  #byClient = new Map<number, number>()
  /** Per client: how far it has seen each typist. */
  #seen: Map<number, number>[] = []
  #stored: number[] = []

  /** `nodes`: at how many people take turns, in the order of the clients. */
  constructor(nodes: number) {
    this.#nodes = nodes
  }

  async fill(target: Target, running: Running, clients: number, typing: number) {
    for (let nth = 0; nth < clients; nth++) {
      const seen = new Map<number, number>()
      this.#seen.push(seen)
      const client = await joinRoom(running.address(nth), target.keeps, {
        onArrived: (author, clock) => this.#arrived(nth, author, clock),
        onStored: (frames) => this.#told(nth, frames),
      })
      this.#clients.push(client)
    }
    // Whoever joined early may have been asked for its content by now, and must have answered.
    await wait(100)
    this.typists = this.#clients.slice(0, typing).map(typist)
    for (const [nth, { doc }] of this.typists.entries()) this.#byClient.set(doc.clientID, nth)
  }

  startMeasuring() {
    this.delays = []
    this.across = []
    this.storedAfter = []
  }

  #arrived(nth: number, author: number, clock: number) {
    const by = this.#byClient.get(author)
    if (by === undefined || nth === by) return
    const now = performance.now()
    const seen = this.#seen[nth]
    const isAcross = nth % this.#nodes !== by % this.#nodes
    for (let at = (seen?.get(author) ?? 0) + 1; at <= clock; at++) {
      const delay = now - (this.typists[by]?.typedAt[at] ?? now)
      this.delays.push(delay)
      if (isAcross) this.across.push(delay)
    }
    seen?.set(author, clock)
  }

  #told(nth: number, frames: number) {
    const by = this.typists[nth]
    if (by === undefined) return
    const now = performance.now()
    for (let frame = (this.#stored[nth] ?? 0) + 1; frame <= frames; frame++) {
      const clock = by.clockOfFrame[frame]
      if (clock !== undefined) this.storedAfter.push(now - (by.typedAt[clock] ?? now))
    }
    this.#stored[nth] = frames
  }

  async untilDelivered(acknowledged: boolean) {
    const giveUp = performance.now() + patienceMs
    while (!this.#isDelivered(acknowledged)) {
      if (performance.now() > giveUp) throw new Error('Not everything was delivered in 20 s.')
      await wait(10)
    }
  }

  #isDelivered(acknowledged: boolean): boolean {
    const everywhere = this.typists.every(({ doc: { clientID, store } }, author) =>
      this.#seen.every(
        (seen, nth) => nth === author || seen.get(clientID) === Y.getState(store, clientID),
      ),
    )
    const all = () =>
      this.typists.every((_, nth) => this.#stored[nth] === this.#clients[nth]?.framesSent)
    return everywhere && (!acknowledged || all())
  }

  /** Every client's document, from what it received and typed, is the union of what was typed. */
  requireSame(where: string) {
    const wanted = JSON.stringify(this.#union().toJSON())
    for (const [nth, client] of this.#clients.entries()) {
      const doc = new Y.Doc()
      const own = this.typists[nth]
      if (own) Y.applyUpdate(doc, Y.encodeStateAsUpdate(own.doc))
      doc.transact(() => {
        for (const update of client.received) Y.applyUpdate(doc, update)
      })
      if (JSON.stringify(this.#asText(doc)) !== wanted) {
        throw new Error(`On ${where} client ${nth + 1} does not hold what was typed.`)
      }
    }
  }

  #union() {
    const doc = new Y.Doc()
    for (const each of this.typists) Y.applyUpdate(doc, Y.encodeStateAsUpdate(each.doc))
    return { toJSON: () => this.#asText(doc) }
  }

  #asText(doc: Y.Doc): string[] {
    return this.typists.map(({ doc: { clientID } }) =>
      doc.getText(`paragraph ${clientID}`).toString(),
    )
  }

  close() {
    for (const client of this.#clients) client.close()
  }
}
