import { boardOf } from '@atelier/shared/boards/new-board'
import { boardCopyUpdate, copiedFiles } from '@atelier/shared/boards/new-board-copy'
import type { RoomPage } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import type { Database } from '../db/database'
import type { Deps } from '../http/deps'
import { hasMadeBoard, insertBoard } from './board-queries'
import { insertFilesAs, newFileIds } from './copied-file-queries'

type Wish = { id: string; title: string; withCards: boolean; personId: string }

/** The board with its files, all of it or nothing; where it was made already, nothing. */
export async function copyBoard(
  deps: Pick<Deps, 'db' | 'rooms'>,
  { id: from, project }: Pick<RoomPage, 'id' | 'project'>,
  { id, title, withCards, personId }: Wish,
): Promise<void> {
  const maker = { projectId: project.id, createdBy: personId }
  if (await hasMadeBoard(deps.db, { id, ...maker })) return
  const name = roomName('board', from)
  const shown = await deps.rooms.look(name, (doc) => copiedFiles(doc, withCards))
  const files = await newFileIds(deps.db, from, shown)
  const wish = { title, withCards, files, createdBy: personId, at: new Date().toISOString() }
  const update = await deps.rooms.look(name, (doc) => boardCopyUpdate(doc, wish))
  const columns = boardOf(update).columns.map((column) => ({
    title: column.name.slice(0, 80),
    cards: column.cards.length,
  }))
  const room = { id, workspaceId: project.workspaceId, ...maker, update }
  await deps.db.transaction(async (tx) => {
    await insertBoard(tx as Database, { title, columns: columns.slice(0, 50) }, room)
    await insertFilesAs(tx, files, { roomId: id, createdBy: personId })
  })
}
