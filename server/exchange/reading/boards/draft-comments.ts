/** What was said about cards elsewhere, as comments here: whose they were, when, and no more than a card holds. */

import { mostImportedComments, mostImportedOfCard } from '@atelier/shared/exchange/board-import'
import { timeOf } from '@atelier/shared/exchange/card-content'
import type { FoundCardComment } from '../../jobs'
import { lineOf } from '../board-parts'
import { commentPieces } from '../comment-pieces'
import { type Collected, skip } from '../pack'
import type { DraftCard, DraftComment } from './draft'

/** Takes comments card by card; `left` is how many more the whole board may hold. */
export type CommentTaker = { left: number; people: ReadonlyMap<string, string>; into: Collected }

export const commentTaker = (wishes: Omit<CommentTaker, 'left'>): CommentTaker => ({
  ...wishes,
  left: mostImportedComments,
})

/** Of what is said about one card, oldest first, the latest that it and its board may hold. */
export function takeLatest<T>(
  said: readonly T[],
  title: string,
  taker: Pick<CommentTaker, 'left' | 'into'>,
): T[] {
  const most = Math.min(mostImportedOfCard, taker.left)
  if (said.length > most) skip(taker.into, title, 'comments-left')
  const taken = most === 0 ? [] : said.slice(-most)
  taker.left -= taken.length
  return taken
}

/** Oldest first. */
export function commentsOf(
  { title, comments }: DraftCard,
  card: string,
  taker: CommentTaker,
): FoundCardComment[] {
  const said = inTime(comments).flatMap((comment) =>
    commentPieces(comment.text).map((text) => ({
      ...{ card, text },
      author: taker.people.get(comment.author) ?? null,
      name: lineOf(comment.name, 200),
      at: timeOf(comment.at),
    })),
  )
  return takeLatest(said, title, taker)
}

/** Those without a time stay beside those they came with. */
const inTime = (comments: readonly DraftComment[]): DraftComment[] =>
  comments
    .map((comment, nth) => ({ comment, nth, at: timeOf(comment.at) ?? '' }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.nth - b.nth))
    .map(({ comment }) => comment)
