/** What people are told because it concerns them: whom, what kind, where, and when. Never titles or words. */
import { type CardChange, type InboxKind, inboxKinds } from '@atelier/shared/inbox/inbox'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { key, oneOf, time } from './columns'
import { docs } from './doc-tables'
import { mentorships } from './mentorship-tables'
import { boards, people, rooms } from './tables'
import { trainingRecords } from './training-tables'

export const inboxItems = pgTable(
  'inbox_items',
  {
    id: key(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<InboxKind>().notNull(),
    /** Null where it is not known, was nobody, or was more than one. */
    actorId: uuid('actor_id').references(() => people.id),
    /** Its place is in one of the three: a room, a mentorship, or a training record. */
    roomId: uuid('room_id').references(() => rooms.id),
    mentorshipId: uuid('mentorship_id').references(() => mentorships.id),
    recordId: uuid('record_id').references(() => trainingRecords.id),
    /** Of that record, `2026-W40`; null for the whole of it. */
    week: text('week'),
    /** Its own id inside its board; empty for docs. */
    card: text('card').notNull().default(''),
    /** Not a reference: it may be deleted, and then nothing is shown. */
    commentId: uuid('comment_id'),
    /** Of changes of a watched card. */
    changes: text('changes').array().$type<CardChange[]>().notNull().default(sql`'{}'::text[]`),
    times: integer('times').notNull().default(1),
    /** The due day that it is about, `YYYY-MM-DD`. */
    day: text('day'),
    /** What makes it be told once. */
    key: text('key').notNull(),
    /** In milliseconds. */
    at: time('at').notNull().default(sql`date_trunc('milliseconds', now())`),
    readAt: time('read_at'),
  },
  (t) => [
    uniqueIndex('inbox_items_once').on(t.personId, t.key),
    index('inbox_items_newest').on(t.personId, t.at, t.id),
    index('inbox_items_room').on(t.roomId),
    index('inbox_items_mentorship').on(t.mentorshipId).where(sql`mentorship_id is not null`),
    index('inbox_items_record').on(t.recordId).where(sql`record_id is not null`),
    check(
      'inbox_items_place',
      sql.raw(
        `num_nonnulls("room_id", "mentorship_id", "record_id") = 1 and ("week" is null or "record_id" is not null)`,
      ),
    ),
    check('inbox_items_kind', oneOf(t.kind, inboxKinds)),
  ],
)

/** Kinds of which somebody does not want to be told. */
export const inboxOff = pgTable(
  'inbox_off',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<InboxKind>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
)

/** Boards of which somebody wants to be told only what is addressed to them by name. */
export const boardMutes = pgTable(
  'board_mutes',
  {
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.personId] }),
    index('board_mutes_person').on(t.personId),
  ],
)

/** Who is mentioned in a doc's text: written with its summary, so that only who is new there is told. */
export const docMentions = pgTable(
  'doc_mentions',
  {
    docId: uuid('doc_id')
      .notNull()
      .references(() => docs.id),
    /** As it stands in the room: of whomever, or nobody. */
    personId: uuid('person_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.docId, t.personId] })],
)
