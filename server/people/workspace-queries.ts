import type { WorkspaceCard } from '@atelier/shared/people/session'
import { refuse } from '@atelier/shared/refusals'
import { eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { organisations, workspaces } from '../db/tables'
import { insertPerson, type NewPerson } from './person-queries'

export async function hasWorkspace(db: Queryable): Promise<boolean> {
  const rows = await db.select({ id: workspaces.id }).from(workspaces).limit(1)
  return rows.length > 0
}

export async function loadWorkspace(db: Queryable, id: string): Promise<WorkspaceCard> {
  const [row] = await db
    .select({ id: workspaces.id, name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, id))
  return row ?? refuse('not-found')
}

export async function renameWorkspace(db: Queryable, id: string, name: string): Promise<void> {
  await db.update(workspaces).set({ name }).where(eq(workspaces.id, id))
}

export type FirstRun = {
  workspace: string
  organisation: string
  owner: Omit<NewPerson, 'workspaceId' | 'organisationId' | 'role'>
}

export type Founded = { workspaceId: string; organisationId: string; ownerId: string }

/** The workspace, its home organisation and its owner; only once, however many ask at the same moment. */
export async function foundWorkspace(db: Database, first: FirstRun): Promise<Founded> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${workspaces} in exclusive mode`)
    if (await hasWorkspace(tx)) return refuse('conflict')
    return insertWorkspace(tx, first)
  })
}

export async function insertWorkspace(tx: Queryable, first: FirstRun): Promise<Founded> {
  const [workspace] = await tx.insert(workspaces).values({ name: first.workspace }).returning()
  const workspaceId = workspace?.id ?? refuse('unavailable')
  const [home] = await tx
    .insert(organisations)
    .values({ workspaceId, name: first.organisation, kind: 'company', home: true })
    .returning()
  const organisationId = home?.id ?? refuse('unavailable')
  const ownerId = await insertPerson(tx, {
    ...first.owner,
    workspaceId,
    organisationId,
    role: 'owner',
  })
  return { workspaceId, organisationId, ownerId }
}
