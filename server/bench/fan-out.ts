/** A room full of people: how long a keystroke takes to the other screens, and what it costs. */
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { joinRoom, type LoadClient } from './load-client'
import { median, percentile, type Row, row } from './rows'
import type { Running, Target } from './targets'
import { type Typist, typeTogether, typist } from './typing'

export type FanOutWish = {
  clients: number
  typing: number
  editsPerSecond: number
  warmUpMs: number
  measureMs: number
}

export type FanOutFigures = {
  p50: number
  p99: number
  /** Server CPU, microseconds, per keystroke on one other screen. */
  cpu: number | null
  stored50: number | null
  stored99: number | null
}

/** One round on one server. Throws when in the end anybody lacks anything. */
export async function fanOutRound(
  target: Target,
  core: number | null,
  wish: FanOutWish,
): Promise<FanOutFigures> {
  const running = await target.start(core)
  try {
    return await measure(target, running, wish)
  } finally {
    await running.remove()
  }
}

async function measure(target: Target, running: Running, wish: FanOutWish): Promise<FanOutFigures> {
  const room = new Room()
  await room.fill(target, running, wish)
  await typeTogether(room.typists, wish.editsPerSecond, wish.warmUpMs)
  room.startMeasuring()
  const before = running.cpuMicros()
  await typeTogether(room.typists, wish.editsPerSecond, wish.measureMs)
  await room.untilDelivered(target.acknowledges)
  const after = running.cpuMicros()
  room.requireSame(target.name)
  room.close()
  const { delays, storedAfter } = room
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    cpu: before === null || after === null ? null : (after - before) / delays.length,
    stored50: target.acknowledges ? percentile(storedAfter, 0.5) : null,
    stored99: target.acknowledges ? percentile(storedAfter, 0.99) : null,
  }
}

const patienceMs = 20_000

class Room {
  typists: Typist[] = []
  delays: number[] = []
  storedAfter: number[] = []
  #clients: LoadClient[] = []
  #byClient = new Map<number, Typist>()
  /** Per client: how far it has seen each typist. */
  #seen: Map<number, number>[] = []
  #stored: number[] = []

  async fill(target: Target, running: Running, { clients, typing }: FanOutWish) {
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
    for (const each of this.typists) this.#byClient.set(each.doc.clientID, each)
  }

  startMeasuring() {
    this.delays = []
    this.storedAfter = []
  }

  #arrived(nth: number, author: number, clock: number) {
    const by = this.#byClient.get(author)
    if (by === undefined || this.typists[nth] === by) return
    const now = performance.now()
    const seen = this.#seen[nth]
    for (let at = (seen?.get(author) ?? 0) + 1; at <= clock; at++) {
      this.delays.push(now - (by.typedAt[at] ?? now))
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

/** The figures of all rounds, by target, as rows: ours once per database, the peers beside each. */
export function fanOutRows(
  wish: FanOutWish,
  ours: Map<string, FanOutFigures[]>,
  peers: Map<string, FanOutFigures[]>,
): Row[] {
  const load = `${wish.clients} clients, ${wish.typing} typing, ${wish.editsPerSecond} edits/s`
  const rows: Row[] = []
  for (const [name, rounds] of ours) {
    const of = (pick: (figures: FanOutFigures) => number | null, from = rounds) =>
      median(from.flatMap((figures) => pick(figures) ?? []))
    const beside = (pick: (figures: FanOutFigures) => number | null) =>
      Object.fromEntries([...peers].map(([peer, figures]) => [peer, of(pick, figures)]))
    const add = (metric: string, unit: string, pick: (figures: FanOutFigures) => number | null) =>
      rows.push(row(`fan-out on ${name}: ${load}`, metric, unit, of(pick), beside(pick)))
    add('key to other screen, p50', 'ms', ({ p50 }) => p50)
    add('key to other screen, p99', 'ms', ({ p99 }) => p99)
    if (rounds.some(({ cpu }) => cpu !== null))
      add('server CPU per delivery', 'µs', ({ cpu }) => cpu)
    const stored = `stored on ${name}: ${load}`
    rows.push(
      row(
        stored,
        'key to “stored”, p50',
        'ms',
        of(({ stored50 }) => stored50),
      ),
    )
    rows.push(
      row(
        stored,
        'key to “stored”, p99',
        'ms',
        of(({ stored99 }) => stored99),
      ),
    )
  }
  return rows
}
