/**
 * A road between two programs on which everything can go wrong that goes wrong on networks: for
 * any protocol on TCP (client and node, node and Redis, node and Postgres). TCP itself loses,
 * doubles and swaps nothing; what passes those on is a broken machine on the way, and `garble`.
 */
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net'
import type { Random } from './random'

export type Fault =
  | { kind: 'none' }
  /** Everything arrives so much later, in order. */
  | { kind: 'delay'; ms: number; jitterMs?: number; random?: Random }
  /** So much a second: whoever is at the other end reads slowly. */
  | { kind: 'slow'; bytesPerSecond: number }
  /** Nothing is read: it piles up at whoever sends. */
  | { kind: 'stalled' }
  /** Whatever is sent is gone, and nobody hangs up: a cut cable, a machine without power. */
  | { kind: 'dark' }
  /** After so many more bytes, most likely in the middle of a frame, the connection is reset. */
  | { kind: 'cut'; afterBytes: number }
  /** Now and then something is lost, comes twice, comes late or is changed. */
  | { kind: 'garble'; chance: number; random: Random }

/** `there`: towards the server. */
export type Direction = 'there' | 'back' | 'both'

export type FaultProxy = {
  port: number
  /** For every connection from now on, also those that are open; what was lost stays lost. */
  suffer(fault: Fault, direction?: Direction): void
  /** One end has gone, and the other is never told. */
  hidesHangUps: boolean
  /** Ends every connection, as a server does that is restarted. */
  hangUp(): void
  /** How many connections are open. */
  connections(): number
  close(): Promise<void>
}

const fine: Fault = { kind: 'none' }
const sliceMs = 50

export async function faultProxy(goal: NetConnectOpts): Promise<FaultProxy> {
  const journeys = new Set<{ near: Socket; far: Socket; lanes: Lane[] }>()
  const now = { there: fine, back: fine }

  const server = createServer((near) => {
    const far = connect(goal)
    const lanes = [new Lane(near, far, now.there), new Lane(far, near, now.back)]
    const journey = { near, far, lanes }
    journeys.add(journey)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      // Said again by `close`, which always follows.
      from.on('error', () => undefined)
      from.on('close', () => {
        if (proxy.hidesHangUps) return
        to.destroy()
        for (const lane of lanes) lane.end()
        journeys.delete(journey)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const proxy: FaultProxy = {
    port: (server.address() as AddressInfo).port,
    suffer(fault, direction = 'both') {
      if (direction !== 'back') now.there = fault
      if (direction !== 'there') now.back = fault
      for (const { lanes } of journeys) {
        lanes[0]?.suffer(now.there)
        lanes[1]?.suffer(now.back)
      }
    },
    hidesHangUps: false,
    hangUp() {
      for (const { near, far } of journeys) for (const end of [near, far]) end.destroy()
    },
    connections: () => journeys.size,
    close() {
      proxy.hidesHangUps = false
      proxy.hangUp()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return proxy
}

/** One direction of one connection. */
class Lane {
  readonly #from: Socket
  readonly #to: Socket
  #fault: Fault
  /** Of a cut: bytes that still pass. */
  #left = 0
  /** Nothing overtakes what is under way. */
  #arrivesAt = 0
  readonly #delayed: Buffer[] = []
  #timers = new Set<NodeJS.Timeout>()
  /** Something was swallowed in the dark: no connection goes on after that. */
  #isLost = false
  /** What `garble` holds back. */
  #late: Buffer | null = null

  constructor(from: Socket, to: Socket, fault: Fault) {
    this.#from = from
    this.#to = to
    this.#fault = fault
    this.suffer(fault)
    from.on('data', (bytes) => this.#pass(bytes))
    to.on('drain', () => this.#readOn())
  }

  suffer(fault: Fault): void {
    this.#fault = fault
    if (fault.kind === 'cut') this.#left = fault.afterBytes
    if (fault.kind === 'stalled') this.#from.pause()
    else this.#readOn()
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #pass(bytes: Buffer): void {
    if (this.#isLost) return
    const fault = this.#fault
    switch (fault.kind) {
      case 'dark':
        this.#isLost = true
        break
      case 'delay':
        this.#later(bytes, fault.ms + (fault.random?.below(fault.jitterMs ?? 0) ?? 0))
        break
      case 'slow':
        this.#trickle(bytes, fault.bytesPerSecond)
        break
      case 'cut':
        this.#passUntilCut(bytes)
        break
      case 'garble':
        this.#garble(bytes, fault)
        break
      default:
        // Read before it was stalled, it goes through.
        this.#write(bytes)
    }
  }

  #write(bytes: Buffer): void {
    if (!this.#to.writable) return
    if (!this.#to.write(bytes)) this.#from.pause()
  }

  #readOn(): void {
    if (this.#fault.kind !== 'stalled') this.#from.resume()
  }

  #later(bytes: Buffer, ms: number): void {
    this.#arrivesAt = Math.max(this.#arrivesAt, performance.now() + ms)
    // Two timers may come due in the same millisecond, in whatever order: bytes never do.
    this.#delayed.push(bytes)
    this.#after(this.#arrivesAt - performance.now(), () => {
      const first = this.#delayed.shift()
      if (first) this.#write(first)
    })
  }

  #trickle(bytes: Buffer, bytesPerSecond: number): void {
    const slice = Math.max(1, Math.round((bytesPerSecond * sliceMs) / 1000))
    this.#from.pause()
    this.#write(bytes.subarray(0, slice))
    this.#after(sliceMs, () => {
      if (bytes.length > slice) this.#pass(bytes.subarray(slice))
      else this.#readOn()
    })
  }

  #passUntilCut(bytes: Buffer): void {
    const passing = bytes.subarray(0, this.#left)
    this.#left -= passing.length
    if (this.#left > 0) {
      this.#write(passing)
      return
    }
    this.#to.write(passing, () => {
      this.#to.resetAndDestroy()
      this.#from.resetAndDestroy()
    })
  }

  #garble(bytes: Buffer, { chance, random }: Fault & { kind: 'garble' }): void {
    const late = this.#late
    this.#late = null
    if (random.next() >= chance) this.#write(bytes)
    else this.#spoil(bytes, random)
    if (late) this.#write(late)
  }

  #spoil(bytes: Buffer, random: Random): void {
    const what = random.pick(['lose', 'double', 'late', 'change'] as const)
    if (what === 'double') for (const twice of [bytes, bytes]) this.#write(twice)
    if (what === 'late') this.#late = bytes
    if (what !== 'change') return
    const changed = Buffer.from(bytes)
    const at = random.below(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
    this.#write(changed)
  }

  #after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      run()
    }, ms)
    this.#timers.add(timer)
  }
}
