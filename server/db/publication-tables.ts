/** What people have published out of their journals in projects: words as they were then. */
import { type ShownName, shownNames } from '@atelier/shared/publications/publication'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { oneOf, time } from './columns'
import { sections } from './journal-tables'
import { outcomes } from './outcome-tables'
import { people, projects } from './tables'

export const publications = pgTable(
  'publications',
  {
    /** Chosen by its author. */
    id: uuid('id').primaryKey(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    /** What it is evidence for; null for nothing in particular. */
    outcomeId: uuid('outcome_id').references(() => outcomes.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    shownAs: text('shown_as').$type<ShownName>().notNull(),
    publishedAt: time('published_at').notNull().defaultNow(),
    withdrawnAt: time('withdrawn_at'),
  },
  (t) => [
    index('publications_project').on(t.projectId),
    index('publications_author').on(t.authorId),
    check('publications_shown_as', oneOf(t.shownAs, shownNames)),
  ],
)

/** Gone with the section it was in, and when it is withdrawn. */
export const publicationParts = pgTable(
  'publication_parts',
  {
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id),
    nth: integer('nth').notNull(),
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id),
    words: text('words').notNull(),
    isQuote: boolean('is_quote').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.publicationId, t.nth] }),
    index('publication_parts_section').on(t.sectionId),
  ],
)
