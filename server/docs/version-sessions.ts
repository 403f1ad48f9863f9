/** The past of a doc, as people look through it: what was written in one go is one entry. */
import type { Version, VersionName, VersionSession } from '@atelier/shared/docs/version'

/** A pack of the history, or of what will be packed. Places in the log as numbers. */
export type Segment = {
  firstSeq: number
  lastSeq: number
  personId: string | null
  begunAt: Date
  endedAt: Date
}

type Window = { firstSeq: number; version: Version }

/** A pause after which something new has begun, and how long one thing may go on. */
const pauseMs = 15 * 60_000
const longestMs = 60 * 60_000

/** Versions, the newest first; between them no segment reaches from one to the next. */
export function versionsOf(
  segments: readonly Segment[],
  names: ReadonlyMap<number, VersionName>,
): Window[] {
  const windows: Window[] = []
  for (const segment of [...segments].sort((one, other) => other.lastSeq - one.lastSeq)) {
    const last = windows.at(-1)
    if (last && segment.lastSeq >= last.firstSeq) widen(last, segment)
    else windows.push(windowOf(segment, names))
  }
  return windows
}

function windowOf(segment: Segment, names: ReadonlyMap<number, VersionName>): Window {
  const { firstSeq, lastSeq, begunAt, endedAt, personId } = segment
  return {
    firstSeq,
    version: {
      seq: lastSeq,
      begunAt: begunAt.toISOString(),
      endedAt: endedAt.toISOString(),
      people: personId === null ? [] : [personId],
      name: names.get(lastSeq) ?? null,
    },
  }
}

function widen(window: Window, { firstSeq, personId, begunAt, endedAt }: Segment): void {
  const { version } = window
  window.firstSeq = Math.min(window.firstSeq, firstSeq)
  if (personId !== null && !version.people.includes(personId)) version.people.push(personId)
  version.begunAt = earlier(version.begunAt, begunAt.toISOString())
  version.endedAt = later(version.endedAt, endedAt.toISOString())
}

const earlier = (one: string, other: string) => (one < other ? one : other)
const later = (one: string, other: string) => (one > other ? one : other)

/** A version with a name ends a session: nothing that came later is told as a part of it. */
export function sessionsOf(versions: readonly Version[]): VersionSession[] {
  const sessions: VersionSession[] = []
  for (const version of versions) {
    const session = sessions.at(-1)
    if (session && version.name === null && isOneGo(version, session)) {
      session.parts.push(version)
      session.begunAt = version.begunAt
      session.people = [...new Set([...session.people, ...version.people])]
    } else sessions.push({ ...version, parts: [version] })
  }
  return sessions
}

const isOneGo = (older: Version, session: VersionSession): boolean =>
  Date.parse(session.begunAt) - Date.parse(older.endedAt) <= pauseMs &&
  Date.parse(session.endedAt) - Date.parse(older.begunAt) <= longestMs
