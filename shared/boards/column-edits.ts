/** What people do with columns. Stale ids change nothing and answer false. */
import * as Y from 'yjs'
import { orderAt, type Spot } from '../basics/order'
import { refuse } from '../refusals'
import { mostInColumn, readBoard } from './board'
import {
  bringIn,
  type Entry,
  edit,
  entryOf,
  longest,
  newId,
  type Removed,
  rootOf,
} from './board-shape'
import { placeOf } from './card'
import { setOrDelete } from './change-card-edits'

/** Answers the new column's id. */
export function addColumn(doc: Y.Doc, name: string, spot: Spot = 'end'): string {
  const given = columnName(name)
  const root = rootOf(doc, 'columns') ?? refuse('invalid')
  const id = newId()
  const entry = new Y.Map<unknown>()
  entry.set('name', given)
  entry.set('order', orderAt(readBoard(doc).columns, id, spot))
  const removed: Removed = { at: new Date().toISOString(), id: newId() }
  bringIn(doc, { root, id, entry, mark: 'removed' }, removed)
  return id
}

export function renameColumn(doc: Y.Doc, id: string, name: string): boolean {
  const given = columnName(name)
  return edit(doc, () => {
    const column = reviveColumn(doc, id)
    if (!column) return false
    if (column.get('name') !== given) column.set('name', given)
    return true
  })
}

export function moveColumn(doc: Y.Doc, id: string, spot: Spot): boolean {
  return edit(doc, () => {
    const { columns } = readBoard(doc)
    if (!columns.some((column) => column.id === id)) return false
    reviveColumn(doc, id)?.set('order', orderAt(columns, id, spot))
    return true
  })
}

/** Warns above so many cards; null for no limit. */
export function setColumnLimit(doc: Y.Doc, id: string, limit: number | null): boolean {
  if (limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= mostInColumn))
    refuse('invalid')
  return changeColumn(doc, id, 'limit', limit)
}

/** What lies in it then counts as finished. */
export const setColumnDone = (doc: Y.Doc, id: string, done: boolean): boolean =>
  changeColumn(doc, id, 'done', done || null)

function changeColumn(doc: Y.Doc, id: string, key: string, value: unknown): boolean {
  return edit(doc, () => {
    const column = reviveColumn(doc, id)
    if (column) setOrDelete(column, key, value)
    return column !== null
  })
}

/** Takes the column off the board and archives the cards that lie in it now: board-shape.ts. */
export function removeColumn(doc: Y.Doc, id: string, at = new Date().toISOString()): boolean {
  return edit(doc, () => {
    const shown = readBoard(doc).columns.find((column) => column.id === id)
    if (!shown) return false
    const removed: Removed = { at, id: newId() }
    for (const { id: cardId } of shown.cards) {
      const card = entryOf(doc, 'cards', cardId)
      card?.set('archived', { ...placeOf(card), at, with: removed.id })
    }
    entryOf(doc, 'columns', id)?.set('removed', removed)
    return true
  })
}

/** Brings a removed column back with the cards it took along and nobody has moved since, also to another board. */
export function restoreColumn(doc: Y.Doc, id: string): boolean {
  return edit(doc, () => {
    const column = entryOf(doc, 'columns', id)
    const removed = column?.get('removed') as Removed | undefined
    if (!column || !removed) return false
    column.delete('removed')
    for (const cardId of readBoard(doc).cards.keys()) {
      const card = entryOf(doc, 'cards', cardId)
      const archived = card?.get('archived') as { with?: unknown } | undefined
      if (archived?.with === removed.id && !card?.has('movedTo')) card?.delete('archived')
    }
    return true
  })
}

/**
 * The column's own map, no longer removed. A column that is only shown because cards name it
 * gets a map, so that it can be renamed and put in order. Null if it is not on the board.
 */
export function reviveColumn(doc: Y.Doc, id: string): Entry | null {
  const column = entryOf(doc, 'columns', id)
  if (column) {
    if (column.has('removed')) column.delete('removed')
    return column
  }
  const { columns } = readBoard(doc)
  const root = rootOf(doc, 'columns')
  if (!root || !columns.some((shown) => shown.id === id)) return null
  const made = new Y.Map<unknown>()
  made.set('name', '')
  made.set('order', orderAt(columns, id, 'end'))
  root.set(id, made)
  return made
}

function columnName(name: string): string {
  const given = name.trim()
  return given === '' || given.length > longest.columnName ? refuse('invalid') : given
}
