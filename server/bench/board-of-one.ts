/** One person's board without a screen: what is read for it is read again whenever it changes. */
import { boardStoreOf } from '@atelier/shared/boards/board-store'
import { moveCard } from '@atelier/shared/boards/card-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import * as Y from 'yjs'

type Random = (below: number) => number

export type BoardOfOne = () => {
  doc: Y.Doc
  /** Moves some card to some place. */
  move(random: Random): void
  /** Their names, column by column, as they are on the screen. */
  cards(): string[]
}

const columns = ['Ideas', 'Next', 'Doing', 'Checking', 'Done']
const seeds = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    title: `Card ${nth + 1}`,
    column: columns[nth % columns.length] as string,
  }))

export function ourBoard(count: number): BoardOfOne {
  const update = newBoardUpdate({ title: 'Board', columns, cards: seeds(count) })
  return () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update, 'heard')
    const store = boardStoreOf(doc)
    store.subscribe(() => undefined)
    return {
      doc,
      move(random) {
        const board = store.read()
        const ids = [...board.cards.keys()]
        const id = ids[random(ids.length)] ?? ''
        const column = board.columns[random(columns.length)]
        const beside = column?.cards[random(Math.max(1, column.cards.length))]
        if (column)
          moveCard(doc, id, { column: column.id, spot: beside ? { before: beside.id } : 'end' })
      },
      cards: () => store.read().columns.flatMap(({ cards }) => cards.map(({ title }) => title)),
    }
  }
}

type PlainCard = { title: string; column: string }

/** As a board is usually kept: a list of cards, in which a move takes one out and puts it in again. */
export function plainBoard(count: number): BoardOfOne {
  const first = new Y.Doc()
  first.getArray<PlainCard>('cards').push(seeds(count))
  const update = Y.encodeStateAsUpdate(first)
  return () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update, 'heard')
    const list = doc.getArray<PlainCard>('cards')
    const read = () => {
      const all = list.toArray()
      return columns.map((column) => all.filter((card) => card.column === column))
    }
    let shown = read()
    list.observe(() => {
      shown = read()
    })
    return {
      doc,
      move(random) {
        const from = random(list.length)
        const card = list.get(from)
        const column = columns[random(columns.length)] as string
        const to = random(list.length)
        doc.transact(() => {
          list.delete(from)
          list.insert(Math.min(to, list.length), [{ ...card, column }])
        })
      },
      cards: () => shown.flat().map(({ title }) => title),
    }
  }
}
