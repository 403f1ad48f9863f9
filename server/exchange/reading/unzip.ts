/**
 * What lies in a zip, from whomever. Names are keys, never paths on a disk; what is not as an honest
 * program would have packed it is left out, and said.
 */
import { crc32 } from 'node:zlib'
import type { Skipped, SkipReason } from '@atelier/shared/exchange/exchange'
import { Refusal } from '@atelier/shared/refusals'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { faultOfName, nameOf } from './zip-names'

export const zipLimits = {
  entries: 10_000,
  entryBytes: 100 * 1024 * 1024,
  allBytes: 600 * 1024 * 1024,
  /** Text packs to a twentieth; a thousandth is a bomb. */
  ratio: 250,
  ratioFrom: 1024 * 1024,
}

/** `entries` is how many it looked at, also those that are not among the files. */
export type Unzipped = { files: Map<string, Uint8Array>; skipped: Skipped[]; entries: number }

export async function unzip(bytes: Uint8Array, limits = zipLimits): Promise<Unzipped> {
  const zip = await opened(bytes)
  const files = new Map<string, Uint8Array>()
  const skipped: Skipped[] = []
  const seen = new Set<string>()
  let left = limits.allBytes
  const entries = await entriesOf(zip, limits.entries)
  const overlapping = overlaps(entries.found)
  if (entries.more > 0) skipped.push({ name: `+${entries.more}`, why: 'too-many' })
  for (const entry of entries.found) {
    const name = nameOf(entry)
    if (isRubbish(name)) continue
    const key = sameName(name)
    const fault = overlapping.has(entry)
      ? 'bomb'
      : (faultOf(entry, name, limits) ?? (seen.has(key) ? 'duplicate' : null))
    if (fault !== null) {
      skipped.push({ name: shown(name), why: fault })
      continue
    }
    seen.add(key)
    const content = await contentOf(zip, entry, Math.min(left, limits.entryBytes))
    if (content instanceof Uint8Array) {
      left -= content.length
      files.set(name.normalize('NFC'), content)
    } else skipped.push({ name: shown(name), why: content })
  }
  return { files, skipped, entries: entries.found.length }
}

/** Names with the same key are one file on some systems. */
export const sameName = (name: string) => name.normalize('NFC').toLowerCase()

/** Somebody will read it. */
const shown = (name: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  name.replace(/[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').slice(0, 200)

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
  } catch (cause) {
    throw Object.assign(
      new Refusal('invalid', { fields: [{ field: 'file', problem: 'no-zip' }] }),
      { cause },
    )
  }
}

async function entriesOf(zip: ZipFile, most: number): Promise<{ found: Entry[]; more: number }> {
  const found: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (found.length < most) found.push(entry)
      else return { found, more: Math.max(1, zip.entryCount - most) }
    }
  } catch (cause) {
    throw Object.assign(
      new Refusal('invalid', { fields: [{ field: 'file', problem: 'no-zip' }] }),
      { cause },
    )
  }
  return { found, more: 0 }
}

/** Folders are in the names; what programs put beside files is nobody's. */
const isRubbish = (name: string) =>
  name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name)

const kindBits = 0o170000
const regularFile = 0o100000
const symbolicLink = 0o120000

function faultOf(entry: Entry, name: string, limits: typeof zipLimits): SkipReason | null {
  const named = faultOfName(name)
  if (named !== null) return named
  if ((entry.generalPurposeBitFlag & 0x1) !== 0 || (entry.generalPurposeBitFlag & 0x40) !== 0)
    return 'encrypted'
  const kind = (entry.externalFileAttributes >>> 16) & kindBits
  if (kind === symbolicLink) return 'link'
  if (kind !== 0 && kind !== regularFile) return 'unknown-kind'
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'unknown-kind'
  const { compressedSize, uncompressedSize } = entry
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio)
    return 'bomb'
  return uncompressedSize > limits.entryBytes ? 'too-large' : null
}

/** Bytes that are in two files at once: that is how a small zip holds terabytes. */
function overlaps(entries: readonly Entry[]): Set<Entry> {
  const found = new Set<Entry>()
  const sorted = [...entries].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )
  let end = 0
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < end) found.add(entry)
    else end = start + 30 + entry.fileNameLength + entry.compressedSize
  }
  return found
}

async function contentOf(
  zip: ZipFile,
  entry: Entry,
  most: number,
): Promise<Uint8Array | SkipReason> {
  try {
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      bytes += chunk.length
      if (bytes > most) return 'too-large'
      chunks.push(chunk)
    }
    const content = Buffer.concat(chunks)
    return crc32(content) === entry.crc32 ? new Uint8Array(content) : 'damaged'
  } catch {
    // The library's words for a size that is not what was said, or for what cannot be unpacked.
    return 'damaged'
  }
}
