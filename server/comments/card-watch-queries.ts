/** Who watches which card of a board. Each row is one person's own business. */
import { and, eq, sql } from 'drizzle-orm'
import { cardWatches } from '../db/comment-tables'
import type { Queryable } from '../db/database'

type Watch = { roomId: string; card: string; personId: string }

export async function setWatching(db: Queryable, watch: Watch, watching: boolean): Promise<void> {
  const { roomId, card, personId } = cardWatches
  await db
    .insert(cardWatches)
    .values({ ...watch, watching })
    .onConflictDoUpdate({
      target: [roomId, card, personId],
      set: { watching: sql`excluded.watching` },
    })
}

/** By commenting; who has said that they do not want to watch it stays with that. True when it is new. */
export async function beginWatching(tx: Queryable, watch: Watch): Promise<boolean> {
  const made = await tx
    .insert(cardWatches)
    .values({ ...watch, watching: true })
    .onConflictDoNothing()
    .returning({ card: cardWatches.card })
  return made.length > 0
}

/** What this person has said about the cards of a board: true for watching, false for not. */
export async function listWatches(
  db: Queryable,
  { roomId, personId }: Omit<Watch, 'card'>,
): Promise<Record<string, boolean>> {
  const rows = await db
    .select({ card: cardWatches.card, watching: cardWatches.watching })
    .from(cardWatches)
    .where(and(eq(cardWatches.roomId, roomId), eq(cardWatches.personId, personId)))
  return Object.fromEntries(rows.map(({ card, watching }) => [card, watching]))
}
