/**
 * Pictures that move are kept as they are, since nothing here writes them anew. But only their own
 * parts are kept: not what tells about the person who made them, nor whatever stands behind their end.
 */
import { Buffer } from 'node:buffer'

/** Every GIF counts as if it moved. */
export const moves = (bytes: Buffer, mime: string): boolean =>
  mime === 'image/gif' || mime === 'image/apng' || (mime === 'image/webp' && webpMoves(bytes))

/** Null for a picture that is not whole, or whose frames do not fit into it. */
export function onlyItsParts(bytes: Buffer, mime: string): Buffer | null {
  try {
    if (mime === 'image/gif') return gifParts(bytes)
    return mime === 'image/apng' ? pngParts(bytes) : webpParts(bytes)
  } catch (error) {
    // Cut short: something was read from behind its end.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** As `subarray`, but never less than asked for. */
function take(bytes: Buffer, from: number, length: number): Buffer {
  if (from + length > bytes.length) throw new RangeError('beyond the end')
  return bytes.subarray(from, from + length)
}

const pngSignatureLength = 8
const pngKept = new Set(
  'IHDR PLTE IDAT IEND tRNS acTL fcTL fdAT gAMA cHRM sRGB iCCP sBIT bKGD pHYs'.split(' '),
)

function pngParts(bytes: Buffer): Buffer {
  const kept = [take(bytes, 0, pngSignatureLength)]
  for (let at = pngSignatureLength; ; ) {
    const length = 12 + bytes.readUInt32BE(at)
    const word = bytes.toString('latin1', at + 4, at + 8)
    const part = take(bytes, at, length)
    if (pngKept.has(word)) kept.push(part)
    if (word === 'IEND') return Buffer.concat(kept)
    at += length
  }
}

const webpKept = new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF'])
const webpFlag = { moves: 0x02, xmp: 0x04, exif: 0x08 }
const webpWord = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 4)

const webpMoves = (bytes: Buffer) =>
  webpWord(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & webpFlag.moves) > 0

function webpParts(bytes: Buffer): Buffer | null {
  const end = 8 + bytes.readUInt32LE(4)
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= end; ) {
    const size = bytes.readUInt32LE(at + 4)
    const part = take(bytes, at, 8 + size + (size % 2))
    if (webpKept.has(webpWord(bytes, at))) kept.push(Buffer.from(part))
    at += part.length
  }
  const [head, ...rest] = kept
  const frames = rest.filter((part) => webpWord(part, 0) === 'ANMF')
  if (!head || frames.length === 0 || !frames.every((frame) => webpFits(head, frame))) return null
  head.writeUInt8(head.readUInt8(8) & ~webpFlag.xmp & ~webpFlag.exif, 8)
  const body = Buffer.concat(kept)
  const riff = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  riff.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([riff, body])
}

function webpFits(head: Buffer, frame: Buffer): boolean {
  const [width, height] = [head.readUIntLE(12, 3) + 1, head.readUIntLE(15, 3) + 1]
  const [left, top] = [frame.readUIntLE(8, 3) * 2, frame.readUIntLE(11, 3) * 2]
  const [wide, high] = [frame.readUIntLE(14, 3) + 1, frame.readUIntLE(17, 3) + 1]
  return left + wide <= width && top + high <= height
}

const gif = { image: 0x2c, extension: 0x21, end: 0x3b, control: 0xf9, application: 0xff }
const gifLoops = ['NETSCAPE2.0', 'ANIMEXTS1.0']

function gifParts(bytes: Buffer): Buffer | null {
  const screen = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  let at = 13 + gifPalette(bytes.readUInt8(10))
  const kept = [take(bytes, 0, at)]
  for (let frames = 0; ; ) {
    const kind = bytes.readUInt8(at)
    if (kind === gif.end) {
      return frames > 0 ? Buffer.concat([...kept, take(bytes, at, 1)]) : null
    }
    if (kind !== gif.image && kind !== gif.extension) return null
    if (kind === gif.image && !gifFits(bytes, at, screen)) return null
    const head = kind === gif.image ? 11 + gifPalette(bytes.readUInt8(at + 9)) : 2
    const part = take(bytes, at, head + gifBlocks(bytes, at + head))
    if (kind === gif.image) frames++
    if (kind === gif.image || gifKeeps(part)) kept.push(part)
    at += part.length
  }
}

const gifPalette = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function gifFits(bytes: Buffer, at: number, screen: { width: number; height: number }): boolean {
  const [left, top] = [bytes.readUInt16LE(at + 1), bytes.readUInt16LE(at + 3)]
  const [wide, high] = [bytes.readUInt16LE(at + 5), bytes.readUInt16LE(at + 7)]
  return left + wide <= screen.width && top + high <= screen.height
}

/** How long a row of blocks is, the empty one at its end among them. */
function gifBlocks(bytes: Buffer, from: number): number {
  let at = from
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += 1 + length
  return at + 1 - from
}

function gifKeeps(extension: Buffer): boolean {
  if (extension[1] === gif.control) return true
  return extension[1] === gif.application && gifLoops.includes(extension.toString('latin1', 3, 14))
}
