import type * as Y from 'yjs'
import { type Board, readBoard } from './board'
import { rootOf } from './board-shape'

/** The board as it is now; what did not change stays the same object (see `readBoard`). */
export type BoardStore = {
  read(): Board
  subscribe(listener: () => void): () => void
}

/** `[card, 'description', block]`: whether a first block is empty is the deepest thing shown. */
const deepestShown = 3

/** Reads the document once for each transaction that touches the board, and only while watched. */
export function createBoardStore(doc: Y.Doc): BoardStore {
  const listeners = new Set<() => void>()
  let board = readBoard(doc)
  const refresh = () => {
    const next = readBoard(doc, board)
    const same = next.columns === board.columns && next.archive === board.archive
    if (same && next.labels === board.labels && next.title === board.title) return
    board = next
    for (const listener of listeners) listener()
  }
  // Letters inside a description change nothing the board shows.
  const hear = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    if (events.some((event) => event.path.length <= deepestShown)) refresh()
  }
  const watch = () => {
    for (const root of roots(doc)) root.observeDeep(hear)
    refresh()
  }
  const unwatch = () => {
    for (const root of roots(doc)) root.unobserveDeep(hear)
  }
  return {
    read: () => board,
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

const roots = (doc: Y.Doc) =>
  (['columns', 'cards', 'labels'] as const).flatMap((root) => rootOf(doc, root) ?? [])
