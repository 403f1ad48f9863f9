/** Whoever says something says first who they are: 8 random bytes, new with every start. */
import { randomBytes } from 'node:crypto'

const nameBytes = 8

/** As 16 hexadecimal digits. */
export const newNodeName = (): string => randomBytes(nameBytes).toString('hex')

export function signed(node: string, message: Uint8Array): Buffer {
  const letter = Buffer.allocUnsafe(nameBytes + message.length)
  letter.write(node, 'hex')
  letter.set(message, nameBytes)
  return letter
}

export const signerOf = (letter: Buffer): string => letter.toString('hex', 0, nameBytes)
export const contentOf = (letter: Buffer): Buffer => letter.subarray(nameBytes)
