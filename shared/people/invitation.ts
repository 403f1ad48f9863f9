import * as z from 'zod'
import { type ProjectRole, projectRoles, type WorkspaceRole, workspaceRoles } from '../access/roles'
import { words } from '../basics/words'
import { languages } from './choices'
import { email, id, newPassword, personName } from './person'

/** Days an invitation link may live. */
const invitationDays = { min: 1, max: 90, standard: 14 } as const

export const newInvitation = z.object({
  role: z.enum(workspaceRoles),
  organisationId: id,
  days: z.int().min(invitationDays.min).max(invitationDays.max),
  /** How many people may use the link; null for any number until it expires. */
  uses: z.int().min(1).max(500).nullable(),
  /** Joins this project at once, if given. */
  project: z.object({ id, role: z.enum(projectRoles) }).nullable(),
  /** Whom it is for, to recognise it in the list of grants. */
  note: words.trim().max(120),
})

const invitationToken = z.string().min(20).max(100)

export const lookUpInvitation = z.object({ token: invitationToken })

export const acceptInvitation = z.object({
  token: invitationToken,
  name: personName,
  email,
  password: newPassword,
  language: z.enum(languages),
  departmentId: id.nullable(),
})

/** A link somebody may still, or could once, come in by. Times are ISO 8601. */
export type InvitationRow = {
  id: string
  role: WorkspaceRole
  organisation: string
  project: { id: string; title: string; role: ProjectRole } | null
  note: string
  uses: number | null
  used: number
  inviter: string
  createdAt: string
  expiresAt: string
  state: 'open' | 'expired' | 'used-up' | 'revoked'
}

/** What whoever stands at the door is told about the link in their hand. */
export type InvitationAnswer = {
  workspace: string
  role: WorkspaceRole
  organisation: { id: string; name: string; departments: { id: string; name: string }[] }
  project: string | null
  inviter: string
  expiresAt: string
}
