import type { Deps } from '../http/deps'

type Place = { id: string; projectId: string }

/** To those who may read the doc, and nobody else. */
export function tellComments({ notices }: Pick<Deps, 'notices'>, { id }: Place): void {
  notices.tell({ what: 'comments', id }, { kind: 'doc', docId: id })
}

/** Also the lists in which the doc stands with its number of open threads. */
export function tellThreads(deps: Pick<Deps, 'notices'>, doc: Place): void {
  tellComments(deps, doc)
  deps.notices.tell({ what: 'project', id: doc.projectId }, { kind: 'doc', docId: doc.id })
}

/** Of a section of a journal: to those who read it now, whom the caller has asked for. */
export function tellSectionComments(
  { notices }: Pick<Deps, 'notices'>,
  id: string,
  personIds: string[],
): void {
  notices.tell({ what: 'comments', id }, { kind: 'people', personIds })
}

/** To those who may read the board. */
export function tellCardComments(
  { notices }: Pick<Deps, 'notices'>,
  { id, project }: { id: string; project: { id: string } },
): void {
  notices.tell({ what: 'comments', id }, { kind: 'project', projectId: project.id })
}

/** Nobody but themselves. */
export function tellWatching(
  { notices }: Pick<Deps, 'notices'>,
  boardId: string,
  personId: string,
): void {
  notices.tell({ what: 'watching', id: boardId }, { kind: 'people', personIds: [personId] })
}
