/** Training records, as their own people read them. */
import { type Actor, can } from '@atelier/shared/access/can'
import { mayReplace } from '@atelier/shared/access/can-in-training'
import { trainingRoles } from '@atelier/shared/access/roles'
import { must } from '@atelier/shared/basics/must'
import type {
  ItemCoverage,
  RecordPage,
  RecordPerson,
  RecordRow,
} from '@atelier/shared/training/record'
import { gapsIn, glancesOf, type WeekGlance } from '@atelier/shared/training/week-state'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import {
  type LoadedTraining,
  type TrainingRow,
  trainingSubjectOf,
  trainingVisibleTo,
  withTrainingRights,
} from '../access/training-access-queries'
import type { Queryable } from '../db/database'
import { organisations, people } from '../db/tables'
import { trainingPeople, trainingRecords } from '../db/training-tables'
import { loadVersion } from './plan-queries'
import { loadKeyCard } from './signing-key-queries'
import { factsOf, type LoadedWeek, loadWeeks } from './week-queries'

/** What waits for the asking person comes first, then the latest. */
export async function listRecords(
  db: Queryable,
  actor: Actor,
  today: string,
): Promise<RecordRow[]> {
  const rows = await withTrainingRights(db, actor)
    .where(trainingVisibleTo(actor))
    .orderBy(desc(trainingRecords.createdAt), desc(trainingRecords.id))
  const listed: RecordRow[] = []
  for (const row of rows) {
    const weeks = can(actor, 'follow', trainingSubjectOf(row))
      ? await loadWeeks(db, row.record.id)
      : []
    listed.push((await readRow(db, row, weeks, today)).row)
  }
  const urgency = ({ isAsked, waiting }: RecordRow) => (isAsked || waiting > 0 ? 0 : 1)
  return listed.sort((one, other) => urgency(one) - urgency(other))
}

/** Who has not said yes to it yet sees that they are asked, by whom, and after which plan. */
export async function loadRecordPage(
  db: Queryable,
  actor: Actor,
  loaded: LoadedTraining,
  today: string,
): Promise<RecordPage> {
  const { record } = loaded
  const follows = can(actor, 'follow', loaded)
  const weeks = follows ? await loadWeeks(db, record.id) : []
  const { row, plan, glances } = await readRow(db, loaded, weeks, today)
  return {
    ...row,
    plan: { id: record.planId, ...plan },
    begunBy: record.begunBy,
    mayReplace: mayReplace(loaded),
    mayPutAway: can(actor, 'put-away', loaded),
    weeks: follows ? glances : [],
    coverage: coverageOf(weeks),
    key: follows ? await loadKeyCard(db, record.workspaceId) : null,
  }
}

async function readRow(
  db: Queryable,
  { record, own }: TrainingRow,
  weeks: readonly LoadedWeek[],
  today: string,
) {
  const plan = must(await loadVersion(db, record.planId, record.planVersion), 'plan')
  const facts = new Map(weeks.map((week) => [week.row.week, factsOf(week)]))
  const inForce = record.inForceAt !== null
  const glances = glancesOf(record, facts, today, own.role)
  const waits = (one: WeekGlance) => one.waitsForMe
  const row: RecordRow = {
    ...{ id: record.id, startsOn: record.startsOn, endsOn: record.endsOn, role: own.role },
    ...{ occupation: plan.occupation, planTitle: plan.title },
    people: await peopleIn(db, record.id),
    state: inForce ? 'in-force' : 'asked',
    isAsked: own.agreedAt === null,
    waiting: glances.filter(waits).length,
    gaps: inForce && own.agreedAt !== null ? gapsIn(glances) : 0,
  }
  return { row, plan, glances }
}

function coverageOf(weeks: readonly LoadedWeek[]): ItemCoverage[] {
  const found = new Map<string, { minutes: number; weeks: Set<string> }>()
  for (const { row, parts } of weeks) {
    for (const { activities } of parts.map(({ content }) => content)) {
      for (const { minutes, items } of activities) {
        for (const { code } of items) {
          const item = found.get(code) ?? { minutes: 0, weeks: new Set() }
          item.minutes += Math.round(minutes / items.length)
          item.weeks.add(row.week)
          found.set(code, item)
        }
      }
    }
  }
  return [...found].map(([code, item]) => ({ ...item, code, weeks: item.weeks.size }))
}

/** Whoever said no to it, or was not asked any more before they said yes, is in no list. */
async function peopleIn(db: Queryable, recordId: string): Promise<RecordPerson[]> {
  const rows = await db
    .select({
      ...{ id: people.id, name: people.name, colour: people.colour },
      ...{ organisation: organisations.name, suspendedAt: people.suspendedAt },
      ...{ role: trainingPeople.role, agreedAt: trainingPeople.agreedAt },
      leftAt: trainingPeople.leftAt,
    })
    .from(trainingPeople)
    .innerJoin(people, eq(people.id, trainingPeople.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(trainingPeople.recordId, recordId))
    .orderBy(asc(trainingPeople.createdAt), asc(trainingPeople.id))
  const inOrder = [...rows].sort(
    (one, other) => trainingRoles.indexOf(one.role) - trainingRoles.indexOf(other.role),
  )
  return inOrder
    .filter(({ agreedAt, leftAt }) => agreedAt !== null || leftAt === null)
    .map(({ agreedAt, leftAt, suspendedAt, ...row }) => ({
      ...row,
      standing: leftAt !== null ? 'before' : agreedAt === null ? 'asked' : 'now',
      isHere: suspendedAt === null,
    }))
}

export async function peopleOfRecord(db: Queryable, recordId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: trainingPeople.personId })
    .from(trainingPeople)
    .where(and(eq(trainingPeople.recordId, recordId), isNull(trainingPeople.leftAt)))
  return rows.map(({ personId }) => personId)
}

/** Of all records this person is in: whoever is to be told when they go. */
export async function recordsOf(db: Queryable, personId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: trainingPeople.recordId })
    .from(trainingPeople)
    .where(and(eq(trainingPeople.personId, personId), isNull(trainingPeople.leftAt)))
  return rows.map(({ id }) => id)
}
