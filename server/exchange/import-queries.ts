/** Docs and boards that were brought in: rooms, files, places in the tree and comments, all of it or nothing (S13). */
import type { Actor } from '@atelier/shared/access/can'
import { orderBetween } from '@atelier/shared/basics/order'
import { docOf } from '@atelier/shared/docs/new-doc'
import type { OutcomeEntry } from '@atelier/shared/exchange/manifest'
import { eq } from 'drizzle-orm'
import { actorNow } from '../access/actor-queries'
import { type LoadedProject, loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import { comments, commentThreads } from '../db/comment-tables'
import type { Database, Queryable } from '../db/database'
import { docGrants, docs } from '../db/doc-tables'
import { insertDoc } from '../docs/doc-queries'
import { writeDocSummary } from '../docs/doc-summary'
import { lockTree, type TreeRow } from '../docs/doc-tree-queries'
import { insertOutcomes } from '../outcomes/outcome-queries'
import { insertReadyBoard, type ReadyBoard } from './board-import-queries'
import { insertKept, type UsedFile } from './kept-file-queries'
import type { PlacedThread } from './place-threads'

export type ReadyDoc = {
  id: string
  parent: string | null
  title: string
  update: Uint8Array
  template: boolean
  restricted: boolean
  files: UsedFile[]
  threads: PlacedThread[]
}

/** `docs` have parents first. They come after all that is there. */
export async function insertImport(
  db: Database,
  actor: Actor,
  project: LoadedProject,
  ready: {
    docs: readonly ReadyDoc[]
    boards: readonly ReadyBoard[]
    outcomes?: readonly OutcomeEntry[]
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    const tree = await lockTree(tx, actor, project.id)
    await requireStillMay(tx, actor, project)
    if (ready.outcomes && ready.outcomes.length > 0) {
      const place = { projectId: project.id, workspaceId: project.workspaceId }
      await insertOutcomes(tx, { ...place, createdBy: actor.personId }, ready.outcomes)
    }
    let rank = await lastRank(
      tx,
      tree.filter(({ parentId }) => parentId === null),
    )
    // All of one transaction share its time: what follows is told apart, so that its order stays.
    const begun = Date.now()
    let at = begun
    for (const [nth, board] of ready.boards.entries()) {
      // Lists show the latest first.
      const writtenAt = new Date(begun - nth)
      await insertReadyBoard(tx, actor, project, board, { at, writtenAt })
      at += board.files.length
    }
    for (const doc of ready.docs) {
      rank = orderBetween(rank, null)
      await insertReady(tx, actor, project, doc, { rank, at })
      at += doc.files.length + doc.threads.length
    }
  })
}

/** It was asked before all was converted, which may take minutes. */
async function requireStillMay(tx: Queryable, actor: Actor, { id }: LoadedProject) {
  const now = await actorNow(tx, actor)
  requireCan(now, 'edit', await loadProject(tx, now, id))
}

/** Docs that nobody has put anywhere come last: they get places, or what is brought in would stand before them. */
async function lastRank(tx: Queryable, shown: readonly TreeRow[]): Promise<string | null> {
  let last: string | null = null
  for (const { id, rank } of shown) {
    const own: string = rank ?? orderBetween(last, null)
    if (rank === null) await tx.update(docs).set({ rank: own }).where(eq(docs.id, id))
    last = own
  }
  return last
}

async function insertReady(
  tx: Queryable,
  actor: Actor,
  project: LoadedProject,
  doc: ReadyDoc,
  { rank, at }: { rank: string; at: number },
) {
  const { id, title, update, parent, template, restricted } = doc
  const createdBy = actor.personId
  const room = { id, workspaceId: project.workspaceId, projectId: project.id, createdBy, update }
  await insertDoc(tx as Database, title, room)
  await writeDocSummary(tx, id, docOf(update))
  await tx.update(docs).set({ parentId: parent, rank, template, restricted }).where(eq(docs.id, id))
  // Whoever brought it would not see it otherwise.
  if (restricted)
    await tx
      .insert(docGrants)
      .values({ docId: id, personId: createdBy, role: 'contributor', grantedBy: createdBy })
  await insertKept(tx, doc.files, { roomId: id, createdBy, at })
  for (const [place, thread] of doc.threads.entries())
    await insertPlaced(tx, id, createdBy, thread, at + place)
}

async function insertPlaced(
  tx: Queryable,
  roomId: string,
  by: string,
  thread: PlacedThread,
  at: number,
) {
  await tx.insert(commentThreads).values({
    id: thread.id,
    roomId,
    anchor: thread.anchor,
    quote: thread.quote,
    createdBy: by,
    createdAt: new Date(at),
    ...(thread.resolved && { resolvedAt: new Date(at), resolvedBy: by }),
  })
  await tx.insert(comments).values(
    thread.comments.map(({ id, body }, nth) => ({
      id,
      threadId: thread.id,
      authorId: by,
      body: JSON.stringify(body),
      createdAt: new Date(at + nth),
    })),
  )
}
