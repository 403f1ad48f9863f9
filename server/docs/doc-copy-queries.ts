/** Docs made of other docs: their text as it is now without its past, and files of their own, of those they show. */
import { type Actor, can } from '@atelier/shared/access/can'
import { must } from '@atelier/shared/basics/must'
import { filesIn } from '@atelier/shared/docs/files-in'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { ReadDoc } from '@atelier/shared/docs/read-body'
import { withFiles } from '@atelier/shared/docs/with-files'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray } from 'drizzle-orm'
import type { LoadedProject } from '../access/project-access-queries'
import type { Database, Queryable } from '../db/database'
import { docGrants, docs, files } from '../db/doc-tables'
import { lockTree, placeDoc, type TreeRow } from './doc-tree-queries'
import { createDoc, type NewDocWish } from './new-doc-queries'

/** `content` is what the doc `id` says. */
export type Source = { id: string; parentId: string | null; content: ReadDoc }

/** A new doc that says what the source says. Who may read it is decided by where it stands. */
export async function createFrom(
  db: Database,
  actor: Actor,
  project: LoadedProject,
  source: Pick<Source, 'id' | 'content'>,
  wish: Omit<NewDocWish, 'update'>,
): Promise<string> {
  return db.transaction(async (tx) => {
    const shown = filesIn(source.content.body)
    const theirs =
      shown.length === 0
        ? []
        : await tx
            .select()
            .from(files)
            .where(and(eq(files.roomId, source.id), inArray(files.id, shown)))
    const copies = new Map(theirs.map(({ id }) => [id, crypto.randomUUID()]))
    const { title } = wish
    const update = newDocUpdate({ title, body: withFiles(source.content.body, copies) })
    const id = await createDoc(tx as Database, actor, project, { ...wish, update })
    if (theirs.length > 0) {
      const own = { roomId: id, createdBy: actor.personId, createdAt: new Date() }
      const rows = theirs.map((file) => ({
        ...file,
        ...own,
        id: must(copies.get(file.id), 'copy'),
      }))
      await tx.insert(files).values(rows)
    }
    return id
  })
}

/** The first of the sources beside itself, the others under it as they stood; all for whom theirs are. */
export async function duplicateDocs(
  db: Database,
  actor: Actor,
  project: LoadedProject,
  sources: readonly Source[],
): Promise<string> {
  return db.transaction(async (tx) => {
    const tree = await lockTree(tx, actor, project.id)
    const copies = new Map<string, string>()
    for (const source of sources) {
      const above = copies.get(source.parentId ?? '') ?? parentFor(tree, source)
      const place = { title: source.content.title, parentId: above }
      const id = await createFrom(tx as Database, actor, project, source, place)
      copies.set(source.id, id)
      await shareAlike(tx, actor, project, source.id, id)
    }
    const [first] = sources
    const id = copies.get(first?.id ?? '') ?? refuse('invalid')
    const parentId = first ? parentFor(tree, first) : null
    await placeDoc(tx, actor, { id, projectId: project.id }, { parentId, after: first?.id ?? '' })
    return id
  })
}

/** At the top where one may not put anything beside the original. */
const parentFor = (tree: readonly TreeRow[], { parentId }: Source): string | null =>
  tree.some(({ id, mayArrange }) => id === parentId && mayArrange) ? parentId : null

/** A copy of what is for some is for no more than these, and for whoever made it. */
async function shareAlike(
  tx: Queryable,
  actor: Actor,
  { workspaceId, role, archived }: LoadedProject,
  fromId: string,
  toId: string,
) {
  const [from] = await tx
    .select({ restricted: docs.restricted })
    .from(docs)
    .where(eq(docs.id, fromId))
  const restricted = from?.restricted ?? true
  await tx.update(docs).set({ restricted }).where(eq(docs.id, toId))
  await tx.delete(docGrants).where(eq(docGrants.docId, toId))
  if (!restricted) return
  const grants = await tx.select().from(docGrants).where(eq(docGrants.docId, fromId))
  const others = grants.filter(({ personId }) => personId !== actor.personId)
  const isLead = can(actor, 'manage', { kind: 'project', workspaceId, role, archived })
  const mine = { docId: toId, personId: actor.personId, grantedBy: actor.personId }
  const rows = [
    ...others.map((grant) => ({ ...grant, docId: toId })),
    ...(isLead ? [] : [{ ...mine, role: 'contributor' as const }]),
  ]
  if (rows.length > 0) await tx.insert(docGrants).values(rows)
}
