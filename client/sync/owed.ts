/**
 * What a tab owes the server or has to hand back. Each tab of a person notes its own beside a
 * room's copy on the device: what one of them has stored says nothing of the others.
 */
import type { LostReason, RefusedEdits } from './room'

/** From which clock on, for each of the client ids this person has written with. */
export type OwedFrom = [client: number, clock: number][]

export type Owed = {
  /** How many changes were not stored. */
  unstored: number
  /** Where these changes are. */
  owedFrom: OwedFrom
  refused: RefusedEdits | null
}

export const nothingOwed: Owed = { unstored: 0, owedFrom: [], refused: null }

export const isOwing = ({ unstored, refused }: Owed): boolean => unstored > 0 || refused !== null

/** What all of them owe together. */
export const allOwed = (notes: readonly Owed[]): Owed =>
  notes.filter(isOwing).reduce(
    (all, note) => ({
      unstored: all.unstored + note.unstored,
      owedFrom: fromEarliest(all.owedFrom, note.owedFrom),
      refused: bothRefused(all.refused, note.refused),
    }),
    nothingOwed,
  )

export function fromEarliest(one: OwedFrom, other: OwedFrom): OwedFrom {
  const from = new Map(one)
  for (const [client, clock] of other) {
    from.set(client, Math.min(clock, from.get(client) ?? clock))
  }
  return [...from]
}

/** Two tabs may have noted the same. */
export function bothRefused(
  one: RefusedEdits | null,
  other: RefusedEdits | null,
): RefusedEdits | null {
  if (!other) return one
  const words = one?.text === other.text ? '' : other.text
  return refusedToo(one, other.reason, words, other.about ?? [])
}

/** Beside what was refused before, and nobody has dismissed. */
export function refusedToo(
  before: RefusedEdits | null,
  reason: LostReason,
  words: string,
  titles: readonly string[],
): RefusedEdits {
  const text = [before?.text, words].filter(Boolean).join('\n')
  const about = [...new Set([...(before?.about ?? []), ...titles])]
  return { reason, text, ...(about.length > 0 && { about }) }
}
