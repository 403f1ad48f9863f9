/** Who wants to hear nothing of a board but what is addressed to them by name, or due of what is theirs. Each row is one person's own business. */
import type { BoardMuted } from '@atelier/shared/inbox/inbox'
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { boardMutes } from '../db/inbox-tables'

type Whose = { boardId: string; personId: string }

const ofOne = ({ boardId, personId }: Whose) =>
  and(eq(boardMutes.boardId, boardId), eq(boardMutes.personId, personId))

export const readMuted = async (db: Queryable, whose: Whose): Promise<BoardMuted> => ({
  muted: (await db.$count(boardMutes, ofOne(whose))) > 0,
})

export async function setMuted(db: Queryable, whose: Whose, { muted }: BoardMuted): Promise<void> {
  if (muted) await db.insert(boardMutes).values(whose).onConflictDoNothing()
  else await db.delete(boardMutes).where(ofOne(whose))
}
