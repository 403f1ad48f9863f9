/** Workshops: everything about them but what is on the wall and in pads, which are rooms. */
import { type SeatRole, type SeatState, seatRoles, seatStates } from '@atelier/shared/access/roles'
import type { Language, PersonColour } from '@atelier/shared/people/choices'
import { type ResultKind, resultKinds } from '@atelier/shared/workshops/result'
import {
  type LocalWords,
  type NewStage,
  type StageKind,
  type StageRules,
  stageKinds,
} from '@atelier/shared/workshops/stage'
import { type WorkshopState, workshopStates } from '@atelier/shared/workshops/workshop'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, created, key, oneOf, time } from './columns'
import { people, rooms, workspaces } from './tables'

const workspace = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id)
const workshop = () =>
  uuid('workshop_id')
    .notNull()
    .references(() => workshops.id)
const stage = () =>
  uuid('stage_id')
    .notNull()
    .references(() => workshopStages.id)
const participant = (name = 'participant_id') =>
  uuid(name)
    .notNull()
    .references(() => workshopParticipants.id)

/** Each version of a kit of a workspace's own; a change is a version more. Shipped ones are in no table. */
export const workshopKits = pgTable(
  'workshop_kits',
  {
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    workspaceId: workspace(),
    title: jsonb('title').$type<LocalWords>().notNull(),
    purpose: jsonb('purpose').$type<LocalWords>().notNull(),
    stages: jsonb('stages').$type<NewStage[]>().notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => people.id),
    createdAt: created(),
    /** Since when nobody is offered it any more. */
    retiredAt: time('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.version] }),
    index('workshop_kits_workspace').on(t.workspaceId),
    check('workshop_kits_version', sql`${t.version} > 0`),
  ],
)

