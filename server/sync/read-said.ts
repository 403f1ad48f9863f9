/**
 * What a client may say about itself, field by field. Other people's editors resolve a caret while
 * they draw, and one that makes Yjs throw there unbinds them from the document (S12).
 */
import type { presenceKeys } from '@atelier/shared/sync/presence'

type Key = (typeof presenceKeys)[number]

/** Answers undefined for what is not passed on. */
const readers: Record<Key, (value: unknown) => unknown> = {
  cursor: readCursor,
  card: readWord,
  field: readWord,
  point: readPoint,
  held: readHeld,
  view: (value) => readNumbers(value, ['x', 'y', 'zoom']),
  call: (value) => readNumbers(value, ['x', 'y', 'zoom', 'nth']),
}

export const readSaidField = (key: Key, value: unknown): unknown => readers[key](value)

function readPoint(value: unknown) {
  const at = readNumbers(value, ['x', 'y'])
  return at && asRecord(value).laser === true ? { ...at, laser: true } : at
}

/** More is not held in one hand. */
const mostHeld = 24

function readHeld(value: unknown) {
  const by = readNumbers(value, ['x', 'y'])
  if (!by) return by
  const { ids } = asRecord(value)
  const areNames = Array.isArray(ids) && ids.length <= mostHeld && ids.every(isName)
  return areNames ? { ids, ...by } : undefined
}

/** Others compute with them: each is a number that can be drawn. */
function readNumbers(value: unknown, keys: readonly string[]) {
  if (value === null) return null
  const given = asRecord(value)
  const areNumbers = keys.every((key) => Number.isFinite(given[key]))
  return areNumbers ? Object.fromEntries(keys.map((key) => [key, given[key]])) : undefined
}

const longestName = 100

function readWord(value: unknown): string | null | undefined {
  return typeof value === 'string' || value === null ? value : undefined
}

function readCursor(value: unknown) {
  if (value === null) return null
  const { anchor, head } = asRecord(value)
  const [from, to] = [readPosition(anchor), readPosition(head)]
  return from && to ? { anchor: from, head: to } : undefined
}

/** A Yjs relative position as JSON: beside an item, or at an end of a type or a root. */
function readPosition(value: unknown) {
  const given = asRecord(value)
  const { tname = null, assoc = 0 } = given
  const [type, item] = [readId(given.type ?? null), readId(given.item ?? null)]
  if (type === undefined || item === undefined) return undefined
  if (tname !== null && !isName(tname)) return undefined
  if (assoc !== 0 && assoc !== -1) return undefined
  // Yjs throws for a position beside nothing.
  return type || item || tname ? { type, tname, item, assoc } : undefined
}

function readId(value: unknown) {
  if (value === null) return null
  const { client, clock } = asRecord(value)
  return isCount(client) && isCount(clock) ? { client, clock } : undefined
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longestName

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
