import type { Actor } from '@atelier/shared/access/can'
import type { ProjectCard, ProjectMember } from '@atelier/shared/projects/project'
import { refuse } from '@atelier/shared/refusals'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { docVisibleTo, withDocRights } from '../access/doc-access-queries'
import { type ProjectRow, rightsOf, visibleTo, withRole } from '../access/project-access-queries'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import {
  boards,
  departments,
  organisations,
  people,
  projectDepartments,
  projectMembers,
  projects,
  rooms,
} from '../db/tables'
import { byName, personCard } from '../people/person-queries'

export type WhoIsHere = (rooms: RoomName[]) => Map<RoomName, PresentPerson[]>

export async function listProjects(
  db: Queryable,
  actor: Actor,
  whoIsHere: WhoIsHere,
): Promise<ProjectCard[]> {
  const rows = await withRole(db, actor)
    .where(visibleTo(actor))
    .orderBy(desc(projects.createdAt), projects.id)
  return asCards(db, actor, rows, whoIsHere)
}

export async function loadProjectCard(
  db: Queryable,
  actor: Actor,
  projectId: string,
  whoIsHere: WhoIsHere,
): Promise<ProjectCard> {
  const rows = await withRole(db, actor).where(and(visibleTo(actor), eq(projects.id, projectId)))
  const [card] = await asCards(db, actor, rows, whoIsHere)
  return card ?? refuse('not-found')
}

async function asCards(
  db: Queryable,
  actor: Actor,
  rows: ProjectRow[],
  whoIsHere: WhoIsHere,
): Promise<ProjectCard[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.project.id)
  const members = await membersOf(db, ids)
  const parts = await departmentsOf(db, ids)
  const inside = await roomsOf(db, actor, ids)
  const present = whoIsHere(inside.map((room) => roomName(room.kind, room.id)))
  return rows.map((row) => {
    const { id, title, challenge, createdAt } = row.project
    const own = inside.filter((room) => room.projectId === id)
    const latest = Math.max(createdAt.getTime(), ...own.map((room) => room.changedAt.getTime()))
    return {
      id,
      title,
      challenge,
      ...rightsOf(row),
      createdAt: createdAt.toISOString(),
      changedAt: new Date(latest).toISOString(),
      departments: parts.get(id) ?? [],
      members: members.get(id) ?? [],
      counts: {
        docs: own.filter((room) => room.kind === 'doc').length,
        boards: own.filter((room) => room.kind === 'board').length,
      },
      here: onceEach(own.flatMap((room) => present.get(roomName(room.kind, room.id)) ?? [])),
    }
  })
}

const onceEach = (found: PresentPerson[]) => [
  ...new Map(found.map((person) => [person.id, person])).values(),
]

/** Leads first, then by name. */
async function membersOf(
  db: Queryable,
  projectIds: string[],
): Promise<Map<string, ProjectMember[]>> {
  const rows = await db
    .select({ projectId: projectMembers.projectId, role: projectMembers.role, ...personCard })
    .from(projectMembers)
    .innerJoin(people, eq(people.id, projectMembers.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(inArray(projectMembers.projectId, projectIds))
    .orderBy(
      sql`array_position(array['lead', 'contributor', 'commenter', 'viewer'], ${projectMembers.role})`,
      byName,
    )
  return grouped(rows)
}

async function departmentsOf(db: Queryable, projectIds: string[]) {
  const rows = await db
    .select({
      projectId: projectDepartments.projectId,
      id: departments.id,
      name: departments.name,
    })
    .from(projectDepartments)
    .innerJoin(departments, eq(departments.id, projectDepartments.departmentId))
    .where(inArray(projectDepartments.projectId, projectIds))
    .orderBy(departments.name)
  return grouped(rows)
}

/** Boards, and of the docs those the actor may see; nothing from the bin. */
async function roomsOf(db: Queryable, actor: Actor, projectIds: string[]) {
  const { id, projectId } = rooms
  const foundBoards = await db
    .select({ id, projectId, changedAt: boards.changedAt })
    .from(boards)
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .where(and(isNull(boards.trashedAt), inArray(rooms.projectId, projectIds)))
  const foundDocs = await withDocRights(db, actor).where(
    and(docVisibleTo(actor), isNull(docs.trashedAt), inArray(rooms.projectId, projectIds)),
  )
  return [
    ...foundBoards.map((board) => ({ kind: 'board' as const, ...board })),
    ...foundDocs.map(({ doc, project }) => ({
      kind: 'doc' as const,
      id: doc.id,
      projectId: project.id,
      changedAt: doc.changedAt,
    })),
  ]
}

function grouped<Row extends { projectId: string }>(rows: Row[]) {
  const groups = new Map<string, Omit<Row, 'projectId'>[]>()
  for (const { projectId, ...rest } of rows) {
    const group = groups.get(projectId)
    if (group) group.push(rest)
    else groups.set(projectId, [rest])
  }
  return groups
}
