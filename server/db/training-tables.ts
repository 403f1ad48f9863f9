/** Training plans, and records that are signed. What is signed no statement changes: triggers of the migration say no. */
import { type TrainingRole, trainingRoles } from '@atelier/shared/access/roles'
import type { PlanItem } from '@atelier/shared/training/plan'
import { type Absence, absences, type WeekForm } from '@atelier/shared/training/week-form'
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { created, key, oneOf, time } from './columns'
import { people, workspaces } from './tables'

const workspace = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id)
const person = (name = 'person_id') =>
  uuid(name)
    .notNull()
    .references(() => people.id)
const record = () =>
  uuid('record_id')
    .notNull()
    .references(() => trainingRecords.id)
const isHash = (column: string) => sql.raw(`"${column}" ~ '^[0-9a-f]{64}$'`)

export const trainingPlans = pgTable(
  'training_plans',
  {
    /** Chosen by its maker. */
    id: uuid('id').primaryKey(),
    workspaceId: workspace(),
    makerId: person('maker_id'),
    createdAt: created(),
  },
  (t) => [index('training_plans_workspace').on(t.workspaceId)],
)

/** Never changed. */
export const trainingPlanVersions = pgTable(
  'training_plan_versions',
  {
    planId: uuid('plan_id')
      .notNull()
      .references(() => trainingPlans.id),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    occupation: text('occupation').notNull(),
    items: jsonb('items').$type<PlanItem[]>().notNull(),
    writtenBy: person('written_by'),
    createdAt: created(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.version] }),
    check('training_plan_versions_version', sql`${t.version} > 0`),
  ],
)

export const trainingRecords = pgTable(
  'training_records',
  {
    /** Chosen by whoever begins it. */
    id: uuid('id').primaryKey(),
    workspaceId: workspace(),
    planId: uuid('plan_id').notNull(),
    planVersion: integer('plan_version').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    begunBy: person('begun_by'),
    createdAt: created(),
    /** When the last of the three said yes. */
    inForceAt: time('in_force_at'),
    /** When its apprentice took all of it along last. */
    takenAt: time('taken_at'),
  },
  (t) => [
    index('training_records_workspace').on(t.workspaceId),
    foreignKey({
      name: 'training_records_plan',
      columns: [t.planId, t.planVersion],
      foreignColumns: [trainingPlanVersions.planId, trainingPlanVersions.version],
    }),
    check('training_records_days', sql`${t.startsOn} < ${t.endsOn}`),
  ],
)

/** `agreedAt` is null while somebody is asked; `leftAt` is set once another is it, or they said no. */
export const trainingPeople = pgTable(
  'training_people',
  {
    id: key(),
    recordId: record(),
    personId: person(),
    role: text('role').$type<TrainingRole>().notNull(),
    createdAt: created(),
    agreedAt: time('agreed_at'),
    leftAt: time('left_at'),
  },
  (t) => [
    index('training_people_person').on(t.personId),
    uniqueIndex('training_people_now')
      .on(t.recordId, t.role)
      .where(sql`agreed_at is not null and left_at is null`),
    uniqueIndex('training_people_asked')
      .on(t.recordId, t.role)
      .where(sql`agreed_at is null and left_at is null`),
    uniqueIndex('training_people_one_role').on(t.recordId, t.personId).where(sql`left_at is null`),
    check('training_people_role', oneOf(t.role, trainingRoles)),
  ],
)

/** What the apprentice is writing: the week, or, once that is signed, what is to be added. */
export const trainingWeeks = pgTable(
  'training_weeks',
  {
    id: key(),
    recordId: record(),
    week: text('week').notNull(),
    absence: text('absence').$type<Absence>().notNull().default('none'),
    draft: jsonb('draft').$type<WeekForm>().notNull(),
    draftVersion: integer('draft_version').notNull().default(1),
    changedAt: time('changed_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('training_weeks_week').on(t.recordId, t.week),
    check('training_weeks_absence', oneOf(t.absence, absences)),
  ],
)

/** `canonical` is never changed; nothing is, once somebody has signed it. Closed: taken back, or sent back. */
export const trainingSubmissions = pgTable(
  'training_submissions',
  {
    id: key(),
    weekId: uuid('week_id')
      .notNull()
      .references(() => trainingWeeks.id),
    /** 0 is the week itself. */
    part: integer('part').notNull(),
    canonical: text('canonical').notNull(),
    hash: text('hash').notNull(),
    submittedAt: time('submitted_at').notNull(),
    closedAt: time('closed_at'),
  },
  (t) => [
    index('training_submissions_week').on(t.weekId, t.submittedAt),
    uniqueIndex('training_submissions_open').on(t.weekId, t.part).where(sql`closed_at is null`),
    check('training_submissions_part', sql`${t.part} >= 0`),
    check(
      'training_submissions_hash',
      sql.raw(`"hash" = encode(sha256(convert_to("canonical", 'UTF8')), 'hex')`),
    ),
  ],
)

/** Before it was signed it was closed by it; afterwards it asks for an addendum. */
export const trainingReturns = pgTable(
  'training_returns',
  {
    id: key(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => trainingSubmissions.id),
    personId: person(),
    role: text('role').$type<TrainingRole>().notNull(),
    words: text('words').notNull(),
    createdAt: created(),
  },
  (t) => [
    index('training_returns_submission').on(t.submissionId),
    check('training_returns_role', oneOf(t.role, trainingRoles)),
  ],
)

/** Never changed. `nth` counts in the record: each statement holds the hash of the one before. */
export const trainingSignatures = pgTable(
  'training_signatures',
  {
    recordId: record(),
    nth: integer('nth').notNull(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => trainingSubmissions.id),
    role: text('role').$type<TrainingRole>().notNull(),
    personId: person(),
    statement: text('statement').notNull(),
    signature: text('signature').notNull(),
    /** Of statement and signature: what the next one names. */
    hash: text('hash').notNull(),
    signedAt: time('signed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.nth] }),
    uniqueIndex('training_signatures_once').on(t.submissionId, t.role),
    check('training_signatures_nth', sql`${t.nth} > 0`),
    check('training_signatures_role', oneOf(t.role, trainingRoles)),
    check('training_signatures_hash', isHash('hash')),
  ],
)

/** Ed25519, as PEM and base64 of DER. The private one is read by nothing but signing-key-queries.ts. */
export const trainingKeys = pgTable('training_keys', {
  workspaceId: workspace().primaryKey(),
  publicKey: text('public_key').notNull(),
  privateKey: text('private_key').notNull(),
  createdAt: created(),
})
