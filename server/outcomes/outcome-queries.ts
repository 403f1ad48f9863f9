/** What projects want people to be able to do. Who may ask, and say so, is asked before. */
import { byOrder, orderAt } from '@atelier/shared/basics/order'
import {
  type ChangeOutcome,
  mostOutcomes,
  type NewOutcome,
  type Outcome,
} from '@atelier/shared/outcomes/outcome'
import { refuse } from '@atelier/shared/refusals'
import { and, eq } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { outcomes } from '../db/outcome-tables'
import { projects } from '../db/tables'

/** Where they belong, and whoever defines them. */
export type OutcomePlace = { projectId: string; workspaceId: string; createdBy: string }

type Row = typeof outcomes.$inferSelect

const rowsOf = async (db: Queryable, projectId: string): Promise<Row[]> => {
  const rows = await db.select().from(outcomes).where(eq(outcomes.projectId, projectId))
  const order = ({ id, rank }: Row) => ({ id, order: rank })
  return rows.sort((a, b) => byOrder(order(a), order(b)))
}

/** In the project's order. */
export const listOutcomes = async (db: Queryable, projectId: string): Promise<Outcome[]> =>
  (await rowsOf(db, projectId)).map(({ id, name, level, description, archivedAt }) => ({
    id,
    name,
    level,
    description,
    archived: archivedAt !== null,
  }))

/** At the end, in this order. One whose id is known already is left as it is; an id of another project is refused. */
export async function insertOutcomes(
  tx: Queryable,
  { projectId, workspaceId, createdBy }: OutcomePlace,
  wanted: readonly (Required<NewOutcome> & { archived?: boolean })[],
): Promise<void> {
  await lockProject(tx, projectId)
  const known = await rowsOf(tx, projectId)
  const added = wanted.filter(({ id }) => !known.some((row) => row.id === id))
  if (known.length + added.length > mostOutcomes) refuse('too-many')
  let last = known.map(({ id, rank }) => ({ id, order: rank }))
  for (const { archived, ...outcome } of added) {
    const rank = orderAt(last, outcome.id, 'end')
    last = [{ id: outcome.id, order: rank }]
    const archivedAt = archived ? new Date() : null
    const rows = await tx
      .insert(outcomes)
      .values({ ...outcome, rank, archivedAt, projectId, workspaceId, createdBy })
      .onConflictDoNothing()
      .returning({ id: outcomes.id })
    if (rows.length === 0) refuse('conflict')
  }
}

export const insertOutcome = (
  db: Database,
  place: OutcomePlace,
  outcome: Required<NewOutcome>,
): Promise<void> => db.transaction((tx) => insertOutcomes(tx, place, [outcome]))

/** Refuses with `not-found` an id of another project; to stand after one that is gone is to come last. */
export async function changeOutcomeRow(
  db: Database,
  projectId: string,
  id: string,
  { archived, after, ...words }: ChangeOutcome,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockProject(tx, projectId)
    const known = await rowsOf(tx, projectId)
    const row = known.find((one) => one.id === id) ?? refuse('not-found')
    const all = known.map((one) => ({ id: one.id, order: one.rank }))
    const set = {
      ...words,
      ...(archived !== undefined && {
        archivedAt: archived ? (row.archivedAt ?? new Date()) : null,
      }),
      ...(after !== undefined && { rank: orderAt(all, id, after === null ? 'top' : { after }) }),
    }
    if (Object.keys(set).length === 0) return
    const own = and(eq(outcomes.projectId, projectId), eq(outcomes.id, id))
    await tx.update(outcomes).set(set).where(own)
  })
}

/** Two who add, or move, at the same moment queue up here: no two stand in one place. */
const lockProject = (tx: Queryable, projectId: string) =>
  tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)).for('update')

export const outcomeNames = async (
  db: Queryable,
  projectId: string,
): Promise<ReadonlyMap<string, string>> =>
  new Map((await listOutcomes(db, projectId)).map(({ id, name }) => [id, name]))
