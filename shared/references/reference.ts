/** What a doc or a card's text names in its lines and shows in its place: people, docs, boards, cards. */
import * as z from 'zod'
import { id } from '../people/person'

/** As `newId` of boards makes them, with room for what comes from elsewhere. */
export const cardId = z.string().regex(/^[\w-]{1,64}$/)

const reference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id }),
  z.object({ kind: z.enum(['doc', 'board']), id }),
  z.object({ kind: z.literal('card'), id: cardId, boardId: id }),
])
export type Reference = z.infer<typeof reference>

/** So many are asked for at once; who needs more asks again. */
export const mostReferences = 100
export const askReferences = z.object({ references: z.array(reference).max(mostReferences) })

/**
 * What it is called now. A card's `title` is null as long as the lists do not know of the card: it is
 * new, or never was. Of a card that moved this is what it is where it moved to, over however many boards;
 * `isAway` where who asks may not open that: then it is what was left on the board that was asked for.
 */
export type FoundReference =
  | { kind: 'person'; name: string; colour: string }
  | { kind: 'doc'; title: string; excerpt: string }
  | { kind: 'board'; title: string }
  | FoundCard

export type FoundCard = {
  kind: 'card'
  boardId: string
  board: string
  title: string | null
  column: string
  archived: boolean
  isAway: boolean
}

/** In the order they were asked for; null for what is not there, or not for who asks: nobody can tell which. */
export type ReferenceAnswers = { found: (FoundReference | null)[] }

/** So long may what is looked for be; the rest is not read. */
export const longestMentionQuery = 80

/** What may be mentioned in a text of a project, the best finds first. `project` is null for its own things. */
export type Mentionables = {
  people: { id: string; name: string; colour: string }[]
  docs: { id: string; title: string; project: string | null }[]
  boards: { id: string; title: string; project: string | null }[]
  cards: { id: string; title: string; boardId: string; board: string; column: string }[]
}

/** A card whose text names a doc, or another card. */
export type NamingCard = { id: string; boardId: string; title: string; board: string }

/** Cards of all boards that whoever asks may read, the best finds first. */
export type FoundCards = {
  cards: {
    id: string
    title: string
    boardId: string
    board: string
    project: string
    column: string
    archived: boolean
    /** Plain words of the card around what was found, where its title does not say all of it; else null. */
    excerpt: string | null
  }[]
}
