/** The data model but for what stands beside docs (doc-tables.ts), cards (card-tables.ts), comments (comment-tables.ts) and the log of rooms (log-tables.ts). Every noun's row carries its workspace: the tenant. */

import {
  type ProjectRole,
  projectRoles,
  type WorkspaceRole,
  workspaceRoles,
} from '@atelier/shared/access/roles'
import { type Language, organisationKinds, type PersonColour } from '@atelier/shared/people/choices'
import { type RoomKind, roomKinds } from '@atelier/shared/sync/room-name'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { created, key, oneOf, time } from './columns'

const workspace = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id)

export const workspaces = pgTable('workspaces', {
  id: key(),
  name: text('name').notNull(),
  createdAt: created(),
})

export const organisations = pgTable(
  'organisations',
  {
    id: key(),
    workspaceId: workspace(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    region: text('region'),
    home: boolean('home').notNull().default(false),
    createdAt: created(),
  },
  (t) => [
    uniqueIndex('organisations_one_home').on(t.workspaceId).where(sql`home`),
    uniqueIndex('organisations_name').on(t.workspaceId, t.name),
    check('organisations_kind', oneOf(t.kind, organisationKinds)),
  ],
)

export const departments = pgTable(
  'departments',
  {
    id: key(),
    workspaceId: workspace(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
  },
  (t) => [uniqueIndex('departments_name').on(t.organisationId, t.name)],
)

export const people = pgTable(
  'people',
  {
    id: key(),
    workspaceId: workspace(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    departmentId: uuid('department_id').references(() => departments.id),
    name: text('name').notNull(),
    /** Lower case. */
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role').$type<WorkspaceRole>().notNull(),
    colour: text('colour').$type<PersonColour>().notNull(),
    language: text('language').$type<Language>().notNull(),
    /** By its IANA name, as their browser said last. */
    timeZone: text('time_zone'),
    suspendedAt: time('suspended_at'),
    /** Since when their account is ended: for good, and suspended with it. */
    leftAt: time('left_at'),
    createdAt: created(),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    index('people_workspace').on(t.workspaceId),
    check('people_role', oneOf(t.role, workspaceRoles)),
    check('people_email_lower', sql`${t.email} = lower(${t.email})`),
  ],
)

/** Sign-in sessions. Only hashes: reading this table lets nobody in. */
export const sessions = pgTable(
  'sessions',
  {
    /** Lucia's id: the hex sha-256 of the cookie's token. */
    id: text('id').primaryKey(),
    publicId: uuid('public_id').notNull().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Idle expiry, moved along by use; never beyond `endsAt`. */
    expiresAt: time('expires_at').notNull(),
    endsAt: time('ends_at').notNull(),
    device: text('device').notNull().default(''),
    createdAt: created(),
  },
  (t) => [
    index('sessions_person').on(t.personId),
    uniqueIndex('sessions_public_id').on(t.publicId),
    index('sessions_expiry').on(t.expiresAt),
  ],
)

/** Browsers a person has signed in with; `tokenHash` is the hex sha-256 of their cookie's value. */
export const knownDevices = pgTable(
  'known_devices',
  {
    tokenHash: text('token_hash').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    endsAt: time('ends_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tokenHash, t.personId] }),
    index('known_devices_person').on(t.personId),
    index('known_devices_end').on(t.endsAt),
  ],
)

/** Growing delays after failed sign-ins; `key` is a hash of an account, a known browser or an address. */
export const signInFailures = pgTable('sign_in_failures', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: time('last_at').notNull(),
})

export const invitations = pgTable(
  'invitations',
  {
    id: key(),
    workspaceId: workspace(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    tokenHash: text('token_hash').notNull(),
    role: text('role').$type<WorkspaceRole>().notNull(),
    projectId: uuid('project_id').references(() => projects.id),
    projectRole: text('project_role').$type<ProjectRole>(),
    note: text('note').notNull(),
    /** Null for any number. */
    uses: integer('uses'),
    used: integer('used').notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: created(),
    expiresAt: time('expires_at').notNull(),
    revokedAt: time('revoked_at'),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    index('invitations_workspace').on(t.workspaceId),
    check('invitations_role', oneOf(t.role, workspaceRoles)),
    check('invitations_project_role', sql`(${t.projectId} is null) = (${t.projectRole} is null)`),
    check('invitations_used', sql`${t.used} <= coalesce(${t.uses}, ${t.used})`),
  ],
)

export const projects = pgTable(
  'projects',
  {
    id: key(),
    workspaceId: workspace(),
    title: text('title').notNull(),
    challenge: text('challenge').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: created(),
    archivedAt: time('archived_at'),
  },
  (t) => [index('projects_workspace').on(t.workspaceId)],
)

export const projectDepartments = pgTable(
  'project_departments',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    departmentId: uuid('department_id')
      .notNull()
      .references(() => departments.id),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.departmentId] })],
)

export const projectMembers = pgTable(
  'project_members',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<ProjectRole>().notNull(),
    addedAt: time('added_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.personId] }),
    index('project_members_person').on(t.personId),
    check('project_members_role', oneOf(t.role, projectRoles)),
  ],
)

/** One row per room: creation is explicit, so a missing room is never an empty one. */
export const rooms = pgTable(
  'rooms',
  {
    id: key(),
    workspaceId: workspace(),
    /** Null for what is in a journal: it belongs to whoever writes that. */
    projectId: uuid('project_id').references(() => projects.id),
    kind: text('kind').$type<RoomKind>().notNull(),
    createdAt: created(),
  },
  (t) => [
    index('rooms_project').on(t.projectId),
    check('rooms_kind', oneOf(t.kind, roomKinds)),
    check(
      'rooms_project_or_section',
      sql`(${t.kind} in ('section', 'section-suggestion')) = (${t.projectId} is null)`,
    ),
  ],
)

/** Written when the room is quiet, for lists; the room itself is the truth. */
export const boards = pgTable('boards', {
  id: uuid('id')
    .primaryKey()
    .references(() => rooms.id),
  title: text('title').notNull(),
  /** Cards per column, in order: `[{ title, cards }]`. */
  summary: text('summary').notNull().default('[]'),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => people.id),
  changedAt: time('changed_at').notNull().defaultNow(),
  /** Since when it lies in the bin. */
  trashedAt: time('trashed_at'),
  trashedBy: uuid('trashed_by').references(() => people.id),
})
