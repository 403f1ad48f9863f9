import * as Y from 'yjs'
import { type Board, readBoard, readTitle } from './board'
import { boardTitle, type Root, rootOf } from './board-shape'

/** The board as it is now; what did not change stays the same object (see `readBoard`). */
export type BoardStore = {
  read(): Board
  subscribe(listener: () => void): () => void
}

/** `[card, 'description', block]`: whether a first block is empty is the deepest thing shown. */
const deepestShown = 3

type Events = Y.YEvent<Y.AbstractType<unknown>>[]

const stores = new WeakMap<Y.Doc, BoardStore>()

/**
 * One for all who look at the document: React may begin to draw a screen several times, and to read five
 * thousand cards takes longer than to draw those in view. Reads again what a transaction touched, and only
 * while watched: a card that changes costs the same on a board of five thousand.
 */
export function boardStoreOf(doc: Y.Doc): BoardStore {
  const known = stores.get(doc)
  if (known) return known
  const store = createBoardStore(doc)
  stores.set(doc, store)
  return store
}

function createBoardStore(doc: Y.Doc): BoardStore {
  const listeners = new Set<() => void>()
  let board = readBoard(doc)
  // While nobody watches: to read all again costs, and is done where something came since.
  let isOld = false
  const grow = () => {
    isOld = true
  }
  doc.on('afterTransaction', grow)
  const catchUp = () => {
    if (!isOld) return
    isOld = false
    board = readBoard(doc, board)
  }
  const show = (next: Board) => {
    const isSame = parts.every((part) => next[part] === board[part])
    if (isSame) return
    board = next
    for (const listener of listeners) listener()
  }
  const hearCards = (events: Events) => {
    // Letters inside a description change nothing the board shows.
    const shown = events.filter((event) => event.path.length <= deepestShown)
    if (shown.length > 0) show(readBoard(doc, board, cardsIn(shown)))
  }
  const hearRest = () => show(readBoard(doc, board))
  const hearTitle = () => show({ ...board, title: readTitle(doc) })
  const heard = [
    ['cards', hearCards],
    ['columns', hearRest],
    ['labels', hearRest],
  ] as const
  const watch = () => {
    for (const [root, hear] of heard) rootOf(doc, root satisfies Root)?.observeDeep(hear)
    titleOf(doc)?.observe(hearTitle)
    doc.off('afterTransaction', grow)
    catchUp()
  }
  const unwatch = () => {
    for (const [root, hear] of heard) rootOf(doc, root)?.unobserveDeep(hear)
    titleOf(doc)?.unobserve(hearTitle)
    doc.on('afterTransaction', grow)
  }
  return {
    read() {
      catchUp()
      return board
    },
    subscribe(listener) {
      if (listeners.size === 0) watch()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) unwatch()
      }
    },
  }
}

const parts = ['columns', 'archive', 'templates', 'labels', 'title', 'cards'] as const

/** Null where a broken document holds something else by that name. */
function titleOf(doc: Y.Doc): Y.Text | null {
  const found = doc.share.get('title')
  const usable = !found || found instanceof Y.Text || found.constructor === Y.AbstractType
  return usable ? boardTitle(doc) : null
}

/** The ids of the cards these events are about. */
function cardsIn(events: Events): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(key)
  }
  return ids
}