/** `id` is that of its wall's room. */
export const workshops = pgTable(
  'workshops',
  {
    id: uuid('id')
      .primaryKey()
      .references(() => rooms.id),
    workspaceId: workspace(),
    title: text('title').notNull(),
    language: text('language').$type<Language>().notNull(),
    kitKey: text('kit_key').notNull(),
    kitVersion: integer('kit_version').notNull(),
    kitTitle: jsonb('kit_title').$type<LocalWords>().notNull(),
    state: text('state').$type<WorkshopState>().notNull().default('planned'),
    /** Where everybody is. */
    stageId: uuid('stage_id').references((): AnyPgColumn => workshopStages.id),
    roams: boolean('roams').notNull().default(false),
    lobby: boolean('lobby').notNull().default(false),
    locked: boolean('locked').notNull().default(false),
    /** Of its link; another one makes the old link useless. */
    code: text('code').notNull(),
    /** What the tokens of its guests are signed with. */
    guestKey: bytes('guest_key').notNull(),
    /** While the timer runs. */
    timerEndsAt: time('timer_ends_at'),
    /** While it is paused, milliseconds. */
    timerLeftMs: integer('timer_left_ms'),
    timerTotalMs: integer('timer_total_ms'),
    /** The one whose series it goes on with. */
    afterId: uuid('after_id').references((): AnyPgColumn => workshops.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: created(),
    changedAt: time('changed_at').notNull().defaultNow(),
    startedAt: time('started_at'),
    endedAt: time('ended_at'),
    /** Since when it lies in the bin. */
    trashedAt: time('trashed_at'),
    trashedBy: uuid('trashed_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('workshops_code').on(t.code),
    index('workshops_workspace').on(t.workspaceId),
    check('workshops_state', oneOf(t.state, workshopStates)),
    check('workshops_timer', sql`${t.timerEndsAt} is null or ${t.timerLeftMs} is null`),
  ],
)

export const workshopStages = pgTable(
  'workshop_stages',
  {
    id: key(),
    workshopId: workshop(),
    /** From 0, without a gap. */
    place: integer('place').notNull(),
    key: text('key').notNull(),
    kind: text('kind').$type<StageKind>().notNull(),
    title: jsonb('title').$type<LocalWords>().notNull(),
    prompt: jsonb('prompt').$type<LocalWords>(),
    minutes: integer('minutes'),
    rules: jsonb('rules').$type<StageRules>().notNull(),
    revealedAt: time('revealed_at'),
    closedAt: time('closed_at'),
  },
  (t) => [
    uniqueIndex('workshop_stages_key').on(t.workshopId, t.key),
    check('workshop_stages_kind', oneOf(t.kind, stageKinds)),
  ],
)

/** Whoever is in a workshop, or was. A guest has no account; a member's row and a guest's are alike in all else. */
export const workshopParticipants = pgTable(
  'workshop_participants',
  {
    id: key(),
    workshopId: workshop(),
    personId: uuid('person_id').references(() => people.id),
    /** What they are called in it. */
    name: text('name').notNull(),
    colour: text('colour').$type<PersonColour>().notNull(),
    role: text('role').$type<SeatRole>().notNull(),
    state: text('state').$type<SeatState>().notNull(),
    /** Of a guest: when their token is worth nothing any more. */
    endsAt: time('ends_at'),
    doneStageId: uuid('done_stage_id').references((): AnyPgColumn => workshopStages.id),
    /** Came by the link, and not as somebody of the project: then the seat alone lets them in. */
    byLink: boolean('by_link').notNull(),
    joinedAt: time('joined_at').notNull().defaultNow(),
    /** The room of what they write unseen. */
    padId: uuid('pad_id')
      .notNull()
      .references(() => rooms.id),
  },
  (t) => [
    index('workshop_participants_workshop').on(t.workshopId),
    uniqueIndex('workshop_participants_person').on(t.workshopId, t.personId),
    uniqueIndex('workshop_participants_pad').on(t.padId),
    check('workshop_participants_role', oneOf(t.role, seatRoles)),
    check('workshop_participants_state', oneOf(t.state, seatStates)),
    check('workshop_participants_guest', sql`(${t.personId} is null) = (${t.endsAt} is not null)`),
    check(
      'workshop_participants_facilitator',
      sql`${t.role} = 'participant' or ${t.personId} is not null`,
    ),
  ],
)

/** Whose a note is that came out of a pad, and that it did: each once. Read by its author alone. */
export const workshopNotes = pgTable(
  'workshop_notes',
  {
    workshopId: workshop(),
    noteId: uuid('note_id').notNull(),
    stageId: stage(),
    participantId: participant(),
  },
  (t) => [
    primaryKey({ columns: [t.workshopId, t.noteId] }),
    index('workshop_notes_participant').on(t.participantId),
  ],
)

export const workshopVotes = pgTable(
  'workshop_votes',
  {
    stageId: stage(),
    participantId: participant(),
    /** A note or group. */
    target: uuid('target').notNull(),
    dots: smallint('dots').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stageId, t.participantId, t.target] }),
    index('workshop_votes_participant').on(t.participantId),
    check('workshop_votes_dots', sql`${t.dots} between 1 and 20`),
  ],
)

export const workshopAnswers = pgTable(
  'workshop_answers',
  {
    stageId: stage(),
    participantId: participant(),
    mark: smallint('mark'),
    words: text('words').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stageId, t.participantId] }),
    index('workshop_answers_participant').on(t.participantId),
    check('workshop_answers_mark', sql`${t.mark} between 1 and 5`),
  ],
)

export const workshopResults = pgTable(
  'workshop_results',
  {
    id: uuid('id').primaryKey(),
    workshopId: workshop(),
    kind: text('kind').$type<ResultKind>().notNull(),
    words: text('words').notNull(),
    ownerId: uuid('owner_id').references(() => workshopParticipants.id),
    due: date('due'),
    /** The note or group it came of. */
    noteId: uuid('note_id'),
    /** Where it went on a board. */
    cardId: text('card_id'),
    boardId: uuid('board_id').references(() => rooms.id),
    createdAt: created(),
  },
  (t) => [
    index('workshop_results_workshop').on(t.workshopId),
    index('workshop_results_board').on(t.boardId),
    check('workshop_results_kind', oneOf(t.kind, resultKinds)),
    check('workshop_results_card', sql`(${t.cardId} is null) = (${t.boardId} is null)`),
  ],
)
