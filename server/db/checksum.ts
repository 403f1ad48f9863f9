import { crc32 } from 'node:zlib'

/** As a signed number of 32 bits, which is what the column holds. */
export const checksumOf = (bytes: Uint8Array): number => crc32(bytes) | 0
