/** How somebody looks at a board, kept under a name: theirs alone. */
import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { created } from './columns'
import { boards, people } from './tables'

export const boardViews = pgTable(
  'board_views',
  {
    /** Chosen by whoever keeps it, so that a view that was deleted comes back as itself. */
    id: uuid('id').primaryKey(),
    boardId: uuid('board_id')
      .notNull()
      .references(() => boards.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    /** What it holds (shared/boards/view-contract.ts), as JSON. */
    view: text('view').notNull(),
    /** What this person sees first when they open the board. */
    isStart: boolean('is_start').notNull().default(false),
    createdAt: created(),
  },
  (t) => [
    index('board_views_own').on(t.personId, t.boardId, t.createdAt),
    uniqueIndex('board_views_start').on(t.personId, t.boardId).where(sql`is_start`),
  ],
)
