import { type Actor, can } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray } from 'drizzle-orm'
import { docSubjectOf, roomsOfDocs, withDocRights } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Database, Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { rooms } from '../db/tables'

import { arrangeable, lockTree, moveUp, takenAlong } from './doc-tree-queries'

/**
 * Puts a doc, and what stands under it as far as the actor may move it, last at the top of another
 * project. Grants, files and suggestions belong to rooms and so come along. Resolves with all the
 * rooms that moved: who is in them may no longer be allowed to.
 */
export async function moveDocTo(
  db: Database,
  actor: Actor,
  doc: { id: string; projectId: string },
  targetId: string,
): Promise<string[]> {
  if (doc.projectId === targetId) return []
  return db.transaction(async (tx) => {
    const tree = await lockBoth(tx, actor, doc.projectId, targetId)
    requireCan(actor, 'edit', await loadProject(tx, actor, targetId))
    const { parentId, trashedAt, mayMove } = arrangeable(tree, doc.id)
    if (trashedAt !== null) refuse('conflict')
    if (!mayMove) refuse('forbidden')
    const { ids, left } = takenAlong(tree, doc.id, 'mayMove')
    await moveUp(tx, left, parentId)
    await tx.update(docs).set({ parentId: null, rank: null }).where(eq(docs.id, doc.id))
    const roomIds = await roomsOfDocs(tx, ids)
    await tx.update(rooms).set({ projectId: targetId }).where(inArray(rooms.id, roomIds))
    await requireStillMine(tx, actor, doc.id)
    return roomIds
  })
}

/** Always in the same order: two who move docs in opposite directions would wait for each other. */
async function lockBoth(tx: Queryable, actor: Actor, sourceId: string, targetId: string) {
  const [first, second] = [sourceId, targetId].sort()
  const trees = new Map<string, Awaited<ReturnType<typeof lockTree>>>()
  for (const id of [first, second]) if (id) trees.set(id, await lockTree(tx, actor, id))
  return trees.get(sourceId) ?? refuse('unavailable')
}

/** A restricted doc in a project one does not lead may be out of one's own reach there. */
async function requireStillMine(tx: Queryable, actor: Actor, docId: string) {
  const [row] = await withDocRights(tx, actor).where(and(eq(docs.id, docId)))
  if (!row || !can(actor, 'arrange', docSubjectOf(row))) refuse('forbidden')
}
