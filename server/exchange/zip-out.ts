import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export type Packed = { name: string; bytes: Uint8Array }

/** Always the same bytes for the same entries. */
const never = new Date('2000-01-01T00:00:00Z')

export async function zipOf(
  entries: readonly Packed[],
  { compress = true } = {},
): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { name, bytes } of entries)
    zip.addBuffer(Buffer.from(bytes), name, { mtime: never, compress })
  zip.end()
  return buffer(zip.outputStream)
}
