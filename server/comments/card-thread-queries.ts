/** What is said about the cards of a board: one thread a card. Whoever calls has asked for the rights to the board. */
import type { CardComments } from '@atelier/shared/comments/card-comment'
import { cardsSaidAbout, threadsOnTrust } from '@atelier/shared/comments/limits'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { comments, commentThreads } from '../db/comment-tables'
import type { Database, Queryable } from '../db/database'
import { beginWatching } from './card-watch-queries'
import { putCardCommentNews } from './comment-news-queries'
import { insertCommentRow, type NewComment } from './comment-queries'
import { isTalkAsSeen, type Leaving } from './moved-talk-queries'
import { listComments } from './thread-list-queries'

type CardPlace = { roomId: string; card: string }

const ofCard = ({ roomId, card }: CardPlace) =>
  and(eq(commentThreads.roomId, roomId), eq(commentThreads.card, card))

/** The card's thread, or not-found. `hold` keeps others from changing it until the transaction ends. */
export async function requireCardThread(
  db: Queryable,
  place: CardPlace,
  { hold = false } = {},
): Promise<{ id: string }> {
  const asked = db.select({ id: commentThreads.id }).from(commentThreads).where(ofCard(place))
  const [thread] = await (hold ? asked.for('update') : asked)
  return thread ?? refuse('not-found')
}

/**
 * Whether so much is said about this board’s cards that a thread more is only begun where there is a card:
 * invented ones would use up what there is room for.
 */
export async function isAskedForCard(db: Queryable, place: CardPlace): Promise<boolean> {
  const [there] = await db
    .select({ id: commentThreads.id })
    .from(commentThreads)
    .where(ofCard(place))
  if (there) return false
  const ofBoard = eq(commentThreads.roomId, place.roomId)
  return (await db.$count(commentThreads, ofBoard)) >= threadsOnTrust
}

/** `told` are those who find it in their inbox. */
type CardCommentSaid = { isWatchingNow: boolean; told: string[] }

/**
 * Whoever says something about a card watches it from then on, unless they have said otherwise. Null, and nothing
 * is said, where the card has gone on since it was `seen` there.
 */
export const insertCardComment = (
  db: Database,
  { seen, ...place }: CardPlace & { seen: Leaving | null },
  comment: NewComment,
): Promise<CardCommentSaid | null> =>
  db.transaction(async (tx) => {
    if (!(await isTalkAsSeen(tx, place, seen))) return null
    const thread = await openCardThread(tx, place, comment.authorId)
    const isNew = await insertCommentRow(tx, thread.id, comment)
    if (!isNew) return { isWatchingNow: false, told: [] }
    const isWatchingNow = await beginWatching(tx, { ...place, personId: comment.authorId })
    const told = await putCardCommentNews(tx, place, { ...comment, threadId: thread.id })
    return { isWatchingNow, told }
  })

/** The card's thread, held, begun where it has none. Two who begin it at once have the same. */
async function openCardThread(
  tx: Queryable,
  place: CardPlace,
  createdBy: string,
): Promise<{ id: string }> {
  const [there] = await tx
    .select({ id: commentThreads.id })
    .from(commentThreads)
    .where(ofCard(place))
  if (!there) {
    const [own] = await tx
      .select({ count: count() })
      .from(commentThreads)
      .where(eq(commentThreads.roomId, place.roomId))
    if ((own?.count ?? 0) >= cardsSaidAbout) refuse('too-large')
    await tx
      .insert(commentThreads)
      .values({ ...place, createdBy })
      .onConflictDoNothing()
  }
  return requireCardThread(tx, place, { hold: true })
}

/** Oldest first; none where nobody has said anything. */
export async function listCardComments(db: Queryable, place: CardPlace): Promise<CardComments> {
  const [thread] = await db
    .select({ id: commentThreads.id })
    .from(commentThreads)
    .where(ofCard(place))
  return thread ? listComments(db, thread.id) : { comments: [], people: [] }
}

/** How much is said about each card of a board, by card; those about which nothing is are missing. */
export async function countCardComments(
  db: Queryable,
  roomId: string,
): Promise<Record<string, number>> {
  const rows = await db
    .select({ card: commentThreads.card, count: count() })
    .from(commentThreads)
    .innerJoin(comments, eq(comments.threadId, commentThreads.id))
    .where(
      and(
        eq(commentThreads.roomId, roomId),
        isNotNull(commentThreads.card),
        isNull(comments.deletedAt),
      ),
    )
    .groupBy(commentThreads.card)
  return Object.fromEntries(rows.flatMap(({ card, count }) => (card ? [[card, count]] : [])))
}
