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
  ...(['blockedBy', 'blocks', 'whole', 'parts', 'original', 'duplicates'] as const),
]
export type RelationKind = (typeof relationKinds)[number]

const none: readonly string[] = []

export function othersOf(found: Relations, card: string, kind: RelationKind): readonly string[] {
  if (kind === 'whole' || kind === 'original') {
    const other = (kind === 'whole' ? found.wholeOf : found.originalOf).get(card)
    return other === undefined ? none : [other]
  }
  return found[kind].get(card) ?? none
}

export function relate(doc: Doc, kind: RelationKind, card: string, other: string): RelationAnswer {
  switch (kind) {
    case 'blockedBy':
      return addBlock(doc, other, card)
    case 'blocks':
      return addBlock(doc, card, other)
    case 'whole':
      return setPartOf(doc, card, other)
    case 'parts':
      return setPartOf(doc, other, card)
    case 'original':
      return setDuplicateOf(doc, card, other)
    case 'duplicates':
      return setDuplicateOf(doc, other, card)
  }
}

export function unrelate(doc: Doc, kind: RelationKind, card: string, other: string): unknown {
  switch (kind) {
    case 'blockedBy':
      return removeBlock(doc, other, card)
    case 'blocks':
      return removeBlock(doc, card, other)
    case 'whole':
      return setPartOf(doc, card, null)
    case 'parts':
      return setPartOf(doc, other, null)
    case 'original':
      return setDuplicateOf(doc, card, null)
    case 'duplicates':
      return setDuplicateOf(doc, other, null)
  }
}
