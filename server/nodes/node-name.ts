/**
 * How a message names who says it. Each begins with the sender's name, 8 random bytes that are new
 * with every start, and the CRC-32 of the rest: rooms trust what they are told by another node.
 */
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const nameBytes = 8
const headBytes = nameBytes + 4

export type Letter = { from: string; content: Buffer }

/** As 16 hexadecimal digits. */
export const newNodeName = (): string => randomBytes(nameBytes).toString('hex')

export function signed(node: string, content: Uint8Array): Buffer {
  const letter = Buffer.allocUnsafe(headBytes + content.length)
  letter.write(node, 'hex')
  letter.writeUInt32LE(crc32(content), nameBytes)
  letter.set(content, headBytes)
  return letter
}

/** Null for what was spoilt on the way. */
export function opened(letter: Buffer): Letter | null {
  if (letter.length < headBytes) return null
  const content = letter.subarray(headBytes)
  if (crc32(content) !== letter.readUInt32LE(nameBytes)) return null
  return { from: letter.toString('hex', 0, nameBytes), content }
}
