/** Boards that were brought in: rooms and files, in the transaction of the docs beside them (S13). */
import type { Actor } from '@atelier/shared/access/can'
import type { LoadedProject } from '../access/project-access-queries'
import { type BoardColumns, insertBoard } from '../boards/board-queries'
import type { CardRow } from '../boards/card-rows'
import type { Database, Queryable } from '../db/database'
import { boardImports } from '../db/import-tables'
import { insertKept, type UsedFile } from './kept-file-queries'

export type ReadyBoard = {
  id: string
  title: string
  columns: BoardColumns
  update: Uint8Array
  cards: CardRow[]
  files: UsedFile[]
}

export async function insertReadyBoard(
  tx: Queryable,
  actor: Actor,
  project: LoadedProject,
  { id, title, columns, cards, update, files }: ReadyBoard,
  { at, writtenAt }: { at: number; writtenAt: Date },
): Promise<void> {
  const { workspaceId, id: projectId } = project
  const createdBy = actor.personId
  const room = { id, workspaceId, projectId, createdBy, update, writtenAt }
  await insertBoard(tx as Database, { title, columns, cards }, room)
  await tx.insert(boardImports).values({ boardId: id, personId: createdBy })
  await insertKept(tx, files, { roomId: id, createdBy, at })
}
