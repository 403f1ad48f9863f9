/** Which boards were brought in: whoever did it may take them away again, as one. */
import { pgTable, uuid } from 'drizzle-orm/pg-core'
import { created } from './columns'
import { boards, people } from './tables'

export const boardImports = pgTable('board_imports', {
  boardId: uuid('board_id')
    .primaryKey()
    .references(() => boards.id),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id),
  createdAt: created(),
})
