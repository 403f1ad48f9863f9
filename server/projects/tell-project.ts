import type { Deps } from '../http/deps'

/** Both its own page and the lists it stands in. */
export function tellProject(deps: Pick<Deps, 'notices'>, projectId: string) {
  const readers = { kind: 'project', projectId } as const
  deps.notices.tell({ what: 'project', id: projectId }, readers)
  deps.notices.tell({ what: 'projects' }, readers)
}
