/** Rules of boards, and how far they have been followed. */

import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { created, key } from './columns'
import { boards, people } from './tables'

const board = () =>
  uuid('board_id')
    .notNull()
    .references(() => boards.id)

export const boardRules = pgTable(
  'board_rules',
  {
    id: uuid('id').primaryKey(),
    boardId: board(),
    /** The column's own id inside its board. */
    column: text('column').notNull(),
    /** What is done (shared/boards/rule.ts), as JSON. */
    actions: text('actions').$type<string>().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: created(),
  },
  (t) => [index('board_rules_board').on(t.boardId, t.createdAt)],
)

/**
 * Where each card of a board with rules was when they were last followed. `seen` are its last places, the
 * newest first: a node that has not heard of the newest yet must not take an older one for a move.
 */
export const boardRulePlaces = pgTable(
  'board_rule_places',
  {
    boardId: board(),
    card: text('card').notNull(),
    column: text('column').notNull(),
    seen: text('seen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.boardId, t.card] })],
)

/** A rule that is to be followed for a card, kept until it was: a crash in between costs nothing. */
export const boardRuleRuns = pgTable(
  'board_rule_runs',
  {
    id: key(),
    boardId: board(),
    card: text('card').notNull(),
    actions: text('actions').$type<string>().notNull(),
    mover: uuid('mover').references(() => people.id),
    createdAt: created(),
  },
  (t) => [index('board_rule_runs_board').on(t.boardId, t.createdAt)],
)
