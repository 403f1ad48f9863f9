/** What was published out of journals. Who may ask, and what stands in a section, is asked before. */
import { type Actor, can } from '@atelier/shared/access/can'
import type { PublicationSubject } from '@atelier/shared/access/can-in-journals'
import {
  firstNameOf,
  mostPublications,
  type NewPublication,
  type OwnPublication,
  type Publication,
  type PublishedPart,
  type ShownName,
} from '@atelier/shared/publications/publication'
import { refuse } from '@atelier/shared/refusals'
import { and, asc, count, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { rightsOf, withRole } from '../access/project-access-queries'
import type { Database, Queryable } from '../db/database'
import { sections } from '../db/journal-tables'
import { outcomes } from '../db/outcome-tables'
import { publicationParts, publications } from '../db/publication-tables'
import { people, projects } from '../db/tables'

type Part = PublishedPart & { sectionId: string }
type Wish = Pick<NewPublication, 'id' | 'outcomeId' | 'shownAs'> & { parts: readonly Part[] }

/** One that is there already is left as it is. Refuses as `not-found` what is gone, or of another project. */
export const insertPublication = (
  db: Database,
  { projectId, authorId }: { projectId: string; authorId: string },
  { parts, ...wish }: Wish,
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.select().from(projects).where(eq(projects.id, projectId)).for('update')
    const [known] = await tx.select().from(publications).where(eq(publications.id, wish.id))
    if (known) {
      const isSame = known.authorId === authorId && known.projectId === projectId
      return isSame ? undefined : refuse('conflict')
    }
    await requireRoom(tx, projectId)
    await requireOutcome(tx, projectId, wish.outcomeId)
    await requireSections(
      tx,
      parts.map(({ sectionId }) => sectionId),
    )
    const made = await tx
      .insert(publications)
      .values({ ...wish, projectId, authorId })
      .onConflictDoNothing()
      .returning({ id: publications.id })
    if (made.length === 0) refuse('conflict')
    await tx
      .insert(publicationParts)
      .values(parts.map((part, nth) => ({ ...part, nth, publicationId: wish.id })))
  })

async function requireRoom(tx: Queryable, projectId: string): Promise<void> {
  const [all] = await tx
    .select({ count: count() })
    .from(publications)
    .where(eq(publications.projectId, projectId))
  if ((all?.count ?? 0) >= mostPublications) refuse('too-many')
}

async function requireOutcome(tx: Queryable, projectId: string, id: string | null): Promise<void> {
  if (id === null) return
  const ours = and(eq(outcomes.id, id), eq(outcomes.projectId, projectId))
  const found = await tx.select({ id: outcomes.id }).from(outcomes).where(ours)
  if (found.length === 0) refuse('not-found')
}

/** None of them is erased until this is over. */
async function requireSections(tx: Queryable, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  const found = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(inArray(sections.id, wanted))
    .orderBy(sections.id)
    .for('key share')
  if (found.length < wanted.length) refuse('not-found')
}

const partOrder = asc(publicationParts.nth)

/** As whoever reads the project may see them; nothing under the name of whom is suspended. */
export async function listPublications(
  db: Queryable,
  { personId }: Pick<Actor, 'personId'>,
  projectId: string,
): Promise<Publication[]> {
  const rows = await db
    .select({ publication: publications, part: publicationParts, name: people.name })
    .from(publications)
    .innerJoin(publicationParts, eq(publicationParts.publicationId, publications.id))
    .innerJoin(people, eq(people.id, publications.authorId))
    .where(
      and(
        eq(publications.projectId, projectId),
        isNull(publications.withdrawnAt),
        // One without a name that went with a suspension would say whose it was.
        or(isNull(people.suspendedAt), eq(publications.shownAs, 'anonymous')),
      ),
    )
    .orderBy(publications.id, partOrder)
  const found = grouped(rows).map(({ row: { publication, name }, parts }) => ({
    id: publication.id,
    name: shownName(publication.shownAs, name),
    outcomeId: publication.outcomeId,
    on: publication.publishedAt.toISOString().slice(0, 10),
    isOwn: publication.authorId === personId,
    parts: parts.map(({ words, isQuote }) => ({ words, isQuote })),
  }))
  // What came later on one day is not told apart: ids are chance.
  return found.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
}

