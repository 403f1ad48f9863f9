import type { Actor } from '@atelier/shared/access/can'
import { and, eq } from 'drizzle-orm'
import { boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { boards, projectMembers, projects, rooms } from '../db/tables'

const isMine = (actor: Actor) =>
  and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, actor.personId))

/** Boards with their projects; with `boardInSight(actor)` those the actor may read. */
export const boardsFor = (db: Queryable, actor: Actor) =>
  db
    .select({ board: boards, project: projects })
    .from(boards)
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(projectMembers, isMine(actor))
    .$dynamic()

/** The cards of boards; with `boardInSight(actor)` those the actor may read. */
export const cardsFor = (db: Queryable, actor: Actor) =>
  db
    .select({ card: boardCards, board: boards, project: projects })
    .from(boardCards)
    .innerJoin(boards, eq(boards.id, boardCards.boardId))
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(projectMembers, isMine(actor))
    .$dynamic()
