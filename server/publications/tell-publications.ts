import type { Deps } from '../http/deps'

/** Whoever reads these projects, and the author, who may not read them any more. */
export function tellPublications(
  { notices }: Pick<Deps, 'notices'>,
  projectIds: readonly string[],
  authorId: string,
): void {
  for (const id of projectIds)
    notices.tell({ what: 'publications', id }, { kind: 'project', projectId: id })
  notices.tell({ what: 'publications' }, { kind: 'people', personIds: [authorId] })
}
