import { type Actor, can } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { eq, inArray } from 'drizzle-orm'
import { roomsOfDocs } from '../access/doc-access-queries'
import { type LoadedProject, loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Database, Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { rooms } from '../db/tables'
import { takeOutOfLibrary } from './doc-sharing-queries'
import { arrangeable, lockTree, moveUp, type TreeRow, takenAlong } from './doc-tree-queries'
import { endPublicLinks } from './public-link-queries'

/** `roomIds`: who is in them may no longer be allowed to. */
export type Moved = { roomIds: string[]; leftLibrary: boolean }

/**
 * Puts a doc, and what stands under it as far as it is the actor's to move and stays theirs, last at
 * the top of another project. Grants, files and suggestions belong to rooms and so come along. Public
 * links and the library are for who leads there to decide: for anybody else they end.
 */
export async function moveDocTo(
  db: Database,
  actor: Actor,
  doc: { id: string; projectId: string },
  targetId: string,
): Promise<Moved> {
  if (doc.projectId === targetId) return { roomIds: [], leftLibrary: false }
  return db.transaction(async (tx) => {
    const tree = await lockBoth(tx, actor, doc.projectId, targetId)
    const target = await loadProject(tx, actor, targetId)
    requireCan(actor, 'edit', target)
    const { parentId, trashedAt, mayMove } = arrangeable(tree, doc.id)
    if (trashedAt !== null) refuse('conflict')
    if (!mayMove) refuse('forbidden')
    const { ids, left } = takenAlong(keepable(tree, actor, target), doc.id, 'mayMove')
    if (ids.length === 0) refuse('forbidden')
    await moveUp(tx, left, parentId)
    await tx.update(docs).set({ parentId: null, rank: null }).where(eq(docs.id, doc.id))
    const roomIds = await roomsOfDocs(tx, ids)
    await tx.update(rooms).set({ projectId: targetId }).where(inArray(rooms.id, roomIds))
    if (can(actor, 'manage', target)) return { roomIds, leftLibrary: false }
    await endPublicLinks(tx, ids)
    return { roomIds, leftLibrary: await takeOutOfLibrary(tx, ids) }
  })
}

/** What is only for some may be out of one's own reach where one does not lead, and in that of others. */
const keepable = (tree: readonly TreeRow[], actor: Actor, { role, archived }: LoadedProject) =>
  tree.map((row) => {
    const there = { ...row.rights, project: { role, archived } }
    return { ...row, mayMove: row.mayMove && can(actor, 'arrange', there) }
  })

/** Always in the same order: two who move docs in opposite directions would wait for each other. */
async function lockBoth(tx: Queryable, actor: Actor, sourceId: string, targetId: string) {
  const [first, second] = [sourceId, targetId].sort()
  const trees = new Map<string, Awaited<ReturnType<typeof lockTree>>>()
  for (const id of [first, second]) if (id) trees.set(id, await lockTree(tx, actor, id))
  return trees.get(sourceId) ?? refuse('unavailable')
}
