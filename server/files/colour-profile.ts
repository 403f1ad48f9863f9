/**
 * What the numbers of a picture's colours mean. Telephones say it in a profile, which is lost when a
 * picture is drawn anew: it would look dull. So the profile goes over, and nothing else does.
 */
type Span = { from: number; to: number }

const mostBytes = 1024 * 1024

/** `drawn` is `original` drawn anew, of the same kind. */
export function withProfileOf(original: Buffer, drawn: Buffer, mime: string): Buffer {
  const place = mime === 'image/jpeg' ? 2 : pngHeadEnd
  const profile = mime === 'image/jpeg' ? jpegProfile(original) : pngProfile(original, drawn)
  if (profile === null || profile.length > mostBytes) return drawn
  return Buffer.concat([drawn.subarray(0, place), profile, drawn.subarray(place)])
}

const iccMark = Buffer.from('ICC_PROFILE\0', 'latin1')

/** Of a picture in inks (CMYK) nothing is taken: it is drawn anew in light. */
function jpegProfile(bytes: Buffer): Buffer | null {
  const parts = jpegSegments(bytes)
    .map(({ from, to }) => bytes.subarray(from, to))
    .filter((part) => part[1] === 0xe2 && part.subarray(4, 16).equals(iccMark))
  const space = parts[0]?.toString('latin1', 18 + 16, 18 + 20)
  return space === 'RGB ' ? Buffer.concat(parts) : null
}

/** Those before the picture itself. */
function jpegSegments(bytes: Buffer): Span[] {
  const found: Span[] = []
  for (let from = 2; from + 4 <= bytes.length && bytes[from] === 0xff; ) {
    if (bytes[from + 1] === 0xda) break
    const to = from + 2 + bytes.readUInt16BE(from + 2)
    if (to > bytes.length || to < from + 4) break
    found.push({ from, to })
    from = to
  }
  return found
}

const pngHeadEnd = 33
const pngColourType = 25

function pngProfile(bytes: Buffer, drawn: Buffer): Buffer | null {
  if (bytes[pngColourType] !== drawn[pngColourType] || drawn.includes('iCCP')) return null
  for (let from = pngHeadEnd; from + 12 <= bytes.length; ) {
    const word = bytes.toString('latin1', from + 4, from + 8)
    const to = from + 12 + bytes.readUInt32BE(from)
    if (word === 'IDAT' || to > bytes.length) return null
    if (word === 'iCCP') return bytes.subarray(from, to)
    from = to
  }
  return null
}
