import { takeTurns } from '../http/take-turns'

/** A whole board is read for it, however large: as many at once as somebody opens, and one who is impatient. */
export const readingBoards = takeTurns(6)
