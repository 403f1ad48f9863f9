/** A card that somebody puts on a board from elsewhere. Routes: server/boards/new-card-routes.ts. */
import * as z from 'zod'
import { words } from '../basics/words'
import { cardId } from '../references/reference'
import { longest } from './board-shape'
import { isDate } from './due'

/** Its id is chosen by whoever makes it, so that asking again makes it once. */
export const newCard = z.strictObject({
  card: cardId,
  column: z.string().min(1).max(64),
  title: words.trim().min(1).max(longest.cardTitle),
  due: z.string().refine(isDate).nullable(),
})
