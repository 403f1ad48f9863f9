import type { DocRole, ProjectRole, WorkspaceRole } from '../access/roles'
import type { InvitationRow } from './invitation'
import type { PersonCard, PersonRow } from './person'

type GrantedDoc = { id: string; title: string; project: string; archived: boolean }

/** Everything that gives somebody access, in one list. */
export type Grant =
  /** Taken away by suspending the person: PATCH /api/people/:id. */
  | { kind: 'workspace'; person: PersonRow; role: WorkspaceRole; suspended: boolean }
  /** Taken away by DELETE /api/projects/:id/members/:personId. */
  | {
      kind: 'project'
      person: PersonCard
      project: { id: string; title: string; archived: boolean }
      role: ProjectRole
    }
  /** Taken away by DELETE /api/docs/:id/grants/:personId. */
  | { kind: 'doc'; person: PersonCard; doc: GrantedDoc; role: DocRole }
  /** Anybody who has it; taken away by DELETE /api/docs/:id/links/:linkId. */
  | { kind: 'link'; id: string; doc: GrantedDoc; by: string; expiresAt: string }
  /** Taken away by DELETE /api/invitations/:id. */
  | { kind: 'invitation'; invitation: InvitationRow }
