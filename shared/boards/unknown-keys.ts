/**
 * What a newer version wrote into a board that this one knows nothing of, as JSON, so that it can be taken along in
 * a file and put back. Nothing of it is shown, and nothing in it is understood: ids in it stay as they were.
 */
import * as Y from 'yjs'
import type { Entry, Root } from './board-shape'
import { kindOf } from './moved-keys'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type UnknownValue =
  | { plain: Json }
  | { text: string }
  | { map: UnknownKeys }
  | { list: UnknownValue[] }
export type UnknownKeys = { [key: string]: UnknownValue }

/** Of one entry. */
const mostKeys = 100
const mostDeep = 6
const mostLetters = 50_000
const longestKey = 200

const removable = ['name', 'order', 'removed']
/** The page of keys is board-shape.ts; of keys with a colon what stands before it. */
const known: Record<Root, ReadonlySet<string>> = {
  columns: new Set([...removable, 'limit', 'done']),
  labels: new Set([...removable, 'colour']),
  cards: new Set([
    ...['title', 'description', 'place', 'labels', 'archived', 'template', 'movedTo', 'leftAs'],
    ...['cameFrom', 'start', 'due', 'estimate', 'cover', 'partOf', 'duplicates', 'createdBy'],
    ...['createdAt', 'assignee', 'outcome', 'leftOutcome', 'blocks', 'file', 'list', 'item'],
    ...['goal', 'learned', 'helper', 'asked'],
  ]),
}
const neverKeys = ['__proto__', 'constructor', 'prototype']

const isUnknown = (root: Root, key: string) =>
  !known[root].has(kindOf(key)) && isKey(key) && key !== ''
const isKey = (key: string) => key.length <= longestKey && !neverKeys.includes(key)

/** Undefined where there is nothing. Formatted text and bytes are not taken along. */
export function unknownIn(root: Root, entry: Entry): UnknownKeys | undefined {
  return bounded(
    [...entry.entries()].flatMap(([key, value]): [string, UnknownValue][] => {
      const found = isUnknown(root, key) ? jsonValueOf(value, 0) : null
      return found === null ? [] : [[key, found]]
    }),
  )
}

/** Of what stands in a file, what this version may put back: nothing under a key that means something here. */
export function readUnknown(root: Root, written: unknown): UnknownKeys | undefined {
  return bounded(
    pairsIn(written).flatMap(([key, value]): [string, UnknownValue][] => {
      const found = isUnknown(root, key) ? readValue(value, 0) : null
      return found === null ? [] : [[key, found]]
    }),
  )
}

/** As it lies in a room: what is set on an entry. */
export const unknownPairs = (keys: UnknownKeys | undefined): [string, unknown][] =>
  Object.entries(keys ?? {}).map(([key, value]) => [key, sharedOf(value)])

/** How much it makes a room hold. */
export const countUnknown = (keys: UnknownKeys | undefined): number =>
  Object.values(keys ?? {}).reduce((sum, value) => sum + countOf(value), 0)

function countOf(value: UnknownValue): number {
  if ('map' in value) return 1 + countUnknown(value.map)
  if ('list' in value) return value.list.reduce((sum, item) => sum + countOf(item), 1)
  return 1
}

function bounded(pairs: readonly [string, UnknownValue][]): UnknownKeys | undefined {
  let letters = 0
  const fit = pairs.slice(0, mostKeys).filter(([key, value]) => {
    const length = key.length + JSON.stringify(value).length
    if (letters + length > mostLetters) return false
    letters += length
    return true
  })
  return fit.length === 0 ? undefined : Object.fromEntries(fit)
}

const pairsIn = (written: unknown): [string, unknown][] =>
  typeof written === 'object' && written !== null && !Array.isArray(written)
    ? Object.entries(written)
    : []

function jsonValueOf(value: unknown, deep: number): UnknownValue | null {
  if (deep > mostDeep) return null
  if (value instanceof Y.XmlText || value instanceof Y.XmlFragment) return null
  if (value instanceof Y.Text) return { text: value.toString() }
  if (value instanceof Y.Map)
    return mapFrom([...value.entries()], (one) => jsonValueOf(one, deep + 1))
  if (value instanceof Y.Array)
    return { list: value.toArray().flatMap((one) => jsonValueOf(one, deep + 1) ?? []) }
  if (value instanceof Y.AbstractType || value instanceof Y.Doc) return null
  return plainOf(value, deep)
}

function readValue(written: unknown, deep: number): UnknownValue | null {
  if (deep > mostDeep) return null
  const [[kind, value] = ['', null], more] = pairsIn(written)
  if (more !== undefined) return null
  if (kind === 'text') return typeof value === 'string' ? { text: value } : null
  if (kind === 'map') return mapFrom(pairsIn(value), (one) => readValue(one, deep + 1))
  if (kind === 'list')
    return Array.isArray(value)
      ? { list: value.flatMap((one) => readValue(one, deep + 1) ?? []) }
      : null
  return kind === 'plain' ? plainOf(value, deep) : null
}

const mapFrom = (
  pairs: readonly [string, unknown][],
  read: (value: unknown) => UnknownValue | null,
): UnknownValue => ({
  map: Object.fromEntries(
    pairs
      .filter(([key]) => isKey(key))
      .flatMap(([key, value]) => {
        const found = read(value)
        return found === null ? [] : [[key, found]]
      }),
  ),
})

function plainOf(value: unknown, deep: number): UnknownValue | null {
  const plain = jsonOf(value, deep)
  return plain === undefined ? null : { plain }
}

/** Undefined for what JSON cannot say. */
function jsonOf(value: unknown, deep: number): Json | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (deep > mostDeep || typeof value !== 'object' || ArrayBuffer.isView(value)) return undefined
  if (Array.isArray(value)) return value.map((item) => jsonOf(item, deep + 1) ?? null)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isKey(key))
      .flatMap(([key, item]) => {
        const found = jsonOf(item, deep + 1)
        return found === undefined ? [] : [[key, found]]
      }),
  )
}

function sharedOf(value: UnknownValue): unknown {
  if ('text' in value) return new Y.Text(value.text)
  if ('map' in value) return new Y.Map(unknownPairs(value.map))
  if (!('list' in value)) return value.plain
  const list = new Y.Array<unknown>()
  list.push(value.list.map(sharedOf))
  return list
}
