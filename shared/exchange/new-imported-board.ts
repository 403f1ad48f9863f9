import * as Y from 'yjs'
import { orderBetween } from '../basics/order'
import { boardTitle, type Entry, newId, type Place, type Root, rootOf } from '../boards/board-shape'
import { cardDescription } from '../boards/card-edits'
import { type UnknownKeys, unknownPairs } from '../boards/unknown-keys'
import { putBody } from '../docs/new-doc'
import { refuse } from '../refusals'
import type { ImportedBoard, ImportedCard } from './imported-board'
import { tellNowAndThen } from './tell-now-and-then'

/**
 * A board that was brought in, as the update that creates its room (S13). How it lies there:
 * board-shape.ts. In linear time: `addCard` and its like read the board at every call.
 */
export function importedBoardUpdate(
  board: ImportedBoard,
  createdBy: string,
  tell?: (done: number, of: number) => void,
): Uint8Array {
  const doc = new Y.Doc()
  const made = tellNowAndThen(board.cards.length, tell)
  let nth = 0
  doc.transact(() => {
    boardTitle(doc).insert(0, board.title)
    const removals = new Map<string, string>()
    for (const [order, { id, name, limit, done, removedAt, unknownKeys }] of ordered(
      board.columns,
    )) {
      const removed = removedAt === undefined ? null : { at: removedAt, id: newId() }
      if (removed) removals.set(id, removed.id)
      const values = { name, order, limit, done: done || null, removed }
      put(doc, 'columns', id, { ...unknown(unknownKeys), ...values })
    }
    for (const [order, { id, name, colour, unknownKeys }] of ordered(board.labels))
      put(doc, 'labels', id, { ...unknown(unknownKeys), name, colour, order })
    for (const [order, card] of ordered(board.cards)) {
      const place = { column: card.column, order }
      const gone = card.isArchivedWithColumn ? removals.get(card.column) : undefined
      put(doc, 'cards', card.id, { ...valuesOf(card, place, gone), createdBy })
      const description = cardDescription(doc, card.id)
      if (description && card.description) putBody(description, card.description)
      made(++nth)
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
  const found = rootOf(doc, root) ?? refuse('invalid')
  found.set(id, mapOf(values))
}

function mapOf(values: Record<string, unknown>): Entry {
  const entry: Entry = new Y.Map()
  for (const [key, value] of Object.entries(values)) if (value !== null) entry.set(key, value)
  return entry
}

function valuesOf(
  card: ImportedCard,
  place: Place,
  removal: string | undefined,
): Record<string, unknown> {
  const { start, due, estimate, cover, partOf, duplicates, createdAt, archivedAt } = card
  const gone = removal === undefined ? {} : { with: removal }
  return {
    ...unknown(card.unknownKeys),
    title: new Y.Text(card.title),
    description: new Y.XmlFragment(),
    place,
    labels: new Y.Map(card.labels.map((label) => [label, true])),
    ...{ start, due, estimate, cover, partOf, duplicates },
    ...keysOf('assignee', card.assignees),
    ...keysOf(
      'outcome',
      card.outcomes.map(({ id }) => id),
    ),
    ...keysOf('blocks', card.blocks),
    ...Object.fromEntries(card.attachments.map(({ id, ...facts }) => [`file:${id}`, facts])),
    ...checklistsOf(card),
    ...learningOf(card),
    template: card.isTemplate || null,
    createdAt: createdAt ?? new Date().toISOString(),
    archived: archivedAt === null ? null : { ...place, at: archivedAt, ...gone },
  }
}

const unknown = (keys: UnknownKeys | undefined) => Object.fromEntries(unknownPairs(keys))

const keysOf = (kind: string, ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [`${kind}:${id}`, true]))

function checklistsOf({ checklists }: ImportedCard): Record<string, unknown> {
  const entries: [string, Entry][] = []
  for (const [order, { name, items }] of ordered(checklists)) {
    const list = newId()
    entries.push([`list:${list}`, mapOf({ name, order })])
    for (const [at, { text, done }] of ordered(items)) {
      const item = { text, place: { list, order: at }, done: done || null }
      entries.push([`item:${newId()}`, mapOf(item)])
    }
  }
  return Object.fromEntries(entries)
}

const learningOf = ({ goals, learned, asked }: ImportedCard) =>
  Object.fromEntries([
    ...goals.map(({ person, text }) => [`goal:${person}`, new Y.Text(text)]),
    ...goals.flatMap(({ person, helpers }) =>
      helpers.map((helper) => [`helper:${person}:${helper}`, true]),
    ),
    ...learned.map(({ person, text }) => [`learned:${person}`, new Y.Text(text)]),
    ...asked.map((person) => [`asked:${person}`, new Date().toISOString()]),
  ])
