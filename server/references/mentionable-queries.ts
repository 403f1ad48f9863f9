/** What may be mentioned in a text of one project, by some letters of its name. */
import type { Actor } from '@atelier/shared/access/can'
import type { Mentionables } from '@atelier/shared/references/reference'
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { docVisibleTo, loadedDocOf, withDocRights } from '../access/doc-access-queries'
import type { LoadedProject } from '../access/project-access-queries'
import { boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { folded, holds, rank } from '../db/find-letters'
import { boards, people, projectMembers, projects, rooms } from '../db/tables'
import { boardsFor, cardsFor } from './visible-board-queries'

const mostOfEach = 8

/** Best finds first; without letters what changed last. Reads nothing the actor may not read. */
export async function findMentionables(
  db: Queryable,
  actor: Actor,
  project: LoadedProject,
  query: string,
): Promise<Mentionables> {
  const wanted = folded(query.trim())
  return {
    people: await findPeople(db, project, wanted),
    docs: await findDocs(db, actor, project, wanted),
    boards: await findBoards(db, actor, project, wanted),
    cards: wanted === '' ? [] : await findCards(db, actor, project, wanted),
  }
}

function findPeople(db: Queryable, project: LoadedProject, wanted: string) {
  return db
    .select({ id: people.id, name: people.name, colour: people.colour })
    .from(projectMembers)
    .innerJoin(people, eq(people.id, projectMembers.personId))
    .where(
      and(
        eq(projectMembers.projectId, project.id),
        isNull(people.suspendedAt),
        holds(people.name, wanted),
      ),
    )
    .orderBy(rank(people.name, wanted), sql`${people.name} collate "und-x-icu"`, people.id)
    .limit(mostOfEach)
}

async function findDocs(db: Queryable, actor: Actor, project: LoadedProject, wanted: string) {
  const rows = await withDocRights(db, actor)
    .where(and(docVisibleTo(actor), isNull(docs.trashedAt), holds(docs.title, wanted)))
    .orderBy(rank(docs.title, wanted), here(project), desc(docs.changedAt), docs.id)
    .limit(mostOfEach)
  return rows.map((row) => {
    const { id, title, projectId, projectTitle } = loadedDocOf(actor, row)
    return { id, title, project: projectId === project.id ? null : (projectTitle ?? '') }
  })
}

async function findBoards(db: Queryable, actor: Actor, project: LoadedProject, wanted: string) {
  const rows = await boardsFor(db, actor)
    .where(and(boardInSight(actor), holds(boards.title, wanted)))
    .orderBy(rank(boards.title, wanted), here(project), desc(boards.changedAt), boards.id)
    .limit(mostOfEach)
  return rows.map(({ board: { id, title }, project: own }) => ({
    id,
    title,
    project: own.id === project.id ? null : own.title,
  }))
}

async function findCards(db: Queryable, actor: Actor, project: LoadedProject, wanted: string) {
  const rows = await cardsFor(db, actor)
    .where(
      and(
        boardInSight(actor),
        eq(rooms.projectId, project.id),
        eq(boardCards.archived, false),
        holds(boardCards.title, wanted),
      ),
    )
    .orderBy(rank(boardCards.title, wanted), boardCards.title, boardCards.id)
    .limit(mostOfEach)
  return rows.map(({ card: { id, title, boardId, column }, board }) => ({
    id,
    title,
    boardId,
    column,
    board: board.title,
  }))
}

const here = (project: LoadedProject): SQL => sql`(${projects.id} <> ${project.id})`
