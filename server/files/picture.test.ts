import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import {
  makeApng,
  makeGif,
  makeMovingWebp,
  makePhoto,
  makePhotoWithPlace,
  makePng,
  pngPart,
} from '../testing/make-picture'
import { readPicture } from './picture'
import { mimeOf } from './sniff'

/** As `storeFile` does it. */
const read = async (bytes: Uint8Array) => readPicture(bytes, await mimeOf(bytes))
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1')

describe('a picture', () => {
  test('of every kind browsers show is one, with its size and a thumbnail', async () => {
    const kinds: [Uint8Array, string][] = [
      [makePng(900, 600), 'image/png'],
      [await makePhoto('jpeg', 900, 600), 'image/jpeg'],
      [await makePhoto('webp', 900, 600), 'image/webp'],
      [await makePhoto('avif', 900, 600), 'image/webp'],
      [await makeMovingWebp(900, 600), 'image/webp'],
      [makeApng(900, 600), 'image/apng'],
    ]
    for (const [bytes, mime] of kinds) {
      const picture = await read(bytes)
      expect(picture).toMatchObject({ mime, width: 900, height: 600 })
      expect(imageSize(picture?.thumbnail ?? new Uint8Array())).toMatchObject({
        type: 'webp',
        width: 480,
        height: 320,
      })
    }
    expect(await read(makeGif(900, 600))).toMatchObject({ mime: 'image/gif', width: 900 })
  })

  test('that is small is its own thumbnail', async () => {
    expect(await read(makePng(20, 10))).toMatchObject({ width: 20, height: 10, thumbnail: null })
  })

  test('stands upright, and tells nothing of where and with what it was taken', async () => {
    const photo = await makePhotoWithPlace(300, 200)
    expect(text(photo)).toContain('SecretCamera')
    const picture = await read(photo)
    expect(picture).toMatchObject({ width: 200, height: 300 })
    expect(text(picture?.bytes)).not.toMatch(/SecretCamera|Exif/)
  })

  test('keeps the meaning of its colours, but not that of inks', async () => {
    const profile = Buffer.alloc(200)
    profile.write('RGB ', 16, 'latin1')
    profile.write('Display P3', 100, 'latin1')
    const jpeg = await makePhoto('jpeg', 60, 40)
    const segment = (icc: Buffer) => {
      const head = Buffer.from('\xff\xe2\0\0ICC_PROFILE\0\x01\x01', 'latin1')
      head.writeUInt16BE(head.length - 2 + icc.length, 2)
      return Buffer.concat([jpeg.subarray(0, 2), head, icc, jpeg.subarray(2)])
    }
    const png = makePng(60, 40, { more: [pngPart('iCCP', profile)] })
    for (const bytes of [segment(profile), png]) {
      expect(await read(bytes)).toMatchObject({ width: 60, height: 40 })
      expect(text((await read(bytes))?.bytes)).toContain('Display P3')
    }
    const inks = Buffer.from(profile)
    inks.write('CMYK', 16, 'latin1')
    expect(text((await read(segment(inks)))?.bytes)).not.toContain('Display P3')
  })

  test('that moves still does, without what was written into it', async () => {
    const secret = pngPart('tEXt', Buffer.from('Comment\0secret'))
    for (const bytes of [
      makeGif(300, 200),
      makeApng(300, 200, [secret, pngPart('eXIf', Buffer.from('secret'))]),
      await makeMovingWebp(300, 200),
    ]) {
      const behind = Buffer.concat([bytes, Buffer.from('<script>secret()</script>')])
      expect(text(behind)).toContain('secret')
      const picture = await read(behind)
      expect(picture).toMatchObject({ width: 300, height: 200 })
      expect(text(picture?.bytes)).not.toContain('secret')
      expect(await mimeOf(picture?.bytes ?? new Uint8Array())).toBe(picture?.mime)
      expect((await read(picture?.bytes ?? new Uint8Array()))?.bytes).toEqual(picture?.bytes)
    }
    expect(text((await read(makeGif(300, 200)))?.bytes)).toContain('NETSCAPE2.0')
  })

  test('with a page or a program behind it loses that', async () => {
    const polyglot = Buffer.concat([makePng(30, 20), Buffer.from('PK\x03\x04<script>x</script>')])
    expect(text((await read(polyglot))?.bytes)).not.toMatch(/script|PK/)
  })
})

