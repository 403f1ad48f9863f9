/** Names inside a zip: in UTF-8 or the letters of old DOS, and none that leads anywhere. */
import type { SkipReason } from '@atelier/shared/exchange/exchange'
import { type Entry, getFileNameLowLevel } from 'yauzl'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Many programs write UTF-8 without saying so. */
export function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  try {
    return utf8.decode(fileNameRaw)
  } catch {
    // Not UTF-8, whatever the zip says: then it is what zips had before.
    return getFileNameLowLevel(generalPurposeBitFlag & ~0x800, fileNameRaw, extraFields, true)
  }
}

export function faultOfName(name: string): SkipReason | null {
  const parts = name.split('/')
  const leads =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
    /[\x00-\x1f\x7f\\]/.test(name) ||
    /^[a-z]:/i.test(name) ||
    name.length > 1000 ||
    parts.length > 60 ||
    parts.some((part) => part === '' || part === '.' || part === '..')
  return leads ? 'unsafe-name' : null
}
