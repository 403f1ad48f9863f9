/** Who may do what in a workspace as a whole: by their role in it alone. */
import type { WorkspaceRole } from './roles'

/** - `write-kits`: the workspace's own agendas for workshops. */
export type WorkspaceVerb =
  | 'read'
  | 'manage'
  | 'invite'
  | 'create-project'
  | 'list-people'
  | 'read-library'
  | 'write-kits'

export const runsWorkspace = (role: WorkspaceRole) => role === 'owner' || role === 'admin'

export function canInWorkspace(role: WorkspaceRole, verb: WorkspaceVerb): boolean {
  switch (verb) {
    case 'read':
      return true
    case 'create-project':
    case 'list-people':
    case 'read-library':
    case 'write-kits':
      return role !== 'partner'
    case 'manage':
    case 'invite':
      return runsWorkspace(role)
  }
}
