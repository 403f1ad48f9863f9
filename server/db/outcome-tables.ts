/** What a project wants people to be able to do. Which cards contribute to it: card-tables.ts. */
import { type OutcomeLevel, outcomeLevels } from '@atelier/shared/outcomes/outcome'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { created, oneOf, time } from './columns'
import { people, projects, workspaces } from './tables'

export const outcomes = pgTable(
  'outcomes',
  {
    /** Chosen by whoever adds it. */
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    name: text('name').notNull(),
    level: text('level').$type<OutcomeLevel>().notNull(),
    description: text('description').notNull().default(''),
    /** Its place in the project, a key of shared/basics/order.ts. */
    rank: text('rank').notNull(),
    archivedAt: time('archived_at'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: created(),
  },
  (t) => [
    index('outcomes_project').on(t.projectId),
    check('outcomes_level', oneOf(t.level, outcomeLevels)),
  ],
)
