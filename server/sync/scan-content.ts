/**
 * Steps over the content of one struct of a Yjs V1 update, building next to nothing: answers how
 * many clock ticks it takes, in time linear in its bytes and without recursion. What passes can be
 * read by every Yjs: a room hands on the bytes themselves, and nobody looks at them in between.
 */
import { isUtf8 } from 'node:buffer'
import { limits } from '@atelier/shared/sync/limits'
import * as decoding from 'lib0/decoding'
import { BadFrame } from './bad-frame'

type Decoder = decoding.Decoder

/** Yjs's own numbers for what a struct carries. */
export const content = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  text: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  skip: 10,
} as const

/** Shared types of Yjs by number; these two carry a name. */
const xmlElement = 3
const xmlHook = 5
const lastType = 6

/** A declared count must fit into what is left of the frame: this is what disarms count bombs. */
export function readCount(d: Decoder, bytesEach: number): number {
  const count = decoding.readVarUint(d)
  if (count * bytesEach > d.arr.length - d.pos) throw new BadFrame('a count beyond the frame')
  return count
}

export function skipContent(d: Decoder, ref: number): number {
  switch (ref) {
    case content.deleted:
      return decoding.readVarUint(d)
    case content.json:
      return skipJsonList(d)
    case content.binary:
      skipBytes(d)
      return 1
    case content.text:
      return utf16Length(d)
    case content.embed:
      skipJson(d)
      return 1
    case content.format:
      skipString(d)
      skipJson(d)
      return 1
    case content.type:
      skipTypeName(d)
      return 1
    case content.any:
      return skipAnyList(d)
    default:
      // Nested documents among them: rooms have none.
      throw new BadFrame('unknown content')
  }
}

function skipBytes(d: Decoder): void {
  skip(d, decoding.readVarUint(d))
}

function skip(d: Decoder, bytes: number): void {
  if (bytes > d.arr.length - d.pos) throw new BadFrame('a length beyond the frame')
  d.pos += bytes
}

function skipTypeName(d: Decoder): void {
  const type = decoding.readVarUint(d)
  if (type > lastType) throw new BadFrame('unknown type')
  if (type === xmlElement || type === xmlHook) skipString(d)
}

export const skipString = (d: Decoder): void => {
  utf16Length(d)
}

/** Yjs counts clocks in UTF-16 units; the wire is UTF-8. */
function utf16Length(d: Decoder): number {
  const bytes = readCount(d, 1)
  const begin = d.pos
  const end = begin + bytes
  let length = 0
  let isAscii = true
  for (; d.pos < end; d.pos++) {
    const byte = d.arr[d.pos] as number
    if (byte >= 0x80) isAscii = false
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1
  }
  if (!isAscii && !isUtf8(d.arr.subarray(begin, end))) throw new BadFrame('text that is no UTF-8')
  return length
}

function skipJsonList(d: Decoder): number {
  const count = readCount(d, 1)
  for (let i = 0; i < count; i++) skipJson(d, 'undefined')
  return count
}

const quote = 0x22
const backslash = 0x5c
const opens = (byte: number) => byte === 0x5b || byte === 0x7b
const closes = (byte: number) => byte === 0x5d || byte === 0x7d

/** Nested too deeply, JSON parses but can never be written again: stringify is recursive. */
function skipJson(d: Decoder, orWord?: string): void {
  const bytes = readCount(d, 1)
  const begin = d.pos
  const end = begin + bytes
  let depth = 0
  let inString = false
  for (; d.pos < end; d.pos++) {
    const byte = d.arr[d.pos] as number
    if (byte === quote) inString = !inString
    else if (inString && byte === backslash) d.pos++
    else if (!inString && opens(byte) && ++depth > limits.depth) throw new BadFrame('deep JSON')
    else if (!inString && closes(byte)) depth--
  }
  d.pos = end
  const text = utf8.decode(d.arr.subarray(begin, end))
  // Yjs writes a missing value of a list as a word that is no JSON.
  if (text !== orWord) JSON.parse(text)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function skipAnyList(d: Decoder): number {
  const count = readCount(d, 1)
  for (let i = 0; i < count; i++) skipAny(d)
  return count
}

/** lib0's own value encoding, where a list or record may nest: the tags count down from 127. */
function skipAny(d: Decoder): void {
  const open: { left: number; keyed: boolean }[] = []
  do {
    const parent = open.at(-1)
    if (parent?.keyed) skipString(d)
    const inside = skipValue(d)
    if (inside) open.push(inside)
    if (open.length > limits.depth) throw new BadFrame('deep value')
    while (open.length > 0 && (open.at(-1) as { left: number }).left-- === 0) open.pop()
  } while (open.length > 0)
}

function skipValue(d: Decoder): { left: number; keyed: boolean } | null {
  switch (127 - decoding.readUint8(d)) {
    case 0: // undefined
    case 1: // null
    case 6: // false
    case 7: // true
      return null
    case 2:
      decoding.readVarInt(d)
      return null
    case 3:
      skip(d, 4)
      return null
    case 4:
    case 5:
      skip(d, 8)
      return null
    case 8: // text
      skipString(d)
      return null
    case 11: // bytes
      skipBytes(d)
      return null
    case 9:
      return { left: readCount(d, 2), keyed: true }
    case 10:
      return { left: readCount(d, 1), keyed: false }
    default:
      throw new BadFrame('unknown value')
  }
}
