import * as z from 'zod'
import { id } from '../people/person'

/** Where a card goes: a column of another board, by its id there. */
export const moveCardTo = z.object({ boardId: id, column: z.string().min(1).max(64) })

/** What of a moved card could not come along. */
export type LeftBehind = {
  /** How many relations to cards that stay. */
  relations: number
  /** Assignees who may not read the other board: person ids. */
  people: string[]
}
export type MovedCard = { boardId: string; left: LeftBehind }

/** The columns of a board, for whoever brings a card to it. */
export type BoardPlaces = { columns: { id: string; name: string }[] }
