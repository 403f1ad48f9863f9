import { docOf } from '@atelier/shared/docs/new-doc'
import type { ImportProgress } from '@atelier/shared/exchange/board-import'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { cardRowsOf } from '../boards/card-rows'
import type { MadeBoard, MakeBoardJob } from './jobs'

/** A board that was brought in. */
export function makeBoard(
  { board, createdBy }: MakeBoardJob,
  tell?: (progress: ImportProgress) => void,
): MadeBoard {
  const update = importedBoardUpdate(board, createdBy, (done, of) =>
    tell?.({ step: 'making', done, of }),
  )
  return { update, cards: cardRowsOf(docOf(update)) }
}
