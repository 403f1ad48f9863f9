import { fromBase64, toBase64 } from 'lib0/buffer'

/** An anchor's bytes as they travel in JSON. */
export const anchorToText = (bytes: Uint8Array): string => toBase64(bytes)

/** Null for what is no base64. */
export function anchorFromText(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null
  return fromBase64(text)
}
