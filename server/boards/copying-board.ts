import { readBoard } from '@atelier/shared/boards/board'
import { boardCopyUpdate, copiedFiles } from '@atelier/shared/boards/new-board-copy'
import { docOf } from '@atelier/shared/docs/new-doc'
import type { RoomPage } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import type { Database } from '../db/database'
import { requireRoomToday } from '../files/daily-limit'
import type { Deps } from '../http/deps'
import { hasMadeBoard, insertBoard } from './board-queries'
import { cardRowsOf } from './card-rows'
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
  await requireRoomToday(deps.db, personId, update.length)
  const listed = listedIn(update)
  const room = { id, workspaceId: project.workspaceId, ...maker, update }
  await deps.db.transaction(async (tx) => {
    await insertBoard(tx as Database, { title, ...listed }, room)
    await insertFilesAs(tx, files, { roomId: id, createdBy: personId })
  })
}

/** What lists know of the board that `update` makes. */
function listedIn(update: Uint8Array) {
  const doc = docOf(update)
  const board = readBoard(doc)
  const columns = board.columns.slice(0, 50).map(({ name, cards }) => ({
    title: name.slice(0, 80),
    cards: cards.length,
  }))
  const cards = cardRowsOf(doc, board)
  doc.destroy()
  return { columns, cards }
}
