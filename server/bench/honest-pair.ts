/** One who types and one who reads, while something happens around them. */
import { setTimeout as wait } from 'node:timers/promises'
import type * as Y from 'yjs'
import { FastTypist } from './fast-typist'
import { Progress } from './progress'
import { joinRaw, type RawClient } from './raw-client'
import type { Running, Target } from './targets'

const everyMs = 10
const patienceMs = 30_000

export class HonestPair {
  /** From key to the other screen, milliseconds. */
  delays: number[] = []
  readonly typist: FastTypist
  readonly #writer: RawClient
  readonly #reader: RawClient
  readonly #typedAt: number[] = []
  readonly #seen = new Progress()
  #timer: NodeJS.Timeout | null = null

  private constructor(
    writer: RawClient,
    reader: RawClient,
    isStranger: (frame: Uint8Array) => boolean,
  ) {
    this.#writer = writer
    this.#reader = reader
    this.typist = new FastTypist(writer.prefix)
    reader.hear((frame) => {
      if (!isStranger(frame)) this.#hear(frame)
    })
  }

  /** Frames that `isStranger` picks out are not looked at. */
  static async join(
    { keeps }: Target,
    running: Running,
    room: number,
    isStranger: (frame: Uint8Array) => boolean = () => false,
  ): Promise<HonestPair> {
    const writer = await joinRaw(running.address(0, room), keeps)
    const reader = await joinRaw(running.address(1, room), keeps)
    return new HonestPair(writer, reader, isStranger)
  }

  begin() {
    this.#timer = setInterval(() => {
      this.#typedAt.push(performance.now())
      this.#writer.write(this.typist.type(1))
    }, everyMs)
  }

  /** Types no more; throws when something does not arrive. */
  async end({ name }: Target) {
    clearInterval(this.#timer ?? undefined)
    const giveUp = performance.now() + patienceMs
    while (this.#seen.of(this.typist.client) < this.typist.clock) {
      if (performance.now() > giveUp)
        throw new Error(`On ${name} honest people lost what they typed.`)
      await wait(10)
    }
  }

  /** What the reader was told, frame by frame. */
  received(): Generator<Uint8Array> {
    return this.#reader.frames()
  }

  /** Whether this document reads what was typed. */
  isIn(doc: Y.Doc): boolean {
    return doc.getText(this.typist.paragraph).toString() === this.typist.text
  }

  close() {
    this.#writer.close()
    this.#reader.close()
  }

  #hear(frame: Uint8Array) {
    const before = this.#seen.of(this.typist.client)
    this.#seen.hear(frame)
    const now = performance.now()
    for (let at = before; at < this.#seen.of(this.typist.client); at++)
      this.delays.push(now - (this.#typedAt[at] ?? now))
  }
}
