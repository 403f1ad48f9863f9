/** The memory of these, as far as it is nothing else’s: what can be handed to another thread. */
export function ownBuffers(pieces: readonly Uint8Array[]): ArrayBuffer[] {
  const whole = pieces.filter(({ byteLength, buffer }) => byteLength === buffer.byteLength)
  const found = new Set(whole.map(({ buffer }) => buffer))
  return [...found].flatMap((buffer) => (buffer instanceof ArrayBuffer ? buffer : []))
}
