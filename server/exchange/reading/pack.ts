/** Files as they lie in a folder, and the docs they become. */
import { randomUUID } from 'node:crypto'
import type { Place } from '@atelier/shared/docs/reading-hast'
import {
  type SkipCounts,
  type Skipped,
  type SkipReason,
  shownOfReason,
  shownSkips,
} from '@atelier/shared/exchange/exchange'
import type { FoundFile } from '../jobs'

export type Pack = { files: ReadonlyMap<string, Uint8Array>; skipped: Skipped[] }

/** A text in the pack that becomes a doc. */
export type Page = { id: string; path: string }

export const pageFor = (path: string): Page => ({ id: randomUUID(), path })

export const textBytes = 8 * 1024 * 1024

export const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
export const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1)
export const stemOf = (path: string) => path.replace(/\.[^./]*$/, '')
export const endingOf = (path: string) => (/\.([^./]+)$/.exec(path)?.[1] ?? '').toLowerCase()

/** `to` as it is written in a text that lies in `folder`; null where it leads out of the pack. */
export function resolvePath(folder: string, to: string): string | null {
  const parts = to.startsWith('/') ? [] : folder.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/').normalize('NFC')
}

/** An address without what comes after the path; null for one that leads elsewhere. */
export function pathIn(address: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null
  const bare = address.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

export type Collected = { files: FoundFile[]; skipped: Skipped[] }

/** What was said of each list, and how often beyond what it holds: a page may miss thousands of files. */
const said = new WeakMap<
  Skipped[],
  { known: Set<string>; beyond: SkipCounts; listed: SkipCounts }
>()
/** Of those beyond these it is not known any more whether they were said before. */
const mostKnown = 10_000

/** Once for each name and reason; of many only how many there are, but for the first of each reason. */
export function skip({ skipped }: { skipped: Skipped[] }, name: string, why: SkipReason): void {
  const before = said.get(skipped) ?? { known: new Set(skipped.map(keyOf)), beyond: {}, listed: {} }
  said.set(skipped, before)
  const key = keyOf({ name, why })
  if (before.known.has(key)) return
  if (before.known.size < mostKnown) before.known.add(key)
  if (skipped.length < shownSkips || (before.listed[why] ?? 0) < shownOfReason) {
    skipped.push({ name, why })
    count(before.listed, why)
  } else count(before.beyond, why)
}

const count = (counts: SkipCounts, why: SkipReason) => {
  counts[why] = (counts[why] ?? 0) + 1
}

export const skippedBeyond = (skipped: Skipped[]): SkipCounts => said.get(skipped)?.beyond ?? {}

const keyOf = ({ name, why }: Skipped) => `${why} ${name}`

const pictures = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'])
const isPicture = (path: string) => pictures.has(endingOf(path))

/** Gives each file its id the first time a doc uses it: files belong to one doc each. */
export function filesOf(docId: string, into: Collected) {
  const ids = new Map<string, string>()
  return (key: string, name: string, bytes: Uint8Array): Place => {
    const known = ids.get(key)
    const id = known ?? randomUUID()
    ids.set(key, id)
    if (known === undefined) into.files.push({ id, docId, name, bytes })
    if (isPicture(name)) return { picture: { file: id } }
    return { attachment: { file: id, name, mime: '', size: bytes.length } }
  }
}
