/** What lies in a zip, or in zips in it: so large exports come. All of it shares one budget. */
import { Refusal } from '@atelier/shared/refusals'
import { endingOf, type Pack, skip } from './pack'
import { sameName, type Unzipped, unzip, zipLimits } from './unzip'

export async function unpacked(bytes: Uint8Array, limits = zipLimits): Promise<Pack> {
  const outer = await unzip(bytes, limits)
  const inner = [...outer.files].filter(([path]) => endingOf(path) === 'zip')
  if (inner.length === 0 || inner.length < outer.files.size) return outer
  const all = { files: new Map<string, Uint8Array>(), skipped: [...outer.skipped] }
  const names = new Set<string>()
  let left = less(limits, outer)
  for (const [path, content] of inner) {
    const part = await unzip(content, left).catch(refusalOf)
    if (part instanceof Refusal) {
      if (inner.length === 1) throw part
      skip(all, path, 'damaged')
      continue
    }
    left = less(left, part)
    all.skipped.push(...part.skipped)
    for (const [name, file] of part.files) {
      if (names.has(sameName(name))) skip(all, name, 'duplicate')
      else all.files.set(name, file)
      names.add(sameName(name))
    }
  }
  return all
}

/** One that cannot be read costs nobody the others. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

function less(limits: typeof zipLimits, { files, entries }: Unzipped): typeof zipLimits {
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return {
    ...limits,
    entries: limits.entries - entries,
    allBytes: limits.allBytes - bytes,
  }
}
