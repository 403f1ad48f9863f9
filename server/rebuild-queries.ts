import { and, asc, eq, gt, inArray, or } from 'drizzle-orm'
import { boardCards } from './db/card-tables'
import type { Queryable } from './db/database'
import { roomUpdates } from './db/log-tables'
import { isDamaged } from './db/room-rows'
import { rooms } from './db/tables'

const page = 1000

const listedKinds = ['doc', 'board', 'section'] as const
export type ListedKind = (typeof listedKinds)[number]

/** Every room of which lists or a search know something, in the order of their ids. */
export async function* allListed(db: Queryable): AsyncGenerator<{ id: string; kind: ListedKind }> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db
      .select({ id: rooms.id, kind: rooms.kind })
      .from(rooms)
      .where(and(gt(rooms.id, last), inArray(rooms.kind, listedKinds)))
      .orderBy(asc(rooms.id))
      .limit(page)
    for (const { id, kind } of rows) {
      const listed = listedKinds.find((one) => one === kind)
      if (listed) yield { id, kind: listed }
    }
    if (rows.length < page) return
    last = rows.at(-1)?.id ?? last
  }
}

/** All that is stored of a room; null where a row of it is damaged, or there is none. */
export async function readLog(tx: Queryable, roomId: string): Promise<Uint8Array[] | null> {
  const rows = await tx
    .select()
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, roomId))
    .orderBy(asc(roomUpdates.seq))
  const isWhole = rows.length > 0 && !rows.some((row) => isDamaged({ ...row, seq: '' }))
  return isWhole ? rows.map(({ bytes }) => bytes) : null
}

/** Boards of whose cards the lists know only what an older version kept. */
export async function boardsWithOldRows(db: Queryable): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: boardCards.boardId })
    .from(boardCards)
    .where(
      or(
        eq(boardCards.columnId, ''),
        eq(boardCards.peopleKnown, false),
        eq(boardCards.textKnown, false),
      ),
    )
  return rows.map(({ id }) => id)
}
