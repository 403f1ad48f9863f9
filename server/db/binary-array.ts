/**
 * Arrays as Postgres reads them without parsing. As text, which is what the driver makes of an
 * array, every byte is written as hex and every quote escaped: most of the cost of an append.
 */

const header = 20
const uuidType = 2950
const byteaType = 17
const int4Type = 23

export const uuidArray = (ids: readonly (string | null)[]): Buffer =>
  arrayOf(uuidType, ids, 16, (id, into, at) => into.write(id.replaceAll('-', ''), at, 'hex'))

export const int4Array = (values: readonly number[]): Buffer =>
  arrayOf(int4Type, values, 4, (value, into, at) => into.writeInt32BE(value, at))

export function byteaArray(values: readonly Uint8Array[]): Buffer {
  const size = values.reduce((sum, { length }) => sum + 4 + length, header)
  const array = withHeader(size, byteaType, values.length)
  let at = header
  for (const value of values) {
    at = array.writeInt32BE(value.length, at)
    array.set(value, at)
    at += value.length
  }
  return array
}

function arrayOf<T>(
  type: number,
  values: readonly (T | null)[],
  width: number,
  write: (value: T, into: Buffer, at: number) => unknown,
): Buffer {
  const nulls = values.reduce((sum, value) => (value === null ? sum + 1 : sum), 0)
  const size = header + values.length * (4 + width) - nulls * width
  const array = withHeader(size, type, values.length, nulls > 0)
  let at = header
  for (const value of values) {
    at = array.writeInt32BE(value === null ? -1 : width, at)
    if (value === null) continue
    write(value, array, at)
    at += width
  }
  return array
}

/** One dimension of `length`, counted from 1. */
function withHeader(size: number, type: number, length: number, hasNulls = false): Buffer {
  const array = Buffer.allocUnsafe(size)
  array.writeInt32BE(1, 0)
  array.writeInt32BE(hasNulls ? 1 : 0, 4)
  array.writeInt32BE(type, 8)
  array.writeInt32BE(length, 12)
  array.writeInt32BE(1, 16)
  return array
}
