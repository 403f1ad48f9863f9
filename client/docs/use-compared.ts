/** Which versions are looked at, and what is different between them. */
import type { Version, VersionSession } from '@atelier/shared/docs/version'
import { useMemo } from 'react'
import { codeOf } from '../api/request-failed'
import { type VersionDifference, versionDifference } from './version-difference'
import { useVersionText, useWriters } from './version-records'
import type { VersionText } from './version-text'

/** `previous`, `now`, `none`, or the `seq` of any other. */
export type ComparedWith = string

export type Compared =
  | { kind: 'loading' }
  | { kind: 'failed'; damaged: boolean }
  | {
      kind: 'ready'
      shown: VersionText
      isIncomplete: boolean
      /** Null where it is compared with nothing. */
      difference: VersionDifference | null
    }

export type Sides = { from: number; to: number }

/** The versions on both sides, the older first. Null where there is nothing to compare with. */
export function sidesOf(
  sessions: readonly VersionSession[],
  chosen: Version,
  compared: ComparedWith,
): Sides | null {
  const places = [...new Set(sessions.flatMap(({ parts }) => parts.map(({ seq }) => seq)))]
  places.sort((one, other) => one - other)
  if (compared === 'none') return null
  if (compared === 'previous') {
    const from = before(sessions, chosen)
    return from === null ? null : { from, to: chosen.seq }
  }
  const other = compared === 'now' ? (places.at(-1) ?? chosen.seq) : Number(compared)
  if (other === chosen.seq) return null
  return { from: Math.min(chosen.seq, other), to: Math.max(chosen.seq, other) }
}

/** The end of what was written in one go before; of the first, what it began with; of a part, the one before. */
function before(sessions: readonly VersionSession[], { seq }: Version): number | null {
  const at = sessions.findIndex((session) => session.seq === seq)
  const session = sessions[at]
  if (session) {
    const begun = session.parts.at(-1)?.seq ?? seq
    return sessions[at + 1]?.seq ?? (begun < seq ? begun : null)
  }
  const parts = sessions.flatMap((one) => one.parts)
  return parts.find((part) => part.seq < seq)?.seq ?? null
}

export function useCompared(docId: string, chosen: Version, sides: Sides | null): Compared {
  const shown = useVersionText(docId, chosen.seq)
  const from = useVersionText(docId, sides?.from ?? null)
  const to = useVersionText(docId, sides?.to ?? null)
  const writers = useWriters(docId, sides?.from ?? null, sides?.to ?? null)
  const difference = useMemo(() => {
    if (!from.data || !to.data || !writers.data) return undefined
    return versionDifference(from.data.text, to.data.text, writers.data)
  }, [from.data, to.data, writers.data])
  const error = shown.error ?? from.error ?? to.error ?? writers.error
  if (error) return { kind: 'failed', damaged: codeOf(error) === 'conflict' }
  if (!shown.data || (sides && !difference)) return { kind: 'loading' }
  const { text, isIncomplete } = shown.data
  return { kind: 'ready', shown: text, isIncomplete, difference: difference ?? null }
}
