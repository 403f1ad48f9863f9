import type { Deps } from '../http/deps'
import { tellProject } from '../projects/tell-project'

/** A doc's own page and the lists it stands in: its project's, and those of readers from elsewhere. */
export function tellDocs(
  deps: Pick<Deps, 'notices'>,
  doc: { id: string; projectId: string },
): void {
  tellProject(deps, doc.projectId)
  tellDoc(deps, doc.id)
}

/** Its own page alone. */
export const tellDoc = ({ notices }: Pick<Deps, 'notices'>, docId: string): void =>
  notices.tell({ what: 'docs', id: docId }, { kind: 'doc', docId })

/** Something came into the library, or left it. */
export function tellLibrary({ notices }: Pick<Deps, 'notices'>, workspaceId: string): void {
  notices.tell({ what: 'docs' }, { kind: 'everyone', workspaceId })
}
