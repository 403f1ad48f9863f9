/** A board made like another, and what lists know of it. Without a database: it is made in a thread. */
import { type Board, readBoard } from '@atelier/shared/boards/board'
import type { LeftBehind } from '@atelier/shared/boards/move-card'
import {
  type BoardCopyWish,
  boardCopyUpdate,
  copiedFiles,
  leftByCopy,
} from '@atelier/shared/boards/new-board-copy'
import { docOf } from '@atelier/shared/docs/new-doc'
import { type NamedOutcomes, outcomePass } from '@atelier/shared/outcomes/outcome-pass'
import type { BoardColumns } from './board-queries'
import { type CardRow, cardRowsOf } from './card-rows'

/** All of it can be sent to a thread. `update` is the whole board, and `files` are its own, by their new ids. */
export type CopyJob = Omit<BoardCopyWish, 'arrival'> & {
  update: Uint8Array
  files: ReadonlyMap<string, string>
  /** Null within the project. */
  there: { readers: ReadonlySet<string>; outcomes: NamedOutcomes } | null
}

export type BoardCopy = {
  update: Uint8Array
  columns: BoardColumns
  cards: CardRow[]
  /** Which of the files it has or shows. */
  files: string[]
  left: Pick<LeftBehind, 'people' | 'outcomes'>
}

export function boardCopy({ update, files, there, ...wish }: CopyJob): BoardCopy {
  const from = docOf(update)
  const arrival = {
    files,
    mayRead: (id: string) => there === null || there.readers.has(id),
    outcomes: there && outcomePass(there.outcomes),
  }
  const copy = boardCopyUpdate(from, { ...wish, arrival })
  const doc = docOf(copy)
  const board = readBoard(doc)
  return {
    update: copy,
    columns: columnsOf(board),
    cards: cardRowsOf(doc, board),
    files: copiedFiles(from, wish.withCards).filter((id) => files.has(id)),
    left: leftByCopy(from, wish.withCards, arrival),
  }
}

const columnsOf = ({ columns }: Board): BoardColumns =>
  columns.slice(0, 50).map(({ name, cards }) => ({ title: name.slice(0, 80), cards: cards.length }))
