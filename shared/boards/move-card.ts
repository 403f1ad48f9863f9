import * as z from 'zod'
import { id } from '../people/person'
import { newRoom } from '../projects/project'
import { cardId } from '../references/reference'

/** Where a card goes: a column of another board, by its id there. */
export const moveCardTo = z.object({ boardId: id, column: z.string().min(1).max(64) })

/** A copy of the card there, under the id its maker gives it: asked twice it is one card. */
export const copyCardTo = moveCardTo.extend({
  id: cardId,
  /** To make others from, on no column. */
  asTemplate: z.literal(true).optional(),
})

/** A board like this one, in its project or another. `id`: asked twice it is one board. */
export const duplicateBoard = newRoom.extend({
  id,
  withCards: z.boolean(),
  projectId: id.optional(),
})

/** What of a moved card could not come along. */
export type LeftBehind = {
  /** How many relations to cards that stay. */
  relations: number
  /** Assignees who may not read the other board: person ids. */
  people: string[]
  /** Names of outcomes that the other project does not have; empty where not even its own does. */
  outcomes: string[]
}
export type MovedCard = { boardId: string; left: LeftBehind }

/** The columns of a board, for whoever brings a card to it. */
export type BoardPlaces = {
  columns: { id: string; name: string }[]
  templates: { id: string; title: string }[]
}

/** What is left behind is told once: asked again for a board that is made, nothing. */
export type DuplicatedBoard = {
  id: string
  title: string
  left: Pick<LeftBehind, 'people' | 'outcomes'>
}
