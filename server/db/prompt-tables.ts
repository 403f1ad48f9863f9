/** Sets of prompts that people made themselves, and when somebody wants to be asked. */
import { type Rhythm, rhythms } from '@atelier/shared/journals/prompt-contract'
import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { created, oneOf } from './columns'
import { mentorships } from './mentorship-tables'
import { people } from './tables'

export const promptSets = pgTable(
  'prompt_sets',
  {
    /** Chosen by its maker. */
    id: uuid('id').primaryKey(),
    makerId: uuid('maker_id')
      .notNull()
      .references(() => people.id),
    mentorshipId: uuid('mentorship_id').references(() => mentorships.id),
    createdAt: created(),
  },
  (t) => [
    index('prompt_sets_maker').on(t.makerId),
    index('prompt_sets_mentorship').on(t.mentorshipId),
  ],
)

/** None is ever changed: another one is added. */
export const promptSetVersions = pgTable(
  'prompt_set_versions',
  {
    setId: uuid('set_id')
      .notNull()
      .references(() => promptSets.id),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    prompts: text('prompts').array().notNull(),
    createdAt: created(),
  },
  (t) => [
    primaryKey({ columns: [t.setId, t.version] }),
    check('prompt_set_versions_version', sql`${t.version} > 0`),
  ],
)

export const promptSchedules = pgTable(
  'prompt_schedules',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** The name of a shipped one, or an id. */
    set: text('prompt_set').notNull(),
    mentorshipId: uuid('mentorship_id').references(() => mentorships.id),
    rhythm: text('rhythm').$type<Rhythm>().notNull(),
    startsOn: date('starts_on').notNull(),
    nextOn: date('next_on').notNull(),
  },
  (t) => [
    index('prompt_schedules_person').on(t.personId),
    check('prompt_schedules_rhythm', oneOf(t.rhythm, rhythms)),
  ],
)
