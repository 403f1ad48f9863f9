/**
 * Journals: entries made of sections. A section's text is its room's; here is for whom it is, since when, and who
 * has seen it. Read through `server/journals` alone, each row through its author.
 */
import { type Audience, audiences } from '@atelier/shared/access/roles'
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { created, oneOf, time } from './columns'
import { mentoringSessions } from './mentoring-tables'
import { mentorships } from './mentorship-tables'
import { people, rooms, workspaces } from './tables'

const author = () =>
  uuid('author_id')
    .notNull()
    .references(() => people.id)

export const entries = pgTable(
  'entries',
  {
    /** Chosen by its author. */
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    authorId: author(),
    mentorshipId: uuid('mentorship_id').references(() => mentorships.id),
    /** Whose notes it is. */
    sessionId: uuid('session_id').references(() => mentoringSessions.id),
    /** With which prompts it was begun: the name of a shipped set, or an id, and its version then. */
    promptSet: text('prompt_set'),
    promptVersion: integer('prompt_version'),
    title: text('title').notNull().default(''),
    on: date('on_day').notNull(),
    createdAt: created(),
  },
  (t) => [
    index('entries_author').on(t.authorId, t.on),
    index('entries_mentorship').on(t.mentorshipId),
  ],
)

export const sections = pgTable(
  'sections',
  {
    /** Its room's. */
    id: uuid('id')
      .primaryKey()
      .references(() => rooms.id),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    /** Its place in the entry, a key of shared/basics/order.ts. */
    rank: text('rank').notNull(),
    prompt: text('prompt').notNull().default(''),
    audience: text('audience').$type<Audience>().notNull().default('private'),
    sharedAt: time('shared_at'),
    frozenAt: time('frozen_at'),
  },
  (t) => [
    index('sections_entry').on(t.entryId),
    check('sections_audience', oneOf(t.audience, audiences)),
  ],
)

/** What a section says, for its author's own search and for nothing else. Written when its room is quiet. */
export const sectionTexts = pgTable('section_texts', {
  sectionId: uuid('section_id')
    .primaryKey()
    .references(() => sections.id),
  text: text('text').notNull(),
  /** The same, folded as what is looked for is: find-letters.ts. */
  letters: text('letters').notNull(),
})

/** Who has had a section before them that is not theirs: what unsharing cannot take back. */
export const sectionReaders = pgTable(
  'section_readers',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    firstAt: time('first_at').notNull().defaultNow(),
    lastAt: time('last_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.personId] })],
)

/** For whom a section was when. */
export const sectionSharings = pgTable(
  'section_sharings',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id),
    audience: text('audience').$type<Audience>().notNull(),
    at: time('at').notNull().defaultNow(),
  },
  (t) => [index('section_sharings_section').on(t.sectionId, t.at)],
)

/** For its author alone; from 1 to 5. */
export const moods = pgTable('moods', {
  entryId: uuid('entry_id')
    .primaryKey()
    .references(() => entries.id),
  authorId: author(),
  mood: smallint('mood'),
  energy: smallint('energy'),
})
