/** Websocket frames by hand: what a client writes, and what a server wrote. */

/** A client's frame, under a mask of zeros: its words stand as they are. */
export function packed(message: Uint8Array): Buffer {
  const { length } = message
  const wide = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const header = Buffer.alloc(2 + wide + 4)
  header[0] = 0x82
  header[1] = 0x80 | (wide === 0 ? length : wide === 2 ? 126 : 127)
  if (wide === 2) header.writeUInt16BE(length, 2)
  if (wide === 8) header.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([header, message])
}

const opcodes = { binary: 2, close: 8, ping: 9 }
const pong = Buffer.of(0x8a, 0x80, 0, 0, 0, 0)

/** Keeps whole frames as they came, many to a buffer, and takes them apart on demand. */
export class FrameReader {
  /** The code the server gave when it closed; null as long as it has not. */
  closedWith: number | null = null
  readonly #answerPing: (pong: Buffer) => void
  readonly #kept: Buffer[] = []
  #rest: Buffer = Buffer.alloc(0)

  constructor(answerPing: (pong: Buffer) => void) {
    this.#answerPing = answerPing
  }

  /** Answers the messages that are now whole if they are wanted; else only where they end is looked at. */
  take(chunk: Buffer, wanted: boolean): Uint8Array[] {
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    const messages: Uint8Array[] = []
    const end = this.#walk(data, wanted ? (message) => messages.push(message) : null)
    if (end > 0) this.#kept.push(data.subarray(0, end))
    this.#rest = data.subarray(end)
    return messages
  }

  *all(): Generator<Uint8Array> {
    for (const data of this.#kept) {
      for (let at = 0; at < data.length; ) {
        const [start, end] = boundsAt(data, at)
        if (opcodeAt(data, at) === opcodes.binary) yield data.subarray(start, end)
        at = end
      }
    }
  }

  /** Answers where the last whole frame ends. */
  #walk(data: Buffer, tell: ((message: Uint8Array) => void) | null): number {
    let at = 0
    for (;;) {
      if (at + 2 > data.length || at + headerLength(data, at) > data.length) return at
      const [start, end] = boundsAt(data, at)
      if (end > data.length) return at
      const opcode = opcodeAt(data, at)
      if (opcode === opcodes.binary) tell?.(data.subarray(start, end))
      else if (opcode === opcodes.ping) this.#answerPing(pong)
      else if (opcode === opcodes.close)
        this.closedWith = end - start >= 2 ? data.readUInt16BE(start) : 1005
      at = end
    }
  }
}

const opcodeAt = (data: Buffer, at: number) => (data[at] ?? 0) & 15

const headerLength = (data: Buffer, at: number) => {
  const length = data[at + 1] ?? 0
  return length < 126 ? 2 : length === 126 ? 4 : 10
}

/** Where the message of the frame at `at` begins and ends. */
function boundsAt(data: Buffer, at: number): [start: number, end: number] {
  const short = data[at + 1] ?? 0
  if (short < 126) return [at + 2, at + 2 + short]
  if (short === 126) return [at + 4, at + 4 + data.readUInt16BE(at + 2)]
  return [at + 10, at + 10 + Number(data.readBigUInt64BE(at + 2))]
}
