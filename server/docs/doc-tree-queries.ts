/** How docs stand under each other. Whoever changes that holds the project's tree alone, so nobody makes a ring. */
import { type Actor, can, type DocSubject } from '@atelier/shared/access/can'
import { orderAt, orderBetween, type Spot } from '@atelier/shared/basics/order'
import {
  type DocPlace,
  deepestDoc,
  heightOf,
  subtreeOf,
  treeOf,
  waysTo,
} from '@atelier/shared/docs/doc-tree'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { docSubjectOf, docVisibleTo, withDocRights } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { projects, rooms } from '../db/tables'
import { inTreeOrder } from '../projects/project-contents-queries'

export type TreeRow = {
  id: string
  rights: DocSubject
  parentId: string | null
  rank: string | null
  trashedAt: Date | null
  mayArrange: boolean
  /** Out of the project. */
  mayMove: boolean
}

/** Until the transaction ends nobody else arranges what stands in the project. */
export const holdTree = (tx: Queryable, projectId: string) =>
  tx
    .select({ id: projects.id })
    .from(projects)
    .where(eq(projects.id, projectId))
    .for('no key update')

/** All docs of a project, also those the actor may not read, until the transaction ends only ours to arrange. */
export async function lockTree(tx: Queryable, actor: Actor, projectId: string): Promise<TreeRow[]> {
  await holdTree(tx, projectId)
  const rows = await withDocRights(tx, actor)
    .where(eq(rooms.projectId, projectId))
    .orderBy(...inTreeOrder)
  return rows.map((row) => {
    const { id, parentId, rank, trashedAt } = row.doc
    const rights = docSubjectOf(row)
    const mayArrange = can(actor, 'arrange', rights)
    const mayMove = can(actor, 'move', rights)
    return { id, rights, parentId, rank, trashedAt, mayArrange, mayMove }
  })
}

/** The doc may have gone elsewhere, or out of one's hands, since it was loaded. */
export const arrangeable = (tree: readonly TreeRow[], id: string): TreeRow =>
  tree.find((row) => row.id === id && row.mayArrange) ?? refuse('not-found')

/** Of two people who put docs under each other's, the second is refused. */
export async function placeDoc(
  tx: Queryable,
  actor: Actor,
  doc: { id: string; projectId: string },
  place: DocPlace,
): Promise<void> {
  const tree = (await lockTree(tx, actor, doc.projectId)).filter((row) => row.trashedAt === null)
  arrangeable(tree, doc.id)
  if (place.parentId !== null) requireRoomUnder(tree, doc.id, place.parentId)
  const siblings = tree.filter(({ id, parentId }) => parentId === place.parentId && id !== doc.id)
  const ranked = await withRanks(tx, siblings)
  const rank = orderAt(ranked, doc.id, spotOf(place))
  await tx.update(docs).set({ parentId: place.parentId, rank }).where(eq(docs.id, doc.id))
}

function spotOf({ before, after }: DocPlace): Spot {
  if (before !== undefined) return { before }
  return after === undefined ? 'end' : { after }
}

/** Nothing stands under itself, nor deeper than anybody finds it. */
function requireRoomUnder(tree: readonly TreeRow[], id: string, parentId: string) {
  const parent = arrangeable(tree, parentId)
  const branch = subtreeOf(tree, id)
  if (branch.includes(parent)) refuse('conflict')
  const [height] = treeOf(branch).map(heightOf)
  requireDepth(tree, parentId, height ?? 1)
}

/** How many docs there may still be under `parentId`. */
export function requireDepth(tree: readonly TreeRow[], parentId: string, height: number): void {
  if (waysTo(tree, parentId).length + 1 + height > deepestDoc) refuse('too-large')
}

/** Docs that nobody has put anywhere get their places in the order in which they are shown. */
async function withRanks(tx: Queryable, siblings: readonly TreeRow[]) {
  const ranked: { id: string; order: string }[] = []
  for (const { id, rank } of siblings) {
    const order = rank ?? orderBetween(ranked.at(-1)?.order ?? null, null)
    if (rank === null) await tx.update(docs).set({ rank: order }).where(eq(docs.id, id))
    ranked.push({ id, order })
  }
  return ranked
}

/**
 * What goes along when a doc goes away: what stands under it, as far as the actor may do that to it.
 * `left` stays, with all that is under it.
 */
export function takenAlong(
  tree: readonly TreeRow[],
  id: string,
  may: 'mayArrange' | 'mayMove' = 'mayArrange',
) {
  const mine = tree.filter((row) => row[may] && row.trashedAt === null)
  const taken = subtreeOf(mine, id)
  const ids = new Set(taken.map((row) => row.id))
  const left = tree.filter((row) => !ids.has(row.id) && ids.has(row.parentId ?? ''))
  return { ids: [...ids], left: left.map((row) => row.id) }
}

/** What is left stands where the doc stood that went. */
export async function moveUp(tx: Queryable, left: readonly string[], parentId: string | null) {
  if (left.length === 0) return
  await tx
    .update(docs)
    .set({ parentId })
    .where(inArray(docs.id, [...left]))
}

/** What a doc stands under, from the top; no further up than the actor may read. */
export async function loadAbove(db: Queryable, actor: Actor, doc: { id: string }) {
  const found = await db.execute<{ id: string }>(sql`
    with recursive up(id, parent_id, steps) as (
      select id, parent_id, 0 from docs where id = ${doc.id}
      union all
      select docs.id, docs.parent_id, up.steps + 1 from docs join up on docs.id = up.parent_id
      where up.steps < ${deepestDoc * 2}
    )
    select distinct id from up`)
  const ids = found.rows.map(({ id }) => id)
  const rows = await withDocRights(db, actor).where(and(docVisibleTo(actor), inArray(docs.id, ids)))
  const way = waysTo(
    rows.map((row) => row.doc),
    doc.id,
  )
  return way.map(({ id, title }) => ({ id, title }))
}
