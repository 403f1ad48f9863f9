/** The ways in which a card can hang together with another, seen from the one that is open. */
import {
  addBlock,
  type RelationAnswer,
  removeBlock,
  setDuplicateOf,
  setPartOf,
} from '@atelier/shared/boards/relation-edits'
import type { Relations } from '@atelier/shared/boards/relations'
import type { Doc } from 'yjs'

export const relationKinds = [
  'blockedBy',
  'blocks',
  'whole',
  'parts',
  'original',
  'duplicates',
] as const
export type RelationKind = (typeof relationKinds)[number]

const none: readonly string[] = []

export function othersOf(found: Relations, card: string, kind: RelationKind): readonly string[] {
  if (kind === 'whole' || kind === 'original') {
    const other = (kind === 'whole' ? found.wholeOf : found.originalOf).get(card)
    return other === undefined ? none : [other]
  }
  return found[kind].get(card) ?? none
}

/** Those that are kept with the other card: there it is the same one, seen from its other end. */
const turned: readonly RelationKind[] = ['blockedBy', 'parts', 'duplicates']

const ends = (kind: RelationKind, card: string, other: string): [from: string, to: string] =>
  turned.includes(kind) ? [other, card] : [card, other]

export function relate(doc: Doc, kind: RelationKind, card: string, other: string): RelationAnswer {
  const [from, to] = ends(kind, card, other)
  if (kind === 'blocks' || kind === 'blockedBy') return addBlock(doc, from, to)
  if (kind === 'whole' || kind === 'parts') return setPartOf(doc, from, to)
  return setDuplicateOf(doc, from, to)
}

export function unrelate(doc: Doc, kind: RelationKind, card: string, other: string): unknown {
  const [from, to] = ends(kind, card, other)
  if (kind === 'blocks' || kind === 'blockedBy') return removeBlock(doc, from, to)
  if (kind === 'whole' || kind === 'parts') return setPartOf(doc, from, null)
  return setDuplicateOf(doc, from, null)
}
