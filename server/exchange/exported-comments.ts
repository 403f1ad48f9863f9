/** What is said about the cards of a board, as it is taken along: words, whose they are, and when. */
import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { type CommentContent, lineLength, mostOfCard } from '@atelier/shared/exchange/card-content'
import { listSaidOnBoard } from '../comments/said-on-board-queries'
import type { Queryable } from '../db/database'

/** By card, oldest first. Nobody has a name yet. */
export async function exportedComments(
  db: Queryable,
  boardId: string,
): Promise<Map<string, CommentContent[]>> {
  const byCard = new Map<string, CommentContent[]>()
  const all = await listSaidOnBoard(db, boardId, mostOfCard.comments)
  for (const { card, sayer, name, at, body } of all) {
    const said = byCard.get(card) ?? []
    byCard.set(card, said)
    const author = sayer === null ? null : { id: sayer, name: '' }
    said.push({ author, name, at, text: wordsOfComment(body).slice(0, lineLength) })
  }
  return byCard
}
