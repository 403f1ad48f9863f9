import { randomBytes } from 'node:crypto'
import { can } from '@atelier/shared/access/can'
import type { InvitationAnswer, InvitationRow } from '@atelier/shared/people/invitation'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { hashOf } from '../access/hash-of'
import type { Queryable } from '../db/database'
import {
  departments,
  invitations,
  organisations,
  people,
  projectMembers,
  projects,
  workspaces,
} from '../db/tables'

type Invitation = typeof invitations.$inferSelect

export type NewInvitation = Pick<
  typeof invitations.$inferInsert,
  | 'workspaceId'
  | 'organisationId'
  | 'role'
  | 'projectId'
  | 'projectRole'
  | 'note'
  | 'uses'
  | 'createdBy'
  | 'expiresAt'
>

/** The token is told once, here; only its hash is kept. */
export async function insertInvitation(db: Queryable, invitation: NewInvitation) {
  const token = randomBytes(32).toString('base64url')
  const [row] = await db
    .insert(invitations)
    .values({ ...invitation, tokenHash: hashOf(token) })
    .returning({ id: invitations.id })
  return { id: row?.id ?? refuse('unavailable'), token }
}

export async function listInvitations(
  db: Queryable,
  workspaceId: string,
): Promise<InvitationRow[]> {
  const rows = await db
    .select({
      invitation: invitations,
      organisation: organisations.name,
      project: projects.title,
      inviter,
      inviterName: people.name,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .leftJoin(projects, eq(projects.id, invitations.projectId))
    .where(eq(invitations.workspaceId, workspaceId))
    .orderBy(desc(invitations.createdAt), invitations.id)
  return rows.map(({ invitation, organisation, project, inviter, inviterName }) => ({
    id: invitation.id,
    role: invitation.role,
    organisation,
    project: projectOf(invitation, project),
    note: invitation.note,
    uses: invitation.uses,
    used: invitation.used,
    inviter: inviterName,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    state: stateOf(invitation, inviter),
  }))
}

function projectOf({ projectId, projectRole }: Invitation, title: string | null) {
  if (projectId === null || projectRole === null || title === null) return null
  return { id: projectId, title, role: projectRole }
}

function stateOf(invitation: Invitation, by: Inviter): InvitationRow['state'] {
  if (invitation.revokedAt !== null || !standsBehind(by, invitation)) return 'revoked'
  if (invitation.expiresAt <= new Date()) return 'expired'
  return invitation.used >= (invitation.uses ?? Number.POSITIVE_INFINITY) ? 'used-up' : 'open'
}

const inviter = {
  personId: people.id,
  workspaceId: people.workspaceId,
  role: people.role,
  suspendedAt: people.suspendedAt,
}
type Inviter = Pick<typeof people.$inferSelect, 'workspaceId' | 'role' | 'suspendedAt'> & {
  personId: string
}

/** A link is worth what its maker may still hand out. Whoever may, leads every project as well. */
const standsBehind = (by: Inviter, { workspaceId, role }: Invitation) =>
  by.suspendedAt === null && can(by, 'manage', { kind: 'invitation', workspaceId, role })

export async function requireInvitation(db: Queryable, workspaceId: string, id: string) {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), eq(invitations.workspaceId, workspaceId)))
  return row ?? refuse('not-found')
}

export async function revokeInvitation(db: Queryable, id: string): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(and(eq(invitations.id, id), isNull(invitations.revokedAt)))
}

/** All that somebody has made: nobody stands behind one any more. */
export async function revokeInvitationsOf(tx: Queryable, createdBy: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(and(eq(invitations.createdBy, createdBy), isNull(invitations.revokedAt)))
}

/** The link somebody holds: not-found for one that never was, expired for one that is over. */
export async function loadOpenInvitation(db: Queryable, token: string): Promise<Invitation> {
  const [row] = await db
    .select({ invitation: invitations, inviter })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .where(eq(invitations.tokenHash, hashOf(token)))
  if (!row) return refuse('not-found')
  return stateOf(row.invitation, row.inviter) === 'open' ? row.invitation : refuse('expired')
}

/** Counts one use and returns the invitation; of many at the same moment, no more than `uses` get through. */
export async function takeInvitation(tx: Queryable, token: string): Promise<Invitation> {
  const [row] = await tx
    .update(invitations)
    .set({ used: sql`${invitations.used} + 1` })
    .where(
      and(
        eq(invitations.tokenHash, hashOf(token)),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, new Date()),
        or(isNull(invitations.uses), lt(invitations.used, invitations.uses)),
      ),
    )
    .returning()
  if (!row) return refuse('expired')
  // Until this is committed, the inviter's standing cannot change.
  const [by] = await tx
    .select(inviter)
    .from(people)
    .where(eq(people.id, row.createdBy))
    .for('share')
  return by && standsBehind(by, row) ? row : refuse('expired')
}

export async function joinInvitedProject(tx: Queryable, invitation: Invitation, personId: string) {
  const { projectId, projectRole: role } = invitation
  if (projectId !== null && role !== null) {
    await tx.insert(projectMembers).values({ projectId, personId, role })
  }
}

export async function describeInvitation(
  db: Queryable,
  invitation: Invitation,
): Promise<InvitationAnswer> {
  const [row] = await db
    .select({
      workspace: workspaces.name,
      organisation: { id: organisations.id, name: organisations.name },
      project: projects.title,
      inviter: people.name,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .leftJoin(projects, eq(projects.id, invitations.projectId))
    .where(eq(invitations.id, invitation.id))
  if (!row) return refuse('not-found')
  const parts = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.organisationId, invitation.organisationId))
    .orderBy(departments.name)
  return {
    ...row,
    role: invitation.role,
    organisation: { ...row.organisation, departments: parts },
    expiresAt: invitation.expiresAt.toISOString(),
  }
}
