/** By which somebody who looked at a card a while ago knows whether it has been elsewhere since. */
import type * as Y from 'yjs'
import { entryOf } from './board-shape'
import { readPlace } from './card'

/** The same until the card comes to this board again. */
export const arrivalOf = (doc: Y.Doc, id: string): string =>
  JSON.stringify(entryOf(doc, 'cards', id)?.get('cameFrom') ?? null)

/** The same until the card comes to this board, or leaves it, again. */
export const trailOf = (doc: Y.Doc, id: string): string =>
  JSON.stringify([arrivalOf(doc, id), entryOf(doc, 'cards', id)?.get('movedTo') ?? null])

/** Put away here it is here; what lies here only because it left once is not. */
export function isOn(doc: Y.Doc, id: string): boolean {
  const entry = entryOf(doc, 'cards', id)
  return entry !== null && !(entry.has('movedTo') && readPlace(entry).archivedAt !== null)
}
