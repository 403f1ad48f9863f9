/** What the texts of a board's cards name: other rooms, and cards in them. */
import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { linksIn, linkTo, type RoomLink } from '@atelier/shared/docs/read-links'
import { cardId } from '@atelier/shared/references/reference'
import type * as Y from 'yjs'

/** `toCard` is empty where the room as a whole is named. */
export type CardLink = { cardId: string; toId: string; toCard: string }

const mostOfCard = 100
const mostOfBoard = 10_000

/** Of cards that are on the board; each once, the same for every replica. Archived cards and templates name nothing. */
export function cardLinksOf(doc: Y.Doc, board: Board): CardLink[] {
  const found: CardLink[] = []
  for (const { cards } of board.columns)
    for (const card of cards) {
      if (!cardId.safeParse(card.id).success) continue
      const own = new Map(namedBy(doc, card).map((link) => [`${link.room} ${link.card}`, link]))
      for (const { room, card: toCard } of [...own.values()].slice(0, mostOfCard))
        found.push({ cardId: card.id, toId: room, toCard })
      if (found.length >= mostOfBoard) return found.slice(0, mostOfBoard)
    }
  return found
}

function namedBy(doc: Y.Doc, card: Card): RoomLink[] {
  const description = card.hasDescription ? cardDescription(doc, card.id) : null
  const items = card.checklists.flatMap((list) => list.items.map(({ text }) => text))
  return [
    ...(description ? linksIn(description, mostOfCard) : []),
    ...[card.title, ...items].flatMap(addressesIn),
  ]
}

const addressesIn = (text: string): RoomLink[] =>
  text.includes('://') ? text.split(/\s+/).flatMap((word) => linkTo(word) ?? []) : []
