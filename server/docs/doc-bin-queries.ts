/** The bin: docs that are out of sight, with what stands under them, until they are restored or their time is over. */
import { type Actor, can } from '@atelier/shared/access/can'
import { subtreeOf } from '@atelier/shared/docs/doc-tree'
import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { docSubjectOf, docVisibleTo, withDocRights } from '../access/doc-access-queries'
import type { Database, Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { rooms } from '../db/tables'
import { asBinned, binEndsBefore } from '../projects/bin-queries'
import { eraseDocs } from './delete-doc-queries'
import { arrangeable, lockTree, moveUp, type TreeRow, takenAlong } from './doc-tree-queries'

type Doc = { id: string; projectId: string }

/** Resolves with all docs that went. */
export async function trashDoc(db: Database, actor: Actor, doc: Doc): Promise<string[]> {
  return db.transaction(async (tx) => {
    const tree = await lockTree(tx, actor, doc.projectId)
    const { trashedAt, parentId } = arrangeable(tree, doc.id)
    if (trashedAt !== null) return []
    const { ids, left } = takenAlong(tree, doc.id)
    await moveUp(tx, left, parentId)
    const gone = { trashedAt: new Date(), trashedBy: actor.personId }
    await tx.update(docs).set(gone).where(inArray(docs.id, ids))
    return ids
  })
}

/** With what went along; at the top where what it stood under is not there any more. */
export async function restoreDoc(db: Database, actor: Actor, doc: Doc): Promise<string[]> {
  return db.transaction(async (tx) => {
    const tree = await lockTree(tx, actor, doc.projectId)
    const row = arrangeable(tree, doc.id)
    if (row.trashedAt === null) return []
    const ids = goneTogether(tree, row).map(({ id }) => id)
    await tx.update(docs).set({ trashedAt: null, trashedBy: null }).where(inArray(docs.id, ids))
    const parent = tree.find(({ id }) => id === row.parentId)
    if (parent?.trashedAt !== null) {
      await tx.update(docs).set({ parentId: null }).where(eq(docs.id, doc.id))
    }
    return ids
  })
}

const goneTogether = <Row extends Pick<TreeRow, 'id' | 'parentId' | 'trashedAt'>>(
  tree: readonly Row[],
  { id, trashedAt }: Row,
) =>
  subtreeOf(
    tree.filter((row) => row.trashedAt?.getTime() === trashedAt?.getTime()),
    id,
  )

/** What went by itself, the latest first; what went along is counted. */
export async function listBinnedDocs(
  db: Queryable,
  actor: Actor,
  projectId: string,
): Promise<BinnedRoom[]> {
  const rows = await withDocRights(db, actor)
    .where(and(docVisibleTo(actor), isNotNull(docs.trashedAt), eq(rooms.projectId, projectId)))
    .orderBy(desc(docs.trashedAt), docs.id)
  const gone = rows.map(({ doc }) => doc)
  const wentAlong = new Set(gone.flatMap((doc) => goneTogether(gone, doc).slice(1)))
  const byThemselves = gone.filter((doc) => !wentAlong.has(doc))
  return asBinned(db, 'doc', byThemselves, (doc) => goneTogether(gone, doc).length - 1)
}

/** For good, with what went along as far as the actor may; nothing of them is left. */
export async function eraseDoc(db: Database, actor: Actor, doc: Doc): Promise<void> {
  await db.transaction(async (tx) => {
    const tree = await lockTree(tx, actor, doc.projectId)
    const row = arrangeable(tree, doc.id)
    if (row.trashedAt === null) refuse('conflict')
    const ids = goneTogether(tree, row).map(({ id }) => id)
    const rows = await withDocRights(tx, actor).where(inArray(docs.id, ids))
    const mine = rows.filter((one) => can(actor, 'erase', docSubjectOf(one)))
    await eraseDocs(
      tx,
      mine.map((one) => one.doc.id),
    )
  })
}

/** Those whose time in the bin is over. Resolves with how many. */
export async function eraseLongGoneDocs(db: Database, now = new Date()): Promise<number> {
  const before = binEndsBefore(now)
  const rows = await db.select({ id: docs.id }).from(docs).where(lt(docs.trashedAt, before))
  const ids = rows.map(({ id }) => id)
  await db.transaction(async (tx) => {
    // Whoever restores one at this moment was first.
    const still = await tx
      .select({ id: docs.id })
      .from(docs)
      .where(and(inArray(docs.id, ids), lt(docs.trashedAt, before)))
      .for('update')
    await eraseDocs(
      tx,
      still.map(({ id }) => id),
    )
  })
  return ids.length
}
