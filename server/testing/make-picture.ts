/** Pictures of every kind, right and wrong, made here. */
import { crc32, deflateSync } from 'node:zlib'
import { Transformer } from '@napi-rs/image'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function pngPart(word: string, data: Uint8Array = new Uint8Array()): Buffer {
  const part = Buffer.alloc(12 + data.length)
  part.writeUInt32BE(data.length)
  part.write(word, 4, 'latin1')
  part.set(data, 8)
  part.writeUInt32BE(crc32(part.subarray(4, 8 + data.length)), 8 + data.length)
  return part
}

function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  return pngPart('IHDR', head)
}

/** Black. `claims` is what its header says where that is a lie; `more` stands before its pixels. */
export function makePng(
  width: number,
  height: number,
  { claims = [width, height] as [number, number], more = [] as Buffer[] } = {},
): Buffer {
  const pixels = deflateSync(Buffer.alloc(height * (1 + 3 * width)))
  const parts = [pngHead(...claims), ...more, pngPart('IDAT', pixels), pngPart('IEND')]
  return Buffer.concat([signature, ...parts])
}

/** Two frames. */
export function makeApng(width: number, height: number, more: Buffer[] = []): Buffer {
  const control = (nth: number) => {
    const data = Buffer.alloc(26)
    data.writeUInt32BE(nth)
    data.writeUInt32BE(width, 4)
    data.writeUInt32BE(height, 8)
    data.writeUInt16BE(1, 20)
    data.writeUInt16BE(2, 22)
    return pngPart('fcTL', data)
  }
  const pixels = deflateSync(Buffer.alloc(height * (1 + 3 * width)))
  const second = Buffer.concat([Buffer.from([0, 0, 0, 2]), pixels])
  const frames = [control(0), pngPart('IDAT', pixels), control(1), pngPart('fdAT', second)]
  const counts = pngPart('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))
  const parts = [pngHead(width, height), counts, ...more, ...frames, pngPart('IEND')]
  return Buffer.concat([signature, ...parts])
}

/** Noise, so that nothing about it packs well. */
export function makePhoto(kind: 'jpeg' | 'webp' | 'avif', width: number, height: number) {
  const pixels = new Uint8Array(width * height * 4).map((_, i) => (i * 7919) >> 3)
  const photo = Transformer.fromRgbaPixels(pixels, width, height)
  if (kind === 'jpeg') return photo.jpeg()
  return kind === 'webp' ? photo.webp() : photo.avif({ speed: 10 })
}

/** A JPEG with an EXIF part: turned by a quarter, with a maker and a place in it. */
export async function makePhotoWithPlace(width: number, height: number): Promise<Buffer> {
  const jpeg = await makePhoto('jpeg', width, height)
  const maker = 'SecretCamera 52.5200N 13.4050E\0'
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + maker.length)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(2, 8)
  // Maker: ASCII, behind the list. Orientation: a quarter to the right.
  tiff.writeUInt16BE(0x010f, 10)
  tiff.writeUInt16BE(2, 12)
  tiff.writeUInt32BE(maker.length, 14)
  tiff.writeUInt32BE(38, 18)
  tiff.writeUInt16BE(0x0112, 22)
  tiff.writeUInt16BE(3, 24)
  tiff.writeUInt32BE(1, 26)
  tiff.writeUInt16BE(6, 30)
  tiff.write(maker, 38, 'latin1')
  const exif = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), tiff])
  exif.writeUInt16BE(exif.length - 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])
}

/** A GIF of frames, each `[left, top, wide, high]`, with a comment between them. */
export function makeGif(
  width: number,
  height: number,
  frames: [number, number, number, number][] = [
    [0, 0, width, height],
    [0, 0, width, height],
  ],
): Buffer {
  const screen = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  screen.writeUInt16LE(width, 6)
  screen.writeUInt16LE(height, 8)
  const loops = Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1')
  const comment = Buffer.from('\x21\xfe\x06secret\0', 'latin1')
  const drawn = frames.map((frame) => {
    const head = Buffer.alloc(10)
    head[0] = 0x2c
    for (const [i, value] of frame.entries()) head.writeUInt16LE(value, 1 + 2 * i)
    return Buffer.concat([head, Buffer.from('\x02\x02D\x01\0', 'latin1')])
  })
  return Buffer.concat([screen, loops, comment, ...drawn, Buffer.from(';')])
}

/** A WebP of two frames, with an EXIF part. `frame` is how large each says it is. */
export async function makeMovingWebp(width: number, height: number, frame = { width, height }) {
  const still = await Transformer.fromRgbaPixels(
    new Uint8Array(width * height * 4).fill(255),
    width,
    height,
  ).webpLossless()
  const part = (word: string, data: Uint8Array) => {
    const head = Buffer.alloc(8)
    head.write(word, 0, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
  }
  const sizes = (...values: number[]) => {
    const data = Buffer.alloc(3 * values.length)
    for (const [i, value] of values.entries()) data.writeUIntLE(value, 3 * i, 3)
    return data
  }
  const head = Buffer.concat([Buffer.from([0x02 | 0x08, 0, 0, 0]), sizes(width - 1, height - 1)])
  const place = sizes(0, 0, frame.width - 1, frame.height - 1, 100)
  const moving = part('ANMF', Buffer.concat([place, Buffer.from([0]), still.subarray(12)]))
  const parts = [
    part('VP8X', head),
    part('ANIM', Buffer.from([255, 255, 255, 255, 0, 0])),
    moving,
    moving,
    part('EXIF', Buffer.from('secret place')),
  ]
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
  const riff = Buffer.alloc(8)
  riff.write('RIFF', 0, 'latin1')
  riff.writeUInt32LE(body.length, 4)
  return Buffer.concat([riff, body])
}
