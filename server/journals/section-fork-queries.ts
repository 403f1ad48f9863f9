import type { Actor } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, isNull } from 'drizzle-orm'
import { requireCan } from '../access/require-can'
import { loadSectionRoom } from '../access/section-access-queries'
import { requireStillHere } from '../access/still-here-queries'
import type { Queryable } from '../db/database'
import { docSuggestions } from '../db/doc-tables'
import { sections } from '../db/journal-tables'

/**
 * In the transaction in which a fork is made: until it ends, nobody erases the section, which takes its forks along,
 * nor does the author of the fork end their account. Refuses where either is done, or it was taken back meanwhile.
 */
export async function requireStillSuggesting(
  tx: Queryable,
  actor: Actor,
  sectionId: string,
): Promise<void> {
  await requireStillHere(tx, actor.personId)
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.id, sectionId))
    .for('key share')
  if (!section) refuse('not-found')
  requireCan(actor, 'suggest', await loadSectionRoom(tx, actor, sectionId))
}

/** An open fork into which a decision of somebody else's has brought what its author may not have read. */
export async function findTakenIn(db: Queryable, id: string) {
  const { sectionId, authorId, tookIn, closedAt } = docSuggestions
  const [fork] = await db
    .select({ sectionId, authorId })
    .from(docSuggestions)
    .where(and(eq(docSuggestions.id, id), eq(tookIn, true), isNull(closedAt)))
  return fork?.sectionId ? { id, authorId: fork.authorId, sectionId: fork.sectionId } : null
}
