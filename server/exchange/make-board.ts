import { boardOf } from '@atelier/shared/boards/new-board'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { cardRowsOf } from '../boards/card-rows'
import type { MadeBoard, MakeBoardJob } from './jobs'

/** A board that was brought in. */
export function makeBoard({ board, createdBy }: MakeBoardJob): MadeBoard {
  const update = importedBoardUpdate(board, createdBy)
  return { update, cards: cardRowsOf(boardOf(update)) }
}
