import * as z from 'zod'
import { id } from '../people/person'
import { newRoom } from '../projects/project'
import { cardId } from '../references/reference'

/** How many go in one request. */
export const mostAtOnce = 500

/** Where cards go: a column of another board, by its id there. */
const cardsTo = z.object({ boardId: id, column: z.string().min(1).max(64) })

/** Without a column each goes where it was when it left that board. */
export const moveCardsTo = cardsTo.extend({
  cards: z.array(cardId).min(1).max(mostAtOnce),
  column: cardsTo.shape.column.optional(),
})

/** Copies of cards there, under the ids their maker gives them: asked twice they are made once. */
export const copyCardsTo = cardsTo.extend({
  cards: z
    .array(z.object({ card: cardId, as: cardId }))
    .min(1)
    .max(mostAtOnce),
  /** To make others from, on no column. */
  asTemplate: z.literal(true).optional(),
})

/** A board like this one, in its project or another. `id`: asked twice it is one board. */
export const duplicateBoard = newRoom.extend({
  id,
  withCards: z.boolean(),
  projectId: id.optional(),
})

/** What of moved cards could not come along. */
export type LeftBehind = {
  /** How many relations to cards that stay. */
  relations: number
  /** Assignees who may not read the other board: person ids. */
  people: string[]
  /** Names of outcomes that the other project does not have; empty where not even its own does. */
  outcomes: string[]
}

/**
 * `there`: on the other board, by this or before. `gone`: on none that is known here. `template`: only a copy of it
 * can go. `elsewhere`: on another board, or on its way to one.
 */
export type CardFate = 'there' | 'gone' | 'template' | 'elsewhere'

/** In the order they were asked for; one that cannot go keeps none of the others. */
export type MovedCards = {
  boardId: string
  cards: { id: string; fate: CardFate }[]
  left: LeftBehind
}
/** `id`: of the card that was to be copied. */
export type CopiedCards = {
  boardId: string
  cards: { id: string; fate: 'there' | 'gone' }[]
  left: LeftBehind
}

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
