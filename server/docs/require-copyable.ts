import type { Actor } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import type { LoadedDoc } from '../access/doc-access-queries'
import { type LoadedProject, loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'

/** Resolves with the project a copy of the doc goes into: its own. */
export async function requireCopyable(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  doc: LoadedDoc,
): Promise<LoadedProject> {
  // Who may not read the project itself may not know that there is one, either.
  if (doc.projectTitle === null || doc.trashed) return refuse('forbidden')
  const project = await loadProject(db, actor, doc.projectId)
  requireCan(actor, 'edit', project)
  return project
}
