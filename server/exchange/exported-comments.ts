/** What is said about the cards of a board, as it is taken along: words, whose they are, and when. */
import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { type CommentContent, lineLength, mostOfCard } from '@atelier/shared/exchange/card-content'
import { listReactions } from '../comments/reaction-queries'
import { listSaidOnBoard } from '../comments/said-on-board-queries'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'

/** By card, oldest first. Nobody has a name yet. */
export async function exportedComments(
  db: Queryable,
  boardId: string,
): Promise<Map<string, CommentContent[]>> {
  const byCard = new Map<string, CommentContent[]>()
  const all = await listSaidOnBoard(db, boardId, mostOfCard.comments)
  const reactions = await reactionsTo(
    db,
    all.map(({ id }) => id),
  )
  for (const { id, card, sayer, name, at, body } of all) {
    const said = byCard.get(card) ?? []
    byCard.set(card, said)
    const author = sayer === null ? null : { id: sayer, name: '' }
    const text = wordsOfComment(body).slice(0, lineLength)
    said.push({ author, name, at, text, reactions: reactions.get(id) ?? [] })
  }
  return byCard
}

/** By comment, the first given first. */
async function reactionsTo(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, CommentContent['reactions']>> {
  const given = new Map<string, CommentContent['reactions']>()
  for (const some of inPieces(ids))
    for (const { commentId, personId, emoji } of await listReactions(db, some)) {
      const all = given.get(commentId) ?? []
      given.set(commentId, all)
      const same = all.find((one) => one.emoji === emoji)
      if (same) same.people.push({ id: personId, name: '' })
      else all.push({ emoji, people: [{ id: personId, name: '' }] })
    }
  return given
}
