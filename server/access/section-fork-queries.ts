/** Forks of sections of journals: who suggests in one, and who reads what is suggested. */
import { type Actor, can } from '@atelier/shared/access/can'
import { canInSection, type SectionSubject } from '@atelier/shared/access/can-in-journals'
import type { Access } from '@atelier/shared/sync/messages'
import { inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docSuggestions } from '../db/doc-tables'
import { loadSectionSubjects, type SectionQuestion } from './section-access-queries'

type Fork = { sectionId: string; authorId: string }
type Load = (question: SectionQuestion) => Promise<SectionSubject | null>

/**
 * It holds what its author has read of the section. So it is for them and for whose the section is, who decides; and
 * for nobody, not even these, while its author may not read the section: from what is written meanwhile nothing can
 * come into it.
 */
export async function accessToFork(load: Load, actor: Actor, fork: Fork): Promise<Access | null> {
  const { sectionId, authorId } = fork
  const [own, authors] = await Promise.all([
    load({ personId: actor.personId, sectionId }),
    load({ personId: authorId, sectionId }),
  ])
  if (!own || !authors || !can(actor, 'read', own) || !canInSection('read', authors)) return null
  if (authorId !== actor.personId) return own.isAuthor ? 'read' : null
  return can(actor, 'suggest', own) ? 'write' : 'read'
}

/** Asked for one alone. */
export const loadingSubjects =
  (db: Queryable): Load =>
  async (question) =>
    (await loadSectionSubjects(db, [question]))[0] ?? null

/** Their own rooms, and those of their forks. */
export async function roomsOfSections(
  db: Queryable,
  sectionIds: readonly string[],
): Promise<string[]> {
  if (sectionIds.length === 0) return []
  const forks = await db
    .select({ id: docSuggestions.id })
    .from(docSuggestions)
    .where(inArray(docSuggestions.sectionId, [...sectionIds]))
  return [...sectionIds, ...forks.map(({ id }) => id)]
}
