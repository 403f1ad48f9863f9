import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Anchor, decodeAnchor, encodeAnchor } from './anchor'
import { anchorFromText, anchorToText } from './anchor-text'

const anchor: Anchor = {
  first: Y.createID(7, 3),
  last: Y.createID(4_294_967_295, 12),
  before: 'what stands before ',
  after: ' 🧡',
}

/** The whole of it, but for two positions as somebody likes. */
function forged(first: Uint8Array, last: Uint8Array, before = '', after = ''): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, first)
  encoding.writeVarUint8Array(encoder, last)
  encoding.writeVarString(encoder, before)
  encoding.writeVarString(encoder, after)
  return encoding.toUint8Array(encoder)
}
const point = (type: Y.ID | null, name: string | null, item: Y.ID | null) =>
  Y.encodeRelativePosition(new Y.RelativePosition(type, name, item))

describe('an anchor', () => {
  it('travels as bytes and as text', () => {
    const text = anchorToText(encodeAnchor(anchor))
    expect(decodeAnchor(anchorFromText(text) ?? new Uint8Array())).toEqual(anchor)
  })

  it('keeps only so many words around', () => {
    const long = { ...anchor, before: `${'x'.repeat(500)}end`, after: `start${'x'.repeat(500)}` }
    const kept = decodeAnchor(encodeAnchor(long))
    expect(kept?.before).toMatch(/^x{29}end$/)
    expect(kept?.after).toMatch(/^startx{27}$/)
  })

  const id = point(null, null, Y.createID(1, 1))
  it.each([
    ['nothing', new Uint8Array()],
    ['another version', new Uint8Array([2, ...encodeAnchor(anchor).slice(1)])],
    ['half of it', encodeAnchor(anchor).slice(0, 9)],
    ['something behind it', new Uint8Array([...encodeAnchor(anchor), 0])],
    ['a root by its name', forged(point(null, 'elsewhere', null), id)],
    ['a type', forged(id, point(Y.createID(1, 1), null, null))],
    [
      'a clock beyond counting',
      forged(id, new Uint8Array([0, 1, 255, 255, 255, 255, 255, 255, 255, 255, 127])),
    ],
    ['too many words', forged(id, id, 'x'.repeat(33))],
    ['far too much', forged(id, id, 'x'.repeat(100_000))],
    ['noise', new Uint8Array(500).map((_, at) => (at * 197) % 256)],
  ])('is not read from %s', (_, bytes) => {
    expect(decodeAnchor(bytes)).toBe(null)
  })

  it.each(['', 'a', '====', 'ab%d', 'javascript:alert(1)', '\u0000\u0000\u0000\u0000'])(
    'is not read from the text %j',
    (text) => {
      const bytes = anchorFromText(text)
      expect(bytes === null || decodeAnchor(bytes) === null).toBe(true)
    },
  )
})
