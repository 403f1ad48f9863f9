import { type PictureMime, pictureMimes } from '@atelier/shared/files/file'
import { ResizeFit, Transformer } from '@napi-rs/image'
import { imageSize } from 'image-size'
import limit from 'p-limit'
import { withProfileOf } from './colour-profile'
import { moves, onlyItsParts } from './moving-picture'

export type Picture = {
  bytes: Uint8Array
  mime: PictureMime
  width: number
  height: number
  /** WebP; null where the picture itself is small enough, or nothing here can draw it. */
  thumbnail: Uint8Array | null
}

/** Decoded, that is 200 MB; a picture of more is only a file. */
const mostPixels = 50_000_000
const longestSide = 20_000
const thumbnailSide = 480
/** Smaller ones are their own thumbnails. */
const smallBytes = 48 * 1024

/** Decoding is off the event loop, and one at a time: what it needs of memory is for one picture. */
const inTurn = limit(1)

const isPictureMime = (mime: string): mime is PictureMime =>
  (pictureMimes as readonly string[]).includes(mime)

/**
 * The bytes as a picture that may be shown, drawn anew where that is possible: place and camera,
 * and whatever else was hidden in it, are gone. Null for what is none, is broken or too large.
 */
export async function readPicture(bytes: Uint8Array, mime: string): Promise<Picture | null> {
  if (!isPictureMime(mime) || sizeOf(bytes, mime) === null) return null
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return inTurn(() => (moves(buffer, mime) ? kept(buffer, mime) : drawnAnew(buffer, mime)))
}

type Size = { width: number; height: number }
const typeOf: Record<PictureMime, string> = {
  'image/png': 'png',
  'image/apng': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

/** From its header, before anything is unpacked; null where that says nothing, or too much. */
function sizeOf(bytes: Uint8Array, mime: PictureMime): Size | null {
  try {
    const { width, height, type } = imageSize(bytes)
    const fits = width <= longestSide && height <= longestSide && width * height <= mostPixels
    return type === typeOf[mime] && width > 0 && height > 0 && fits ? { width, height } : null
  } catch {
    return null
  }
}

async function kept(bytes: Buffer, mime: PictureMime): Promise<Picture | null> {
  const parts = onlyItsParts(bytes, mime)
  const size = parts && sizeOf(parts, mime)
  if (!parts || !size) return null
  const thumbnail = await thumbnailOf(parts, size).catch(() => null)
  return { bytes: parts, mime, ...size, thumbnail }
}

async function drawnAnew(bytes: Buffer, from: PictureMime): Promise<Picture | null> {
  const drawn = await draw(bytes, from).catch(() => null)
  const size = drawn && sizeOf(drawn.bytes, drawn.mime)
  if (!drawn || !size) return null
  return { ...drawn, ...size, thumbnail: await thumbnailOf(drawn.bytes, size) }
}

/** Upright, as its EXIF said before that was dropped. Writing AVIF takes seconds: it becomes WebP. */
async function draw(bytes: Buffer, from: PictureMime): Promise<Pick<Picture, 'bytes' | 'mime'>> {
  const picture = new Transformer(bytes).rotate()
  if (from === 'image/png' || from === 'image/jpeg') {
    const drawn = await (from === 'image/png' ? picture.png() : picture.jpeg(90))
    return { bytes: withProfileOf(bytes, drawn, from), mime: from }
  }
  const isLossless = bytes.toString('latin1', 12, 16) === 'VP8L'
  const webp = isLossless ? picture.webpLossless() : picture.webp(90)
  return { bytes: await webp, mime: 'image/webp' }
}

async function thumbnailOf(bytes: Uint8Array, { width, height }: Size): Promise<Uint8Array | null> {
  if (width <= thumbnailSide && height <= thumbnailSide && bytes.length <= smallBytes) return null
  const side = Math.min(thumbnailSide, Math.max(width, height))
  return new Transformer(bytes)
    .resize({ width: side, height: side, fit: ResizeFit.Inside })
    .webp(78)
}
