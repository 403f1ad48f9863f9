import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { attachFile } from '@atelier/shared/boards/fact-edits'
import { docOf } from '@atelier/shared/docs/new-doc'
import { binDays } from '@atelier/shared/projects/bin'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { eraseLongGone } from '../bin/erase-long-gone'
import { boardCardMoves, boardCards, calendarFeeds } from '../db/card-tables'
import { cardWatches, commentThreads } from '../db/comment-tables'
import { files } from '../db/doc-tables'
import { boardMutes, inboxItems } from '../db/inbox-tables'
import { roomUpdates } from '../db/log-tables'
import { boards, rooms } from '../db/tables'
import {
  app,
  asLead,
  asViewer,
  asWriter,
  bin,
  board,
  docId,
  erase,
  lead,
  onBinStage,
  project,
  restore,
  trash,
  viewer,
  writer,
} from '../testing/bin-stage'
import { makeBoard, makeCardComment } from '../testing/make'
import { makePictureIn } from '../testing/make-file'

onBinStage()

describe('a board deleted for good', () => {
  test('was in the bin, and who deletes it leads', async () => {
    const { id } = await board()
    expect((await erase(id)).status).toBe(403)
    await trash(id)
    expect((await erase(id, asWriter)).status).toBe(403)
    expect((await erase(id, asViewer)).status).toBe(404)
    expect((await erase(id)).status).toBe(204)
    expect((await asLead.get(`/api/boards/${id}`)).status).toBe(404)
    expect((await restore(id, asLead)).status).toBe(404)
    expect(await bin(asLead)).toEqual([])
  })

  /** Something in every place where something of a board is kept. */
  async function livedIn(title: string, other: string) {
    const { db } = app.deps
    const one = await board(title)
    await makePictureIn(app, one, lead)
    await makeCardComment(db, { board: one, card: one.card, by: writer })
    const path = `/api/boards/${one.id}`
    await asViewer.put(`${path}/cards/${one.card}/watching`, { watching: true })
    await asViewer.put(`${path}/muted`, { muted: true })
    await asViewer.post(`${path}/calendar-feed`)
    await db.insert(boardCardMoves).values({ boardId: one.id, card: 'gone', to: other })
    await db.insert(boardCardMoves).values({ boardId: other, card: title, to: one.id })
    const item = { personId: viewer.id, kind: 'assigned' as const, roomId: one.id, card: one.card }
    await db.insert(inboxItems).values({ ...item, key: one.id })
    return one
  }

  const rowsOf = async (id: string) => {
    const { db } = app.deps
    const counted = [
      [rooms, rooms.id],
      [boards, boards.id],
      [boardCards, boardCards.boardId],
      [roomUpdates, roomUpdates.roomId],
      [files, files.roomId],
      [commentThreads, commentThreads.roomId],
      [cardWatches, cardWatches.roomId],
      [boardMutes, boardMutes.boardId],
      [calendarFeeds, calendarFeeds.boardId],
      [inboxItems, inboxItems.roomId],
      [boardCardMoves, boardCardMoves.boardId],
      [boardCardMoves, boardCardMoves.to],
    ] as const
    return Promise.all(
      counted.map(async ([table, column]) => {
        const count = sql<number>`count(*)::int`
        const [row] = await db.select({ count }).from(table).where(eq(column, id))
        return row?.count
      }),
    )
  }

  test('leaves nothing of itself, and takes nothing of others', async () => {
    const third = await makeBoard(app.deps.db, project, lead)
    const gone = await livedIn('Gone', third.id)
    const stays = await livedIn('Stays', third.id)
    const [before, kept] = [await rowsOf(gone.id), await rowsOf(stays.id)]
    expect(Math.min(...before.map(Number))).toBeGreaterThan(0)
    await trash(gone.id)
    await erase(gone.id)
    expect(await rowsOf(gone.id)).toEqual(before.map(() => 0))
    expect(await rowsOf(stays.id)).toEqual(kept)
    const { body } = await asViewer.get(`/api/docs/${docId}/naming-cards`)
    expect(body).toMatchObject([{ boardId: stays.id }])
  })

  test('leaves a card that went to another board its picture', async () => {
    const from = await board('From')
    const to = await board('To')
    const file = await makePictureIn(app, from, lead)
    const attached = { id: file.id, name: 'pixel.png', mime: 'image/png', size: 68, addedAt: '' }
    await app.deps.rooms.edit(roomName('board', from.id), (doc) => {
      const [moved] = [...readBoard(doc).cards.keys()]
      attachFile(doc, must(moved, 'card'), attached)
    })
    const column = must(readBoard(to.doc).columns[0], 'column').id
    const path = `/api/boards/${from.id}/moves`
    expect((await asWriter.post(path, { boardId: to.id, column, cards: [from.card] })).status).toBe(
      200,
    )
    await trash(from.id)
    await erase(from.id)
    const there = readBoard(docOf(await app.deps.rooms.read(roomName('board', to.id))))
    const [shown] = must(there.cards.get(from.card), 'card').attachments
    expect((await asViewer.fetch(`/api/files/${shown?.id}`)).status).toBe(200)
  })

  test('went by itself, once its time in the bin was over', async () => {
    const { db } = app.deps
    const [old, fresh] = [await board('Old'), await board('Fresh')]
    for (const { id } of [old, fresh]) await trash(id)
    const longAgo = new Date(Date.now() - binDays * 86_400_000 - 1)
    await db.update(boards).set({ trashedAt: longAgo }).where(eq(boards.id, old.id))
    await eraseLongGone(db)
    const found = await db
      .select({ title: boards.title })
      .from(boards)
      .where(inArray(boards.id, [old.id, fresh.id]))
    expect(found).toEqual([{ title: 'Fresh' }])
  })
})
