/** Somebody else at the same board, without a screen. */
import { boardStoreOf } from '@atelier/shared/boards/board-store'
import { moveCard } from '@atelier/shared/boards/card-edits'
import * as Y from 'yjs'
import { columnNames, type PlainCard } from './big-board'

export type MovingOther = {
  doc: Y.Doc
  /** Takes the last card of a column to the first place of another. */
  move(from: number, to: number): void
  /** How many cards are in each column. */
  counts(): number[]
}

export function ourOther(doc: Y.Doc): MovingOther {
  const store = boardStoreOf(doc)
  store.subscribe(() => undefined)
  const column = (nth: number) => store.read().columns[nth]
  return {
    doc,
    move(from, to) {
      const last = column(from)?.cards.at(-1)
      if (last) moveCard(doc, last.id, { column: column(to)?.id ?? '', spot: 'top' })
    },
    counts: () => store.read().columns.map(({ cards }) => cards.length),
  }
}

export function plainOther(doc: Y.Doc): MovingOther {
  const list = doc.getArray<PlainCard>('cards')
  const columnOf = (nth: number) => columnNames[nth] as string
  return {
    doc,
    move(from, to) {
      const at = list.toArray().findLastIndex(({ column }) => column === columnOf(from))
      const card = list.get(at)
      doc.transact(() => {
        list.delete(at)
        list.insert(0, [{ ...card, column: columnOf(to) }])
      })
    },
    counts: () =>
      columnNames.map((name) => list.toArray().filter(({ column }) => column === name).length),
  }
}

export function plainBoardUpdate(cards: readonly PlainCard[]): Uint8Array {
  const doc = new Y.Doc()
  doc.getArray<PlainCard>('cards').push([...cards])
  return Y.encodeStateAsUpdate(doc)
}
