/** What is kept beside boards' rooms: their cards as rows, and the addresses of calendar feeds. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { created, key, time } from './columns'
import { boards, people } from './tables'

/**
 * A board's cards but for its templates, written with its row; the room itself is the truth. `id` is the
 * card's own inside its board.
 */
export const boardCards = pgTable(
  'board_cards',
  {
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id),
    id: text('id').notNull(),
    title: text('title').notNull(),
    /** Its column's name. */
    column: text('column').notNull(),
    columnId: text('column_id').notNull().default(''),
    /** Its place in the column, a key of shared/basics/order.ts. */
    rank: text('rank').notNull().default(''),
    /** Whether what lies in its column is finished. */
    done: boolean('done').notNull().default(false),
    archived: boolean('archived').notNull(),
    /** `[{ name, colour }]` */
    labels: text('labels').notNull().default('[]'),
    /** Days as `YYYY-MM-DD`. */
    startOn: text('start_on'),
    dueOn: text('due_on'),
    estimate: doublePrecision('estimate'),
    itemsDone: integer('items_done').notNull().default(0),
    items: integer('items').notNull().default(0),
    /** Ids of unfinished cards of its board that block it: `["…"]`. */
    waitsFor: text('waits_for').notNull().default('[]'),
    hasGoal: boolean('has_goal').notNull().default(false),
    hasLearned: boolean('has_learned').notNull().default(false),
    /** Whether its people say all of `boardCardPeople`; false in rows of older versions. */
    peopleKnown: boolean('people_known').notNull().default(false),
    /** Whether `boardCardTexts` has what is written on it; false in rows of older versions. */
    textKnown: boolean('text_known').notNull().default(false),
    /** How many notes of what somebody learned. */
    learnedNotes: integer('learned_notes').notNull().default(0),
    /** When this row was last written. */
    changedAt: time('changed_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.boardId, t.id] })],
)

/** What is written on a card beside its title, to be found by it. Cards on which nothing is have no row. */
export const boardCardTexts = pgTable(
  'board_card_texts',
  {
    boardId: uuid('board_id').notNull(),
    cardId: text('card_id').notNull(),
    /** A line for each paragraph, item and note. */
    text: text('text').notNull(),
    /** The same, folded as what is looked for is: find-letters.ts. */
    letters: text('letters').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.cardId] }),
    foreignKey({
      columns: [t.boardId, t.cardId],
      foreignColumns: [boardCards.boardId, boardCards.id],
    }).onDelete('cascade'),
  ],
)

/** Who has something to do with a card. Person ids as they stand in the room: of whomever, or nobody. */
export const boardCardPeople = pgTable(
  'board_card_people',
  {
    boardId: uuid('board_id').notNull(),
    cardId: text('card_id').notNull(),
    personId: uuid('person_id').notNull(),
    assigned: boolean('assigned').notNull(),
    /** Is asked what they learned, and has not said so. */
    asked: boolean('asked').notNull(),
    /** Wrote what they learned. */
    learned: boolean('learned').notNull().default(false),
    /** Can help with somebody's learning goal. */
    helps: boolean('helps').notNull().default(false),
    /** In its description. */
    mentioned: boolean('mentioned').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.cardId, t.personId] }),
    foreignKey({
      columns: [t.boardId, t.cardId],
      foreignColumns: [boardCards.boardId, boardCards.id],
    }).onDelete('cascade'),
    index('board_card_people_person').on(t.personId),
  ],
)

/** Which rooms and cards of the workspace the text of a card names, written with the rows of cards. */
export const cardLinks = pgTable(
  'card_links',
  {
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    cardId: text('card_id').notNull(),
    /** Not a reference, since it may be gone or never have been. */
    toId: uuid('to_id').notNull(),
    /** A card of that room, empty for the room itself. */
    toCard: text('to_card').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.cardId, t.toId, t.toCard] }),
    index('card_links_to').on(t.toId, t.toCard),
  ],
)

/** What a card contributes to. Ids of outcomes as they stand in the room: of its project, or of none. */
export const boardCardOutcomes = pgTable(
  'board_card_outcomes',
  {
    boardId: uuid('board_id').notNull(),
    cardId: text('card_id').notNull(),
    outcomeId: uuid('outcome_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.cardId, t.outcomeId] }),
    foreignKey({
      columns: [t.boardId, t.cardId],
      foreignColumns: [boardCards.boardId, boardCards.id],
    }).onDelete('cascade'),
    index('board_card_outcomes_outcome').on(t.outcomeId),
  ],
)

/** The secret address at which a calendar reads the days of one board, or of one's own cards. Nobody has two of one kind. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: key(),
    /** The hex sha-256 of what stands in the address. */
    tokenHash: text('token_hash').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Null for their own cards on all boards. */
    boardId: uuid('board_id').references(() => boards.id),
    createdAt: created(),
    /** When a calendar last read it, give or take a minute. */
    fetchedAt: time('fetched_at'),
  },
  (t) => [
    uniqueIndex('calendar_feeds_token').on(t.tokenHash),
    unique('calendar_feeds_one_each').on(t.personId, t.boardId).nullsNotDistinct(),
  ],
)

/**
 * Which board a card of this one went to last: of two nodes that move it to two boards at the same moment one
 * is first. Goes when the card comes back.
 */
export const boardCardMoves = pgTable(
  'board_card_moves',
  {
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id),
    card: text('card').notNull(),
    to: uuid('to_board')
      .notNull()
      .references(() => boards.id),
    movedAt: time('moved_at').notNull().defaultNow(),
    /** When somebody last took it in hand: for a while nobody else does, and later whoever looks. */
    claimedAt: time('claimed_at').notNull().defaultNow(),
    /**
     * `arrived`: the card is there, and so is what is said about it; the board it left may not have heard. Before
     * and after that, the room of the board it left knows whether it is there still, or again.
     */
    stage: text('stage').$type<'going' | 'arrived' | 'left'>().notNull().default('going'),
    /** The print of the card as it set out: what it says on the board it left that this does not tell, did not go. */
    leftAs: text('left_as'),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.card] }),
    index('board_card_moves_to').on(t.to, t.card),
    index('board_card_moves_open').on(t.claimedAt).where(sql`${t.stage} <> 'left'`),
  ],
)
