import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people, projectMembers, projects, rooms, sessions } from '../db/tables'

/**
 * In one query, everything that decides about one session in one room; null when the session
 * is over or its person suspended. `room` is null for one that is not in the person's workspace.
 */
export async function loadAdmissionFacts(
  db: Queryable,
  sessionId: string,
  room: { kind: 'doc' | 'board'; id: string },
) {
  const [row] = await db
    .select({
      person: {
        id: people.id,
        workspaceId: people.workspaceId,
        role: people.role,
        name: people.name,
        colour: people.colour,
      },
      expiresAt: sessions.expiresAt,
      roomId: rooms.id,
      project: {
        workspaceId: projects.workspaceId,
        role: projectMembers.role,
        archivedAt: projects.archivedAt,
      },
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.suspendedAt)))
    .leftJoin(
      rooms,
      and(
        eq(rooms.id, room.id),
        eq(rooms.kind, room.kind),
        eq(rooms.workspaceId, people.workspaceId),
      ),
    )
    .leftJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, people.id)),
    )
    .where(eq(sessions.publicId, sessionId))
  return row ?? null
}
