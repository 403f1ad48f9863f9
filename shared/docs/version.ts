/** A doc as it was: what the server tells of its past. Times are ISO 8601. */
import * as z from 'zod'
import { words } from '../basics/words'
import type { PresentPerson } from '../sync/messages'

export const versionName = z.object({ name: words.trim().min(1).max(120) })

/** Sent with a version of which some is missing. */
export const incompleteHeader = 'Atelier-Incomplete'

export type VersionName = { name: string; by: string; at: string }

/** The doc once its log had reached `seq`. */
export type Version = {
  seq: number
  begunAt: string
  endedAt: string
  /** Ids of those who wrote since the version before. */
  people: string[]
  name: VersionName | null
}

/** What was written in one go, as people see it: `parts` are the versions on the way, the newest first. */
export type VersionSession = Version & { parts: Version[] }

export type VersionPage = {
  /** The newest first. */
  sessions: VersionSession[]
  people: PresentPerson[]
  /** Ask `before` this one for what is older; null at the beginning. */
  next: number | null
}

/** Clocks of one Yjs client, and a place in `people`; -1 where nobody knows whose they are. */
export type WriterSpan = readonly [client: number, clock: number, length: number, person: number]

/** Who wrote what after one version and up to another, sorted by client and clock. */
export type Writers = { people: PresentPerson[]; written: WriterSpan[]; deleted: WriterSpan[] }
