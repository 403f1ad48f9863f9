import type { Board, Column } from '@atelier/shared/boards/board'
import type { BoardStore } from '@atelier/shared/boards/board-store'
import type { BoardUndo } from '@atelier/shared/boards/board-undo'
import type { Card } from '@atelier/shared/boards/card'
import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { PersonCard } from '@atelier/shared/people/person'
import { createContext, use, useSyncExternalStore } from 'react'
import type { Room } from '../sync/room'
import type { CardFaces } from './card-faces'
import type { CardSelection } from './card-selection'
import type { LaneQuestions } from './lanes/lane-question'

/** What every part of one board's screen has in common. Its identity is stable while the room is open. */
export type BoardDesk = {
  room: Room
  store: BoardStore
  undo: Pick<BoardUndo, 'undo' | 'redo'>
  faces: CardFaces
  selection: CardSelection
  questions: LaneQuestions
  /** False for people who may only read or comment. */
  editable: boolean
  people: ReadonlyMap<string, PersonCard>
  /** Of the board's project, in its order, archived ones among them. */
  outcomes: readonly Outcome[]
  openCard(id: string | null): void
  /** Opens the "Move to…" dialog for a card. */
  askWhere(id: string): void
  /** Says it to screen readers, politely. */
  announce(words: string): void
}

const BoardContext = createContext<BoardDesk | null>(null)
export const BoardDeskProvider = BoardContext.Provider

export function useDesk(): BoardDesk {
  const desk = use(BoardContext)
  if (!desk) throw new Error('a part of the board is drawn outside of a board')
  return desk
}

/** A part of the board; draws again only when that part changed. `select` must answer what the board holds. */
export function useBoardPart<T>(select: (board: Board) => T): T {
  const { store } = useDesk()
  return useSyncExternalStore(store.subscribe, () => select(store.read()))
}

export const useColumns = (): readonly Column[] => useBoardPart((board) => board.columns)
export const useCard = (id: string): Card | undefined =>
  useBoardPart((board) => board.cards.get(id))
