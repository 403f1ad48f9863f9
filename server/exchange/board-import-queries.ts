/** Boards that were brought in: rooms and files, in the transaction of the docs beside them (S13). */
import type { Actor } from '@atelier/shared/access/can'
import type { LoadedProject } from '../access/project-access-queries'
import { type BoardColumns, insertBoard } from '../boards/board-queries'
import type { CardRow } from '../boards/card-rows'
import { type ImportedComment, insertImportedComments } from '../comments/imported-comment-queries'
import type { Database, Queryable } from '../db/database'
import { boardImports } from '../db/import-tables'
import { insertKept, type UsedFile } from './kept-file-queries'

export type ReadyBoard = {
  id: string
  title: string
  columns: BoardColumns
  update: Uint8Array
  cards: CardRow[]
  comments: ImportedComment[]
  files: UsedFile[]
}

export async function insertReadyBoard(
  tx: Queryable,
  actor: Actor,
  project: LoadedProject,
  { id, title, columns, cards, comments, update, files }: ReadyBoard,
  { at, writtenAt }: { at: number; writtenAt: Date },
): Promise<void> {
  const { workspaceId, id: projectId } = project
  const createdBy = actor.personId
  const room = { id, workspaceId, projectId, createdBy, update, writtenAt }
  await insertBoard(tx as Database, { title, columns, cards }, room)
  await tx.insert(boardImports).values({ boardId: id, personId: createdBy })
  await insertImportedComments(tx, { roomId: id, importedBy: createdBy }, comments)
  await insertKept(tx, files, { roomId: id, createdBy, at })
}
