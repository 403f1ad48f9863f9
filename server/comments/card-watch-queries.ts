/** Who watches which card of a board. Each row is one person's own business. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { cardWatches } from '../db/comment-tables'
import type { Database, Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'
import { isTalkAsSeen, type Leaving } from './moved-talk-queries'

type Watch = { roomId: string; card: string; personId: string }

/** Of one person on one board; a board has no more cards. */
const mostWatches = 20_000

/**
 * Refuses with `too-many` whoever watches more than there can be. False, and nothing is said, where the card has
 * gone on since it was `seen` there.
 */
export const setWatching = (
  db: Database,
  { seen, ...watch }: Watch & { seen: Leaving | null },
  watching: boolean,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await isTalkAsSeen(tx, watch, seen))) return false
    const { roomId, card, personId } = cardWatches
    const ofOne = and(eq(roomId, watch.roomId), eq(personId, watch.personId))
    if ((await tx.$count(cardWatches, ofOne)) >= mostWatches) refuse('too-many')
    await tx
      .insert(cardWatches)
      .values({ ...watch, watching })
      .onConflictDoUpdate({
        target: [roomId, card, personId],
        set: { watching: sql`excluded.watching` },
      })
    return true
  })

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

/** Of these cards of a board, who said what about watching them, by card and person. */
export async function watchesOf(
  db: Queryable,
  roomId: string,
  cards: readonly string[],
): Promise<Map<string, Map<string, boolean>>> {
  const found = new Map<string, Map<string, boolean>>()
  for (const piece of inPieces(cards)) {
    const rows = await db
      .select()
      .from(cardWatches)
      .where(and(eq(cardWatches.roomId, roomId), inArray(cardWatches.card, piece)))
    for (const { card, personId, watching } of rows)
      found.set(card, (found.get(card) ?? new Map<string, boolean>()).set(personId, watching))
  }
  return found
}
