/** Who learns from whom, and what they agreed on. What they write is beside it, in journal-tables.ts. */
import {
  type MentorshipRole,
  type MentorshipState,
  mentorshipRoles,
  mentorshipStates,
} from '@atelier/shared/access/roles'
import { type MentorshipKind, mentorshipKinds } from '@atelier/shared/mentorships/mentorship'
import type { Language } from '@atelier/shared/people/choices'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { created, oneOf, time } from './columns'
import { people, workspaces } from './tables'

const person = (name = 'person_id') =>
  uuid(name)
    .notNull()
    .references(() => people.id)
const mentorship = () =>
  uuid('mentorship_id')
    .notNull()
    .references(() => mentorships.id)

export const mentorProfiles = pgTable('mentor_profiles', {
  personId: person().primaryKey(),
  isOpen: boolean('is_open').notNull().default(false),
  offers: text('offers').array().notNull().default([]),
  seeks: text('seeks').array().notNull().default([]),
  languages: text('languages').array().$type<Language[]>().notNull().default([]),
  capacity: integer('capacity').notNull().default(0),
  about: text('about').notNull().default(''),
  changedAt: time('changed_at').notNull().defaultNow(),
})

export const mentorships = pgTable(
  'mentorships',
  {
    /** Chosen by whoever asks. */
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    kind: text('kind').$type<MentorshipKind>().notNull(),
    state: text('state').$type<MentorshipState>().notNull().default('asked'),
    askedBy: person('asked_by'),
    /** What was said with the question. */
    words: text('words').notNull().default(''),
    createdAt: created(),
    beganAt: time('began_at'),
    endedAt: time('ended_at'),
  },
  (t) => [
    index('mentorships_workspace').on(t.workspaceId),
    check('mentorships_kind', oneOf(t.kind, mentorshipKinds)),
    check('mentorships_state', oneOf(t.state, mentorshipStates)),
  ],
)

/** `answer` is null until somebody has said yes or no; who asked has said yes. */
export const mentorshipPeople = pgTable(
  'mentorship_people',
  {
    mentorshipId: mentorship(),
    personId: person(),
    role: text('role').$type<MentorshipRole>().notNull(),
    answer: boolean('answer'),
    /** The kind word that went with it. */
    words: text('words').notNull().default(''),
    leftAt: time('left_at'),
  },
  (t) => [
    primaryKey({ columns: [t.mentorshipId, t.personId] }),
    index('mentorship_people_person').on(t.personId),
    check('mentorship_people_role', oneOf(t.role, mentorshipRoles)),
  ],
)

/** Each change is a version; in force is the newest that all have said yes to. */
export const agreements = pgTable(
  'agreements',
  {
    mentorshipId: mentorship(),
    version: integer('version').notNull(),
    goals: text('goals').array().notNull(),
    rhythm: text('rhythm').notNull(),
    confidentiality: text('confidentiality').notNull(),
    endsOn: date('ends_on'),
    writtenBy: person('written_by'),
    createdAt: created(),
    /** Whoever has said yes to it. */
    agreedBy: uuid('agreed_by').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mentorshipId, t.version] }),
    check('agreements_version', sql`${t.version} > 0`),
  ],
)

/** What each looks back on once it has ended; shown to the others when all have written, or after two weeks. */
export const lookBacks = pgTable(
  'look_backs',
  {
    mentorshipId: mentorship(),
    personId: person(),
    words: text('words').notNull(),
    createdAt: created(),
  },
  (t) => [primaryKey({ columns: [t.mentorshipId, t.personId] })],
)