function shownName(shownAs: ShownName, name: string): string | null {
  if (shownAs === 'anonymous') return null
  return shownAs === 'name' ? name : firstNameOf(name)
}

type Row = { publication: { id: string }; part: typeof publicationParts.$inferSelect }

function grouped<R extends Row>(rows: readonly R[]) {
  const groups = new Map<string, { row: R; parts: Row['part'][] }>()
  for (const row of rows) {
    const group = groups.get(row.publication.id) ?? { row, parts: [] }
    group.parts.push(row.part)
    groups.set(row.publication.id, group)
  }
  return [...groups.values()]
}

/** What somebody has published themselves, the latest first, also what is withdrawn. */
export async function listOwnPublications(db: Queryable, actor: Actor): Promise<OwnPublication[]> {
  const rows = await db
    .select({ publication: publications, outcome: outcomes.name })
    .from(publications)
    .leftJoin(outcomes, eq(outcomes.id, publications.outcomeId))
    .where(eq(publications.authorId, actor.personId))
    .orderBy(desc(publications.publishedAt), desc(publications.id))
  const parts = await partsOf(
    db,
    rows.map(({ publication }) => publication.id),
  )
  const readable = await readableProjects(
    db,
    actor,
    rows.map(({ publication }) => publication.projectId),
  )
  return rows.map(({ publication, outcome }) => {
    const project = readable.get(publication.projectId) ?? null
    return {
      id: publication.id,
      project,
      outcome: project && outcome,
      shownAs: publication.shownAs,
      publishedAt: publication.publishedAt.toISOString(),
      withdrawnAt: publication.withdrawnAt?.toISOString() ?? null,
      parts: parts
        .filter(({ publicationId }) => publicationId === publication.id)
        .map(({ sectionId, words, isQuote }) => ({ sectionId, words, isQuote })),
    }
  })
}

const partsOf = (db: Queryable, ids: string[]) =>
  db
    .select()
    .from(publicationParts)
    .where(inArray(publicationParts.publicationId, ids))
    .orderBy(partOrder)

async function readableProjects(db: Queryable, actor: Actor, ids: string[]) {
  const rows = await withRole(db, actor).where(inArray(projects.id, ids))
  const seen = rows.filter((row) => can(actor, 'read', { kind: 'project', ...rightsOf(row) }))
  return new Map(seen.map(({ project: { id, title } }) => [id, { id, title }]))
}

/** One of the actor's own, or not-found: what others have published is read with its project alone. */
export async function loadOwnPublication(
  db: Queryable,
  actor: Actor,
  id: string,
): Promise<PublicationSubject & { id: string; projectId: string }> {
  const [row] = await db
    .select({ publication: publications, workspaceId: projects.workspaceId })
    .from(publications)
    .innerJoin(projects, eq(projects.id, publications.projectId))
    .where(and(eq(publications.id, id), eq(publications.authorId, actor.personId)))
  if (!row) return refuse('not-found')
  const { projectId, withdrawnAt } = row.publication
  return {
    kind: 'publication',
    workspaceId: row.workspaceId,
    isAuthor: true,
    isWithdrawn: withdrawnAt !== null,
    project: { role: null, archived: false },
    ...{ id, projectId },
  }
}

/** Its words are gone; that it was there is for its author alone to see. */
export const withdrawPublication = (db: Database, id: string): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.delete(publicationParts).where(eq(publicationParts.publicationId, id))
    await tx
      .update(publications)
      .set({ withdrawnAt: new Date() })
      .where(and(eq(publications.id, id), isNull(publications.withdrawnAt)))
  })

/** Where something of these sections is published: what is erased there is gone here. */
export async function projectsOfSections(
  db: Queryable,
  sectionIds: readonly string[],
): Promise<string[]> {
  if (sectionIds.length === 0) return []
  const rows = await db
    .selectDistinct({ id: publications.projectId })
    .from(publicationParts)
    .innerJoin(publications, eq(publications.id, publicationParts.publicationId))
    .where(inArray(publicationParts.sectionId, [...sectionIds]))
  return rows.map(({ id }) => id)
}
