/** Reading JSON of which nothing is known. None of these throws, whatever stands there. */
import { asRecord, asText } from '@atelier/shared/boards/plain-values'

export type Loose = Readonly<Record<string, unknown>>

/** Those in a list that are objects. */
export const recordsIn = (value: unknown): Loose[] =>
  Array.isArray(value) ? value.filter(isPlain) : []

const isPlain = (item: unknown): item is Loose => asRecord(item) !== null && !Array.isArray(item)

export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** Also of a number. */
export const wordsOf = (value: unknown): string =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : asText(value)

export const recordAt = (value: unknown, key: string): Loose =>
  asRecord(asRecord(value)?.[key]) ?? {}

/** By the number at a key of theirs; what has none comes last, in its order. */
export const byPosition = (items: readonly Loose[], key = 'pos'): Loose[] =>
  [...items].sort((a, b) => position(a[key]) - position(b[key]))

const position = (at: unknown) =>
  typeof at === 'number' && Number.isFinite(at) ? at : Number.MAX_VALUE

/** By what stands at a key of theirs. */
export function grouped(items: readonly Loose[], keyOf: (item: Loose) => string) {
  const groups = new Map<string, Loose[]>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known) known.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
