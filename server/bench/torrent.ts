/** A room into which more is written than people could: as fast as it is taken, or faster. */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { messageKinds, readStored, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { payloadOf } from '../sync/sync-frames'
import { FastTypist } from './fast-typist'
import { joinRoom } from './load-client'
import { Progress } from './progress'
import { joinRaw, type RawClient } from './raw-client'
import type { Running, Target } from './targets'

type Writer = { typist: FastTypist; client: RawClient; stored: number }

/** Whoever types waits with more until all but so many edits are through, all typists together. */
const window = 4000
const patienceMs = 20_000

export class Torrent {
  readonly #target: Target
  readonly #running: Running
  readonly #room: number
  readonly #clients: RawClient[] = []
  readonly #writers: Writer[] = []
  /** What the one who joined last has seen. */
  readonly #witnessed = new Progress()

  constructor(target: Target, running: Running, room = 0) {
    this.#target = target
    this.#running = running
    this.#room = room
  }

  async fill(clients: number, typing: number) {
    for (let nth = 0; nth < clients; nth++) {
      const address = this.#running.address(nth, this.#room)
      this.#clients.push(await joinRaw(address, this.#target.keeps))
    }
    for (const client of this.#clients.slice(0, typing)) this.#addWriter(client)
    this.#clients.at(-1)?.hear((frame) => this.#witnessed.hear(frame))
  }

  #addWriter(client: RawClient) {
    const writer: Writer = { typist: new FastTypist(client.prefix), client, stored: 0 }
    this.#writers.push(writer)
    if (!this.#target.acknowledges) return
    client.hear((frame) => {
      if (frame[0] !== messageKinds.stored) return
      const decoder = decoding.createDecoder(frame)
      decoder.pos = 1
      // The first frame was the answer to the server's step 1.
      writer.stored = readStored(decoder) - 1
    })
  }

  /** Edits everybody has and, where the server says so, that are stored. */
  get through(): number {
    return this.#writers.reduce((sum, writer) => sum + this.#throughOf(writer), 0)
  }

  get typed(): number {
    return this.#writers.reduce((sum, { typist }) => sum + typist.clock, 0)
  }

  #throughOf({ typist, stored }: Writer): number {
    const seen = this.#witnessed.of(typist.client)
    return this.#target.acknowledges ? Math.min(seen, stored) : seen
  }

  /** For `ms` everybody types as fast as it gets through; answers edits per second. */
  async flow(ms: number): Promise<number> {
    const begin = performance.now()
    const before = this.through
    while (performance.now() - begin < ms || this.#isStuckAt(before, begin)) {
      for (const writer of this.#writers) {
        const mayType = window / this.#writers.length + this.#throughOf(writer)
        const more = Math.floor(mayType) - writer.typist.clock
        if (more > 0) writer.client.write(writer.typist.type(more))
      }
      await turn()
    }
    return ((this.through - before) * 1000) / (performance.now() - begin)
  }

  /** A short measurement on a busy machine would show nothing at all. */
  #isStuckAt(through: number, begin: number): boolean {
    return this.through === through && performance.now() - begin < patienceMs
  }

  /** For `ms` so many edits per second are written, whatever becomes of them; answers how many get through meanwhile. */
  async pour(perSecond: number, ms: number): Promise<number> {
    const begin = performance.now()
    const [through, typed] = [this.through, this.typed]
    for (let elapsed = 0; elapsed < ms; elapsed = performance.now() - begin) {
      const due = typed + Math.floor((elapsed * perSecond) / 1000) - this.typed
      const each = Math.ceil(due / this.#writers.length)
      if (each > 0) for (const { typist, client } of this.#writers) client.write(typist.type(each))
      await turn()
    }
    return ((this.through - through) * 1000) / (performance.now() - begin)
  }

  /** False when something is still under way after `patienceMs`. */
  async isThrough(patienceMs: number): Promise<boolean> {
    const giveUp = performance.now() + patienceMs
    while (this.through < this.typed) {
      if (performance.now() > giveUp) return false
      await wait(20)
    }
    // The witness was told last, but others may read later.
    await wait(200)
    return true
  }

  /** Everybody received all that others typed, and the last one and a newcomer can read it. */
  async requireSame() {
    const where = `On ${this.#target.name}`
    for (const [nth, client] of this.#clients.entries()) {
      const progress = new Progress()
      for (const frame of client.frames()) progress.hear(frame)
      const lacks = this.#writers.some(
        (writer) =>
          writer.client !== client && progress.of(writer.typist.client) < writer.typist.clock,
      )
      if (lacks) throw new Error(`${where} client ${nth + 1} did not receive all that was typed.`)
    }
    this.#requireText(updatesOf(this.#clients.at(-1)), `${where} who joined last`)
    if (!this.#target.keeps) return
    const address = this.#running.address(0, this.#room)
    const newcomer = await joinRoom(address, true, {})
    newcomer.close()
    this.#requireText(newcomer.received, `${where} a newcomer`)
  }

  #requireText(updates: Iterable<Uint8Array>, who: string) {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    for (const { typist } of this.#writers) {
      if (doc.getText(typist.paragraph).toString() !== typist.text)
        throw new Error(`${who} does not read what was typed.`)
    }
  }

  close() {
    for (const client of this.#clients) client.close()
  }
}

function* updatesOf(client: RawClient | undefined): Generator<Uint8Array> {
  for (const frame of client?.frames() ?? []) {
    if (frame[0] === messageKinds.sync && frame[1] !== syncKinds.step1) yield payloadOf(frame)
  }
}
