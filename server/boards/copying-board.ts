import type { DuplicatedBoard } from '@atelier/shared/boards/move-card'
import type { RoomPage } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import { readersOfProject } from '../access/project-access-queries'
import type { Database } from '../db/database'
import { requireRoomToday } from '../files/daily-limit'
import type { Deps } from '../http/deps'
import { loadNamedOutcomes } from '../outcomes/outcome-pass-queries'
import { hasMadeBoard, insertBoard } from './board-queries'
import { insertFilesAs, newFileIds } from './copied-file-queries'
import { makeBoardCopy } from './copy-thread'

type Wish = { id: string; title: string; withCards: boolean; personId: string }
type Place = { id: string; workspaceId: string }

/** The board with its files, all of it or nothing; where it was made already, nothing. Rights are the caller’s business. */
export async function copyBoard(
  deps: Pick<Deps, 'db' | 'rooms'>,
  { id: from }: Pick<RoomPage, 'id'>,
  to: Place,
  { id, title, withCards, personId }: Wish,
): Promise<DuplicatedBoard['left']> {
  const maker = { projectId: to.id, createdBy: personId }
  if (await hasMadeBoard(deps.db, { id, ...maker })) return { people: [], outcomes: [] }
  const files = await newFileIds(deps.db, from)
  const outcomes = await loadNamedOutcomes(deps.db, from, to.id)
  const there = outcomes && { readers: await readersOfProject(deps.db, to.id), outcomes }
  const wish = { title, withCards, createdBy: personId, at: new Date().toISOString() }
  const board = await deps.rooms.read(roomName('board', from))
  const copy = await makeBoardCopy({ ...wish, update: board, files, there }, personId)
  const { update, columns, cards, left } = copy
  await requireRoomToday(deps.db, personId, update.length)
  const room = { id, workspaceId: to.workspaceId, ...maker, update }
  await deps.db.transaction(async (tx) => {
    await insertBoard(tx as Database, { title, columns, cards }, room)
    const used = new Map(copy.files.map((file) => [file, files.get(file) ?? crypto.randomUUID()]))
    await insertFilesAs(tx, used, { roomId: id, createdBy: personId })
  })
  return left
}
