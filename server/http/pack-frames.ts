/** Binary messages as a server writes them on a websocket (RFC 6455, 5.2): unmasked, in one frame each. */

/** Larger messages are written from where they lie, instead of being copied together. */
const largeBytes = 16 * 1024
const finalBinary = 0x82

export function packFrames(messages: readonly Uint8Array[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let small: Uint8Array[] = []
  const copySmall = () => {
    if (small.length > 0) pieces.push(Buffer.concat(small))
    small = []
  }
  for (const message of messages) {
    small.push(header(message.length))
    if (message.length < largeBytes) {
      small.push(message)
    } else {
      copySmall()
      pieces.push(message)
    }
  }
  copySmall()
  return pieces
}

function header(length: number): Uint8Array {
  if (length < 126) return Uint8Array.of(finalBinary, length)
  if (length < 2 ** 16) return Uint8Array.of(finalBinary, 126, length >> 8, length & 0xff)
  const bytes = Buffer.alloc(10)
  bytes[0] = finalBinary
  bytes[1] = 127
  bytes.writeBigUInt64BE(BigInt(length), 2)
  return bytes
}