describe('no picture is', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

  test('markup or a script, however it begins', async () => {
    for (const words of [
      svg,
      `<?xml version="1.0"?>${svg}`,
      '<!doctype html><script>alert(1)</script>',
      'alert(1)',
      'GIF89a/*<svg/onload=alert(1)>*/=1;',
      `\x89PNG\r\n\x1a\n<script>alert(1)</script>`,
      `RIFF\x30\0\0\0WEBPVP8 <script>alert(1)</script>............`,
      'BM<script>alert(1)</script>',
    ]) {
      expect([words, await read(Buffer.from(words, 'latin1'))]).toEqual([words, null])
    }
  })

  test('a page, an archive, a document or nothing at all', async () => {
    for (const bytes of [
      Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'),
      Buffer.from('%PDF-1.7\n%%EOF'),
      Buffer.alloc(0),
      Buffer.alloc(1000),
      Buffer.alloc(1000, 0xff),
    ]) {
      expect(await read(bytes)).toBeNull()
    }
  })

  test('one that was cut short, wherever', async () => {
    for (const whole of [
      makePng(60, 40),
      await makePhoto('webp', 60, 40),
      makeGif(60, 40),
      makeApng(60, 40),
      await makeMovingWebp(60, 40),
    ]) {
      for (const share of [0.1, 0.5, 0.8]) {
        const cut = whole.subarray(0, Math.floor(whole.length * share))
        expect([await mimeOf(whole), share, await read(cut)]).toEqual([
          await mimeOf(whole),
          share,
          null,
        ])
      }
    }
  })

  test('a bomb: small in bytes, immense in pixels, and never unpacked', async () => {
    const bombs = [
      makePng(10, 10, { claims: [50_000, 50_000] }),
      makePng(10, 10, { claims: [20_001, 10] }),
      makePng(10, 10, { claims: [0, 10] }),
      makePng(10, 10, { claims: [0x7fffffff, 0x7fffffff] }),
      makeGif(60_000, 60_000),
      makeGif(10, 10, [[0, 0, 60_000, 60_000]]),
      await makeMovingWebp(10, 10, { width: 16_000, height: 16_000 }),
    ]
    for (const bomb of bombs) {
      expect(bomb.length).toBeLessThan(10_000)
      expect(await read(bomb)).toBeNull()
    }
  })

  test('a bomb whose header lies about itself', async () => {
    const [real] = [makePng(10, 10, { claims: [30_000, 30_000] })]
    const two = Buffer.concat([makePng(10, 10).subarray(0, 33), real.subarray(8)])
    expect(await read(two)).toBeNull()
    for (const kind of ['jpeg', 'webp', 'avif'] as const) {
      expect([kind, await read(lying(kind, await makePhoto(kind, 1200, 900)))]).toEqual([
        kind,
        null,
      ])
    }
  })
})

/** Says it is ten by ten; what follows is not. */
function lying(kind: 'jpeg' | 'webp' | 'avif', real: Buffer): Buffer {
  if (kind === 'webp') {
    const head = Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x09\0\0\x09\0\0', 'latin1')
    head.writeUInt32LE(head.length - 8 + real.length - 12, 4)
    return Buffer.concat([head, real.subarray(12)])
  }
  if (kind === 'jpeg') {
    const size = Buffer.from(
      '\xff\xc0\0\x11\x08\0\x0a\0\x0a\x03\x01\x22\0\x02\x11\x01\x03\x11\x01',
      'latin1',
    )
    return Buffer.concat([real.subarray(0, 2), size, real.subarray(2)])
  }
  const lie = Buffer.from(real)
  for (let at = lie.indexOf('ispe'); at > 0; at = lie.indexOf('ispe', at + 4)) {
    lie.writeUInt32BE(10, at + 8)
    lie.writeUInt32BE(10, at + 12)
  }
  return lie
}

test('broken bytes of every kind end in an answer, and soon', async () => {
  const whole = [
    makePng(40, 30),
    await makePhoto('jpeg', 40, 30),
    await makePhoto('webp', 40, 30),
    await makePhoto('avif', 40, 30),
    makeGif(40, 30),
    makeApng(40, 30),
    await makeMovingWebp(40, 30),
  ]
  let seed = 20261126
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed % below
  }
  for (const bytes of whole) {
    for (let round = 0; round < 60; round++) {
      const broken = Buffer.from(bytes)
      for (let i = 0; i <= next(6); i++) broken[next(broken.length)] = next(256)
      const picture = await read(broken)
      if (picture) expect(picture.width * picture.height).toBeLessThanOrEqual(50_000_000)
    }
  }
}, 60_000)
