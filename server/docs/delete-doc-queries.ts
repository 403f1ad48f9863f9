/** Deleting docs for good, with everything that belongs to them in any table. */
import { getTableName, inArray, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { roomsOfDocs } from '../access/doc-access-queries'
import { commentReactions, comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import {
  docFavourites,
  docGrants,
  docLinks,
  docPublicLinks,
  docSuggestionDecisions,
  docSuggestions,
  docs,
  docVersions,
  files,
  roomHistory,
} from '../db/doc-tables'
import { docMentions, inboxItems } from '../db/inbox-tables'
import { roomUpdates, roomUpdatesQuarantined, roomUpdatesReplaced } from '../db/log-tables'
import { rooms } from '../db/tables'
import { lockedItems } from '../inbox/inbox-queries'

/** Each table, and which of its rows: those that are pointed at come after those that point. */
function belongings(db: Queryable, docIds: string[], roomIds: string[]): [PgTable, SQL][] {
  const threads = db
    .select({ id: commentThreads.id })
    .from(commentThreads)
    .where(inArray(commentThreads.roomId, roomIds))
  const said = db
    .select({ id: comments.id })
    .from(comments)
    .where(inArray(comments.threadId, threads))
  const forks = db
    .select({ id: docSuggestions.id })
    .from(docSuggestions)
    .where(inArray(docSuggestions.docId, docIds))
  return [
    [commentReactions, inArray(commentReactions.commentId, said)],
    [comments, inArray(comments.threadId, threads)],
    [commentThreads, inArray(commentThreads.roomId, roomIds)],
    [docSuggestionDecisions, inArray(docSuggestionDecisions.suggestionId, forks)],
    [docSuggestions, inArray(docSuggestions.docId, docIds)],
    [docVersions, inArray(docVersions.docId, docIds)],
    [docGrants, inArray(docGrants.docId, docIds)],
    [docFavourites, inArray(docFavourites.docId, docIds)],
    [docLinks, inArray(docLinks.fromId, docIds)],
    [docMentions, inArray(docMentions.docId, docIds)],
    [inboxItems, inArray(inboxItems.id, lockedItems(db, inArray(inboxItems.roomId, roomIds)))],
    [docPublicLinks, inArray(docPublicLinks.docId, docIds)],
    [files, inArray(files.roomId, roomIds)],
    [roomHistory, inArray(roomHistory.roomId, roomIds)],
    [roomUpdates, inArray(roomUpdates.roomId, roomIds)],
    [roomUpdatesReplaced, inArray(roomUpdatesReplaced.roomId, roomIds)],
    [roomUpdatesQuarantined, inArray(roomUpdatesQuarantined.roomId, roomIds)],
    [docs, inArray(docs.id, docIds)],
    [rooms, inArray(rooms.id, roomIds)],
  ]
}

/** In a transaction: all of it goes or nothing. The bytes of files are the file store's to clear away. */
export async function eraseDocs(tx: Queryable, docIds: string[]): Promise<void> {
  if (docIds.length === 0) return
  const roomIds = await roomsOfDocs(tx, docIds)
  await tx.update(docs).set({ parentId: null }).where(inArray(docs.parentId, docIds))
  for (const [table, rows] of belongings(tx, docIds, roomIds)) await tx.delete(table).where(rows)
}

/** @public for its test, which asks the database for tables that are forgotten here. */
export const erasedTables = (db: Queryable): string[] =>
  belongings(db, [''], ['']).map(([table]) => getTableName(table))
