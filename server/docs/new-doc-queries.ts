import type { Actor } from '@atelier/shared/access/can'
import { docOf } from '@atelier/shared/docs/new-doc'
import { refuse } from '@atelier/shared/refusals'
import { eq } from 'drizzle-orm'
import type { LoadedProject } from '../access/project-access-queries'
import type { Database, Queryable } from '../db/database'
import { docGrants, docs } from '../db/doc-tables'
import { insertDoc } from './doc-queries'
import { writeDocSummary } from './doc-summary'
import { arrangeable, lockTree, requireDepth } from './doc-tree-queries'

/** `parentId` is what it stands under, last; null for the top. */
export type NewDocWish = {
  /** Where its maker has chosen one, on a device without a network. */
  id?: string | undefined
  title: string
  parentId: string | null
  update: Uint8Array
}

/** A doc under a restricted one is for the same people, from its first moment. */
export async function createDoc(
  db: Database,
  actor: Actor,
  project: LoadedProject,
  { title, parentId, ...wish }: NewDocWish,
): Promise<string> {
  return db.transaction(async (tx) => {
    if (parentId !== null) await requireRoomBelow(tx, actor, project.id, parentId)
    const { id: projectId, workspaceId } = project
    const room = { workspaceId, projectId, createdBy: actor.personId, ...wish }
    const id = await insertDoc(tx as Database, title, room)
    await writeDocSummary(tx, id, docOf(wish.update))
    if (parentId !== null) await putUnder(tx, id, parentId)
    return id
  })
}

async function requireRoomBelow(tx: Queryable, actor: Actor, projectId: string, parentId: string) {
  const tree = (await lockTree(tx, actor, projectId)).filter((row) => row.trashedAt === null)
  arrangeable(tree, parentId)
  requireDepth(tree, parentId, 1)
}

async function putUnder(tx: Queryable, id: string, parentId: string) {
  const [parent] = await tx
    .select({ restricted: docs.restricted })
    .from(docs)
    .where(eq(docs.id, parentId))
  const { restricted } = parent ?? refuse('not-found')
  await tx.update(docs).set({ parentId, restricted }).where(eq(docs.id, id))
  if (restricted) await copyGrants(tx, parentId, id)
}

async function copyGrants(tx: Queryable, fromId: string, toId: string) {
  const grants = await tx.select().from(docGrants).where(eq(docGrants.docId, fromId))
  if (grants.length === 0) return
  await tx.insert(docGrants).values(grants.map((grant) => ({ ...grant, docId: toId })))
}
