/** What people say about a room's content, beside it. */
import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, created, key, time } from './columns'
import { people, rooms } from './tables'

const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id)

export const commentThreads = pgTable(
  'comment_threads',
  {
    id: key(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id),
    /** The card of a board that it is about, one thread for each; null in docs. */
    card: text('card'),
    /** Two Yjs relative positions, encoded (shared/comments/anchor.ts); null for the whole doc. */
    anchor: bytes('anchor'),
    /** The words it was about, as they were. */
    quote: text('quote').notNull().default(''),
    createdBy: person('created_by'),
    createdAt: created(),
    resolvedAt: time('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => people.id),
  },
  (t) => [
    index('comment_threads_room').on(t.roomId),
    uniqueIndex('comment_threads_card').on(t.roomId, t.card).where(sql`${t.card} is not null`),
  ],
)

export const comments = pgTable(
  'comments',
  {
    id: key(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => commentThreads.id),
    authorId: person('author_id'),
    /** Words with mentions in them (shared/comments/comment.ts), as JSON. */
    body: text('body').notNull(),
    createdAt: created(),
    /** Who brought it in from elsewhere; null for what was said here. */
    importedBy: uuid('imported_by').references(() => people.id),
    /** What whoever wrote it is called there, where that is nobody here; `author_id` is then who brought it in. */
    importedFrom: text('imported_from'),
    editedAt: time('edited_at'),
    /** Its words are then gone; its place stays while others have answered. */
    deletedAt: time('deleted_at'),
  },
  (t) => [index('comments_thread').on(t.threadId, t.createdAt)],
)

export const commentReactions = pgTable(
  'comment_reactions',
  {
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id),
    personId: person('person_id'),
    emoji: text('emoji').notNull(),
    createdAt: created(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId, t.emoji] })],
)

/**
 * What somebody said about watching a card. Whoever is assigned to it watches without a row, and whoever
 * comments gets one; `watching` false holds against both.
 */
export const cardWatches = pgTable(
  'card_watches',
  {
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id),
    card: text('card').notNull(),
    personId: person('person_id'),
    watching: boolean('watching').notNull(),
    createdAt: created(),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.card, t.personId] }),
    index('card_watches_person').on(t.personId, t.roomId),
  ],
)
