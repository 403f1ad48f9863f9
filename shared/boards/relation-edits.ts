/** Relations between the cards of a board: relations.ts. */
import type * as Y from 'yjs'
import { entryOf, partsOf } from './board-shape'
import { changeCard, setOrDelete } from './change-card-edits'
import { asText } from './plain-values'
import { leadsTo } from './relations'

/** `circle`: nothing was written, for it would lead back to where it began. `gone`: no such card. */
export type RelationAnswer = 'done' | 'circle' | 'gone'

/** The second waits until the first is done. */
export function addBlock(doc: Y.Doc, blocking: string, waiting: string): RelationAnswer {
  if (!areThere(doc, blocking, waiting)) return 'gone'
  if (leadsTo((id) => blockedIn(doc, id), waiting, blocking)) return 'circle'
  changeCard(doc, blocking, (card) => setOrDelete(card, `blocks:${waiting}`, true))
  return 'done'
}

export const removeBlock = (doc: Y.Doc, blocking: string, waiting: string): boolean =>
  changeCard(doc, blocking, (card) => setOrDelete(card, `blocks:${waiting}`, null))

/** A card is part of one other at most; null for none. */
export const setPartOf = (doc: Y.Doc, part: string, whole: string | null): RelationAnswer =>
  point(doc, part, 'partOf', whole)

/** A card says the same as one other at most; null for none. */
export const setDuplicateOf = (doc: Y.Doc, card: string, original: string | null): RelationAnswer =>
  point(doc, card, 'duplicates', original)

function point(
  doc: Y.Doc,
  from: string,
  key: 'partOf' | 'duplicates',
  to: string | null,
): RelationAnswer {
  if (!areThere(doc, from, to ?? from)) return 'gone'
  const next = (id: string) => asText(entryOf(doc, 'cards', id)?.get(key))
  if (to !== null && leadsTo((id) => [next(id)].filter(Boolean), to, from)) return 'circle'
  changeCard(doc, from, (card) => setOrDelete(card, key, to))
  return 'done'
}

const areThere = (doc: Y.Doc, ...ids: string[]) =>
  ids.every((id) => entryOf(doc, 'cards', id) !== null)

function blockedIn(doc: Y.Doc, id: string): string[] {
  const card = entryOf(doc, 'cards', id)
  const pairs = (card && partsOf(card).get('blocks')) || []
  return pairs.flatMap(([other, on]) => (on === true ? other : []))
}
