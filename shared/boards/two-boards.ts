/** Test kit: people with a replica each, and a wire that delivers when and in which order it is told. */
import * as Y from 'yjs'
import { type Board, readBoard } from './board'
import { newBoardUpdate } from './new-board'

export type Person = { doc: Y.Doc; sent: Uint8Array[] }

/** Columns To do, Doing and Done; cards a and b in To do, c in Doing. */
export const startingBoard = (): Uint8Array =>
  newBoardUpdate({
    title: 'Milling line',
    columns: ['To do', 'Doing', 'Done'],
    labels: [{ name: 'Urgent', colour: 'red' }],
    cards: [
      { title: 'a', column: 'To do' },
      { title: 'b', column: 'To do' },
      { title: 'c', column: 'Doing' },
    ],
  })

export function person(clientId: number, start: Uint8Array): Person {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, start, 'wire')
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') sent.push(update)
  })
  return { doc, sent }
}

function deliver(from: Person, to: Person): void {
  for (const update of from.sent) Y.applyUpdate(to.doc, update, 'wire')
}

/** Both people hear each other, and must then see the same. */
export function meet(ana: Person, ben: Person): Board {
  deliver(ana, ben)
  deliver(ben, ana)
  const [seen, alsoSeen] = [readBoard(ana.doc), readBoard(ben.doc)]
  if (JSON.stringify(plain(seen)) !== JSON.stringify(plain(alsoSeen)))
    throw new Error('two people see different boards')
  return seen
}

/**
 * Runs a simultaneous edit four times: with the higher client id on either side (Yjs lets the
 * higher one win) and with either side heard first.
 */
export function bothOrders(run: (people: { ana: Person; ben: Person }) => void): void {
  const start = startingBoard()
  run({ ana: person(1, start), ben: person(2, start) })
  run({ ana: person(2, start), ben: person(1, start) })
}

export const plain = (board: Board) => ({ ...board, cards: [...board.cards.entries()].sort() })

/** Column names with their cards' titles. */
export const layout = (board: Board): Record<string, string[]> =>
  Object.fromEntries(board.columns.map(({ name, cards }) => [name, cards.map((c) => c.title)]))

export const columnId = (board: Board, name: string): string =>
  board.columns.find((column) => column.name === name)?.id ?? `no column ${name}`
export const cardId = (board: Board, title: string): string =>
  [...board.cards.values()].find((card) => card.title === title)?.id ?? `no card ${title}`
