import type * as z from 'zod'
import type { Pack } from './pack'

const bytesOf = ({ files }: Pack, name: string) => files.get(name.normalize('NFC'))

export const sizeOf = (pack: Pack, name: string): number => bytesOf(pack, name)?.length ?? 0

/** Null where it is not there, is no JSON, or not of this shape. */
export function readJson<T extends z.ZodType>(
  pack: Pack,
  name: string,
  shape: T,
): z.output<T> | null {
  const bytes = bytesOf(pack, name)
  if (!bytes) return null
  try {
    return shape.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    // Whoever changed it by hand made a mistake in it: that is said, and the rest is read.
    return null
  }
}
