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
