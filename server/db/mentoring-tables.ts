/** What the people of a mentorship do: when they meet and about what, what follows from it, what they aim at. */
import { type GoalState, goalStates } from '@atelier/shared/mentorships/mentoring'
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { created, oneOf, time } from './columns'
import { mentorships } from './mentorship-tables'
import { people } from './tables'

const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id)
const mentorship = () =>
  uuid('mentorship_id')
    .notNull()
    .references(() => mentorships.id)
/** Chosen by whoever makes it. */
const id = () => uuid('id').primaryKey()
/** Where somebody put it on a board, for themself: a place that may be gone, so it is only named. */
const card = () => ({ cardBoardId: uuid('card_board_id'), card: text('card') })

export const mentoringSessions = pgTable(
  'mentoring_sessions',
  {
    id: id(),
    mentorshipId: mentorship(),
    startsAt: time('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    createdBy: person('created_by'),
    createdAt: created(),
  },
  (t) => [index('mentoring_sessions_mentorship').on(t.mentorshipId, t.startsAt)],
)

/** Of one session, or, with none, of whichever comes next. */
export const agendaItems = pgTable(
  'agenda_items',
  {
    id: id(),
    mentorshipId: mentorship(),
    sessionId: uuid('session_id').references(() => mentoringSessions.id),
    rank: text('rank').notNull(),
    words: text('words').notNull(),
    doneAt: time('done_at'),
    /** Of a question left open in a journal. Not a reference: it may be erased, and then the words are left. */
    threadId: uuid('thread_id'),
    /** Of a question alone, which is kept without its words: who takes that back finds where it was asked. */
    removedAt: time('removed_at'),
    createdBy: person('created_by'),
    createdAt: created(),
  },
  (t) => [
    index('agenda_items_mentorship').on(t.mentorshipId),
    uniqueIndex('agenda_items_thread').on(t.threadId, t.mentorshipId),
  ],
)

export const followUps = pgTable(
  'follow_ups',
  {
    id: id(),
    mentorshipId: mentorship(),
    sessionId: uuid('session_id').references(() => mentoringSessions.id),
    ownerId: person('owner_id'),
    words: text('words').notNull(),
    due: date('due'),
    doneAt: time('done_at'),
    ...card(),
    createdBy: person('created_by'),
    createdAt: created(),
  },
  (t) => [
    index('follow_ups_mentorship').on(t.mentorshipId),
    index('follow_ups_owner').on(t.ownerId),
  ],
)

/** Somebody's own; with a mentorship, its people read it too. */
export const goals = pgTable(
  'goals',
  {
    id: id(),
    personId: person('person_id'),
    mentorshipId: uuid('mentorship_id').references(() => mentorships.id),
    title: text('title').notNull(),
    due: date('due'),
    state: text('state').$type<GoalState>().notNull().default('open'),
    /** When it was reached, or let go. */
    settledAt: time('settled_at'),
    ...card(),
    createdAt: created(),
  },
  (t) => [
    index('goals_person').on(t.personId),
    index('goals_mentorship').on(t.mentorshipId),
    check('goals_state', oneOf(t.state, goalStates)),
  ],
)
