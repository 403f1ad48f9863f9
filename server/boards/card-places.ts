import { rootOf } from '@atelier/shared/boards/board-shape'
import { noColumn, readPlace } from '@atelier/shared/boards/card'
import { cardId } from '@atelier/shared/references/reference'
import * as Y from 'yjs'
import { Authors } from './authors'

/**
 * Where a card on the board is. `key` is the same as long as nobody moves it, and never comes again:
 * orders have a random tail. `mover` is who put it there, null where that is not known.
 */
export type CardPlace = { card: string; column: string; key: string; mover: string | null }

export function cardPlaces(doc: Y.Doc, authors: Authors = new Authors()): CardPlace[] {
  const places: CardPlace[] = []
  for (const [id, entry] of rootOf(doc, 'cards')?.entries() ?? []) {
    if (!(entry instanceof Y.Map) || !cardId.safeParse(id).success) continue
    const { column: named, order, archivedAt, isTemplate } = readPlace(entry)
    // Anything may stand there; no rule is about what is no column's id.
    const column = cardId.safeParse(named).success ? named : noColumn
    if (archivedAt !== null || isTemplate) continue
    const mover = authors.of(entry._map.get('place')?.id)
    places.push({ card: id, column, key: `${column}/${order}`, mover })
  }
  return places
}
