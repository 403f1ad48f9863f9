/** Zips as no honest program makes them: written byte by byte. */
import { crc32, deflateRawSync } from 'node:zlib'

export type EvilEntry = {
  name: string | Uint8Array
  content?: Uint8Array | string
  /** What the headers say instead of the truth. */
  says?: Partial<
    Record<
      'size' | 'packed' | 'crc' | 'method' | 'flags' | 'attributes' | 'offset' | 'localSize',
      number
    >
  >
  extra?: Uint8Array
}

const encoder = new TextEncoder()
const bytesOf = (value: string | Uint8Array) =>
  typeof value === 'string' ? encoder.encode(value) : value

export function evilZip(
  entries: readonly EvilEntry[],
  says: { count?: number; directoryAt?: number } = {},
): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { name, local, packed, head } = headersOf(entry, at)
    parts.push(local, name, packed)
    directory.push(head)
    at += local.length + name.length + packed.length
  }
  const all = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(says.count ?? entries.length, 8)
  end.writeUInt16LE(says.count ?? entries.length, 10)
  end.writeUInt32LE(all.length, 12)
  end.writeUInt32LE(says.directoryAt ?? at, 16)
  return new Uint8Array(Buffer.concat([...parts, all, end]))
}

function headersOf(
  { name: given, content = '', says = {}, extra = new Uint8Array() }: EvilEntry,
  at: number,
) {
  const name = Buffer.from(bytesOf(given))
  const plain = bytesOf(content)
  const method = says.method ?? 8
  const packed = method === 0 ? Buffer.from(plain) : deflateRawSync(plain)
  const flags = says.flags ?? 0x800
  const sizes = { packed: says.packed ?? packed.length, size: says.size ?? plain.length }
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  const common = (to: Buffer, from: number, size: number) => {
    to.writeUInt16LE(20, from)
    to.writeUInt16LE(flags, from + 2)
    to.writeUInt16LE(method, from + 4)
    to.writeUInt32LE(says.crc ?? crc32(plain), from + 10)
    to.writeUInt32LE(sizes.packed, from + 14)
    to.writeUInt32LE(size, from + 18)
    to.writeUInt16LE(name.length, from + 22)
  }
  common(local, 4, says.localSize ?? sizes.size)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE((3 << 8) | 20, 4)
  common(head, 6, sizes.size)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE((says.attributes ?? 0o100644 << 16) >>> 0, 38)
  head.writeUInt32LE(says.offset ?? at, 42)
  return { name, local, packed, head: Buffer.concat([head, name, Buffer.from(extra)]) }
}
