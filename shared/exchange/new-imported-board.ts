import type { JSONContent } from '@tiptap/core'
import * as Y from 'yjs'
import { orderBetween } from '../basics/order'
import { boardTitle, type Entry, type Place, type Root, rootOf } from '../boards/board-shape'
import { cardDescription } from '../boards/card-edits'
import type { LabelColour } from '../boards/label'
import { putBody } from '../docs/new-doc'
import { refuse } from '../refusals'

/** Labels, columns and cards in their order. Ids are what a board makes (`newId`), each once. */
export type ImportedBoard = {
  title: string
  labels: readonly { id: string; name: string; colour: LabelColour }[]
  columns: readonly { id: string; name: string }[]
  cards: readonly ImportedCard[]
}

export type ImportedCard = {
  id: string
  title: string
  /** Only that of an archived card need not be on the board. */
  column: string
  labels: readonly string[]
  assignee: string | null
  due: string | null
  createdAt: string | null
  /** Null while the card is on the board. */
  archivedAt: string | null
  /** Tidy; null where there is none. */
  description: JSONContent | null
}

/**
 * A board that was brought in, as the update that creates its room (S13). How it lies there:
 * board-shape.ts. In linear time: `addCard` and its like read the board at every call.
 */
export function importedBoardUpdate(board: ImportedBoard, createdBy: string): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    boardTitle(doc).insert(0, board.title)
    for (const [order, { id, name }] of ordered(board.columns))
      put(doc, 'columns', id, { name, order })
    for (const [order, { id, name, colour }] of ordered(board.labels))
      put(doc, 'labels', id, { name, colour, order })
    for (const [order, card] of ordered(board.cards)) {
      const place = { column: card.column, order }
      put(doc, 'cards', card.id, { ...valuesOf(card, place), createdBy })
      const description = cardDescription(doc, card.id)
      if (description && card.description) putBody(description, card.description)
    }
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function* ordered<T>(items: readonly T[]): Generator<[order: string, item: T]> {
  let last: string | null = null
  for (const item of items) {
    last = orderBetween(last, null)
    yield [last, item]
  }
}

/** What is null is left out. */
function put(doc: Y.Doc, root: Root, id: string, values: Record<string, unknown>): void {
  const entry: Entry = new Y.Map()
  for (const [key, value] of Object.entries(values)) if (value !== null) entry.set(key, value)
  const found = rootOf(doc, root) ?? refuse('invalid')
  found.set(id, entry)
}

function valuesOf(card: ImportedCard, place: Place): Record<string, unknown> {
  const { assignee, due, createdAt, archivedAt } = card
  return {
    title: new Y.Text(card.title),
    description: new Y.XmlFragment(),
    place,
    labels: new Y.Map(card.labels.map((label) => [label, true])),
    assignee,
    due,
    createdAt: createdAt ?? new Date().toISOString(),
    archived: archivedAt === null ? null : { ...place, at: archivedAt },
  }
}
