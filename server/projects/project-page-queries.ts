import type { Actor } from '@atelier/shared/access/can'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import type { Queryable } from '../db/database'
import { listBoards, listDocs } from './project-contents-queries'
import { loadProjectCard, type WhoIsHere } from './project-queries'

/** A project with its docs and boards; not-found for whoever may not read it. */
export async function loadProjectPage(
  db: Queryable,
  actor: Actor,
  projectId: string,
  whoIsHere: WhoIsHere,
): Promise<ProjectPage> {
  const card = await loadProjectCard(db, actor, projectId, whoIsHere)
  const docs = await listDocs(db, actor, card.id)
  const boards = await listBoards(db, card.id)
  const present = whoIsHere([
    ...docs.map((doc) => roomName('doc', doc.id)),
    ...boards.map((board) => roomName('board', board.id)),
  ])
  return {
    ...card,
    docs: docs.map((doc) => ({ ...doc, here: present.get(roomName('doc', doc.id)) ?? [] })),
    boards: boards.map((board) => ({
      ...board,
      here: present.get(roomName('board', board.id)) ?? [],
    })),
  }
}
