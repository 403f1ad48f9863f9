/**
 * Workshops as people and guests may see them. What decides about them is loaded here and nowhere else: for routes, for
 * the door of their rooms, and for whom a notice is.
 */
import { canInWorkshop, type WorkshopSubject } from '@atelier/shared/access/can-in-workshops'
import type { ProjectRole, WorkspaceRole } from '@atelier/shared/access/roles'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people, projectMembers, projects, rooms } from '../db/tables'
import { workshopParticipants, workshops } from '../db/workshop-tables'

/** Who asks: somebody with an account, or a guest by their seat. */
export type Asker = { personId: string } | { participantId: string }
/** `roomId` is the workshop's own id, or that of a pad in it. */
export type WorkshopQuestion = { asker: Asker; roomId: string }

function loadRows(db: Queryable, questions: readonly WorkshopQuestion[]) {
  const idOf = (key: 'personId' | 'participantId') =>
    sql.param(
      questions.map(({ asker }) => (key in asker ? (asker as Record<string, string>)[key] : null)),
    )
  const roomIds = sql.param(questions.map(({ roomId }) => roomId))
  return db
    .select({
      nth: sql<number>`asked.nth::int`,
      padOwnerId: sql<string | null>`pad_owner.id`,
      workshop: workshops,
      project: { id: projects.id, title: projects.title, archivedAt: projects.archivedAt },
      role: projectMembers.role,
      person: {
        id: people.id,
        name: people.name,
        colour: people.colour,
        role: people.role,
      },
      seat: workshopParticipants,
    })
    .from(sql`unnest(${idOf('personId')}::uuid[], ${idOf('participantId')}::uuid[], ${roomIds}::uuid[])
      with ordinality as asked(person_id, participant_id, room_id, nth)`)
    .leftJoin(sql`${workshopParticipants} as pad_owner`, sql`pad_owner.pad_id = asked.room_id`)
    .innerJoin(workshops, sql`${workshops.id} = coalesce(pad_owner.workshop_id, asked.room_id)`)
    .innerJoin(rooms, eq(rooms.id, workshops.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(
      people,
      and(
        sql`${people.id} = asked.person_id`,
        eq(people.workspaceId, workshops.workspaceId),
        isNull(people.suspendedAt),
      ),
    )
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, people.id)),
    )
    .leftJoin(
      workshopParticipants,
      and(
        eq(workshopParticipants.workshopId, workshops.id),
        or(
          eq(workshopParticipants.personId, people.id),
          and(
            sql`${workshopParticipants.id} = asked.participant_id`,
            isNull(workshopParticipants.personId),
            sql`${workshopParticipants.endsAt} > now()`,
          ),
        ),
      ),
    )
}

type Row = Awaited<ReturnType<typeof loadRows>>[number]
export type WorkshopFacts = Row & { rights: WorkshopSubject }

/** What decides about each of these askers in their workshop, in one query; null where there is none for them. */
export async function loadWorkshopFacts(
  db: Queryable,
  questions: readonly WorkshopQuestion[],
): Promise<(WorkshopFacts | null)[]> {
  const rows = await loadRows(db, questions)
  const found = new Map(rows.map((row) => [row.nth, row]))
  return questions.map((_, i) => {
    const row = found.get(i + 1)
    // Somebody suspended, of another workspace, or a guest whose time is over.
    const isKnown = row && (row.person !== null || row.seat !== null)
    return isKnown ? { ...row, rights: rightsIn(row) } : null
  })
}

function rightsIn({ workshop, project, role, person, seat }: Row): WorkshopSubject {
  const effective = effectiveRole(person?.role, role)
  // Whoever sits here as somebody of the project does no more once they are not.
  const counts = seat !== null && (seat.byLink || effective !== null)
  return {
    kind: 'workshop',
    workspaceId: workshop.workspaceId,
    role: effective,
    archived: project.archivedAt !== null,
    trashed: workshop.trashedAt !== null,
    state: workshop.state,
    seat: counts ? { role: seat.role, state: seat.state } : null,
  }
}

/** Owners and admins count as leads. */
function effectiveRole(
  inWorkspace: WorkspaceRole | undefined,
  inProject: ProjectRole | null,
): ProjectRole | null {
  return inWorkspace === 'owner' || inWorkspace === 'admin' ? 'lead' : inProject
}

/** Of these people, who may read the workshop, or wait at its door: for notices. */
export async function readersOfWorkshop(
  db: Queryable,
  workshopId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const questions = personIds.map((personId) => ({ asker: { personId }, roomId: workshopId }))
  const facts = questions.length > 0 ? await loadWorkshopFacts(db, questions) : []
  const reading = personIds.filter((_, i) => {
    const rights = facts[i]?.rights
    return rights !== undefined && canInWorkshop('wait', rights)
  })
  return new Set(reading)
}

/** Guests behind these seats who may still be told something; those removed, or whose time is over, are missing. */
export async function loadGuests(db: Queryable, participantIds: readonly string[]) {
  if (participantIds.length === 0) return []
  return db
    .select({
      id: workshopParticipants.id,
      workshopId: workshops.id,
      workspaceId: workshops.workspaceId,
    })
    .from(workshopParticipants)
    .innerJoin(workshops, eq(workshops.id, workshopParticipants.workshopId))
    .where(
      and(
        inArray(workshopParticipants.id, [...participantIds]),
        isNull(workshopParticipants.personId),
        sql`${workshopParticipants.endsAt} > now()`,
        inArray(workshopParticipants.state, ['in', 'waiting']),
        isNull(workshops.trashedAt),
      ),
    )
}

/** The key of the workshop in which this guest has a seat. */
export async function guestKeyOf(
  db: Queryable,
  seat: { participantId: string; workshopId: string },
): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ key: workshops.guestKey })
    .from(workshopParticipants)
    .innerJoin(workshops, eq(workshops.id, workshopParticipants.workshopId))
    .where(
      and(
        eq(workshopParticipants.id, seat.participantId),
        eq(workshops.id, seat.workshopId),
        isNull(workshopParticipants.personId),
      ),
    )
  return row?.key ?? null
}
