import type { RoomKind } from '@atelier/shared/sync/room-name'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docGrants, docSuggestions, docs } from '../db/doc-tables'
import { boards, people, projectMembers, projects, rooms, sessions } from '../db/tables'

export type AdmissionQuestion = {
  /** A session's public id. */
  sessionId: string
  room: { kind: RoomKind; id: string }
}

/**
 * In one query, everything that decides about each of these sessions in its room; null when the
 * session is over or its person suspended. `roomId` is null for one that is not in the person's
 * workspace. `doc` is the doc itself, or that of a suggestion; all its columns are null elsewhere.
 */
export async function loadAdmissionFacts(db: Queryable, questions: readonly AdmissionQuestion[]) {
  const rows = await db
    .select({
      nth: sql<number>`asked.nth::int`,
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
      doc: {
        id: docs.id,
        restricted: docs.restricted,
        libraryAt: docs.libraryAt,
        trashedAt: docs.trashedAt,
      },
      board: { trashedAt: boards.trashedAt },
      grant: docGrants.role,
      suggestion: {
        authorId: docSuggestions.authorId,
        closedAt: docSuggestions.closedAt,
        sectionId: docSuggestions.sectionId,
      },
    })
    .from(asked(questions))
    .innerJoin(sessions, sql`${sessions.publicId} = asked.session_id`)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.suspendedAt)))
    .leftJoin(
      rooms,
      and(
        sql`${rooms.id} = asked.room_id`,
        sql`${rooms.kind} = asked.room_kind`,
        eq(rooms.workspaceId, people.workspaceId),
      ),
    )
    .leftJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, people.id)),
    )
    .leftJoin(boards, eq(boards.id, rooms.id))
    .leftJoin(docSuggestions, eq(docSuggestions.id, rooms.id))
    .leftJoin(docs, eq(docs.id, sql`coalesce(${docSuggestions.docId}, ${rooms.id})`))
    .leftJoin(docGrants, and(eq(docGrants.docId, docs.id), eq(docGrants.personId, people.id)))
  const found = new Map(rows.map((row) => [row.nth, row]))
  return questions.map((_, i) => found.get(i + 1) ?? null)
}

export type AdmissionFacts = NonNullable<Awaited<ReturnType<typeof loadAdmissionFacts>>[number]>

/** As rows with a number each, from 1. */
function asked(questions: readonly AdmissionQuestion[]) {
  const sessionIds = sql.param(questions.map(({ sessionId }) => sessionId))
  const roomIds = sql.param(questions.map(({ room }) => room.id))
  const kinds = sql.param(questions.map(({ room }) => room.kind))
  return sql`unnest(${sessionIds}::uuid[], ${roomIds}::uuid[], ${kinds}::text[])
    with ordinality as asked(session_id, room_id, room_kind, nth)`
}
