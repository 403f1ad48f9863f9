/** Text in the encodings that exports have. */
export type Decoded = { text: string; isSure: boolean }

/** Null where it is no text. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), isSure: true }
  if (a === 0xfe && b === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), isSure: true }
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isSure: true }
  } catch {
    return fromSaid(bytes) ?? { text: new TextDecoder('windows-1252').decode(bytes), isSure: false }
  }
}

/** As a page of HTML says of itself. */
function fromSaid(bytes: Uint8Array): Decoded | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const [, charset] = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head) ?? []
  if (!charset || /^utf-?8$/i.test(charset)) return null
  try {
    return { text: new TextDecoder(charset).decode(bytes), isSure: true }
  } catch {
    return null
  }
}
