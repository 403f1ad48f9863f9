import * as Y from 'yjs'
import { outcomesLeft } from '../outcomes/outcome-pass'
import { readBoard } from './board'
import { boardTitle, type Entry, entryOf, newId, rootOf } from './board-shape'
import { cardFiles } from './card-files'
import { learnersOn } from './learning'
import type { LeftBehind } from './move-card'
import { isOfOneCard, learnersIn } from './moved-keys'
import { asText } from './plain-values'
import { type Arrival, arriving } from './transfer-edits'

export type BoardCopyWish = {
  title: string
  /** False: only columns, labels and templates. */
  withCards: boolean
  /** What cards take along to where the new board is: files of the new one stand for those of the old. */
  arrival: Omit<Arrival, 'column'>
  createdBy: string
  at: string
}

/** Which cards are copied: archived ones are not. */
function copiedCards(from: Y.Doc, withCards: boolean): string[] {
  const { columns, templates } = readBoard(from)
  const cards = withCards ? columns.flatMap((column) => column.cards) : []
  return [...cards, ...templates].map(({ id }) => id)
}

/** The files the copy has or shows. */
export const copiedFiles = (from: Y.Doc, withCards: boolean): string[] => [
  ...new Set(copiedCards(from, withCards).flatMap((id) => cardFiles(from, id))),
]

/** Who is on cards that are copied and may not read the copy, and which of their outcomes its project does not have. */
export function leftByCopy(
  from: Y.Doc,
  withCards: boolean,
  { mayRead, outcomes }: BoardCopyWish['arrival'],
): Pick<LeftBehind, 'people' | 'outcomes'> {
  const { cards } = readBoard(from)
  const copied = copiedCards(from, withCards).flatMap((id) => cards.get(id) ?? [])
  const people = new Set(copied.flatMap((card) => [...card.assignees, ...learnersOn(card)]))
  const contributed = new Set(copied.flatMap((card) => card.outcomes))
  return {
    people: [...people].filter((id) => !mayRead(id)),
    outcomes: outcomesLeft([...contributed], outcomes),
  }
}

/** A whole new board like this one as one update. Its cards have ids of their own. */
export function boardCopyUpdate(from: Y.Doc, wish: BoardCopyWish): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    boardTitle(doc).insert(0, wish.title)
    const board = readBoard(from)
    for (const { id, order } of board.columns) {
      const column = entryOf(from, 'columns', id)?.clone() ?? new Y.Map<unknown>([['order', order]])
      rootOf(doc, 'columns')?.set(id, column)
      column.delete('removed')
    }
    for (const { id } of board.labels) {
      const label = entryOf(from, 'labels', id)
      if (label) rootOf(doc, 'labels')?.set(id, label.clone())
    }
    const ids = new Map(copiedCards(from, wish.withCards).map((id) => [id, newId()]))
    for (const [id, copy] of ids) {
      const card = entryOf(from, 'cards', id)
      if (card) rootOf(doc, 'cards')?.set(copy, cardCopy(card, wish, ids))
    }
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function cardCopy(card: Entry, wish: BoardCopyWish, ids: ReadonlyMap<string, string>): Entry {
  const copy = new Y.Map<unknown>()
  for (const [key, value] of arriving(card, wish.arrival))
    if (!isOfOneCard(key) && learnersIn(key).every(wish.arrival.mayRead)) copy.set(key, value)
  for (const key of ['place', 'template']) if (card.has(key)) copy.set(key, card.get(key))
  const labels = card.get('labels')
  if (labels instanceof Y.Map) copy.set('labels', labels.clone())
  for (const key of ['partOf', 'duplicates']) {
    const there = ids.get(asText(card.get(key)))
    if (there) copy.set(key, there)
  }
  for (const [key, value] of card.entries()) {
    const there = key.startsWith('blocks:') ? ids.get(key.slice('blocks:'.length)) : undefined
    if (there) copy.set(`blocks:${there}`, value)
  }
  copy.set('createdAt', wish.at)
  copy.set('createdBy', wish.createdBy)
  return copy
}
