/** What is somebody's on all boards, from the rows: the room is the truth, and opens with the card. */
import type { Actor } from '@atelier/shared/access/can'
import { type MyCard, type MyCards, mostMyCards } from '@atelier/shared/boards/my-cards'
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { editableBy } from '../access/project-access-queries'
import { boardCardPeople, boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { boards, projectMembers, projects, rooms } from '../db/tables'

type CardColumns = typeof boardCards.$inferSelect

/** Their unfinished cards, and those they are asked about where they can answer; of running projects they may read. */
export async function loadMyCards(db: Queryable, actor: Actor): Promise<MyCards> {
  const { personId } = actor
  const isMember = and(
    eq(projectMembers.projectId, projects.id),
    eq(projectMembers.personId, personId),
  )
  const isAsked = and(eq(boardCardPeople.asked, true), editableBy(actor))
  const isToDo = and(
    eq(boardCardPeople.assigned, true),
    eq(boardCards.done, false),
    eq(boardCards.archived, false),
  )
  const rows = await db
    .select({
      card: boardCards,
      asked: sql<boolean>`coalesce(${isAsked}, false)`,
      board: boards.title,
      project: { id: projects.id, title: projects.title },
    })
    .from(boardCardPeople)
    .innerJoin(
      boardCards,
      and(
        eq(boardCards.boardId, boardCardPeople.boardId),
        eq(boardCards.id, boardCardPeople.cardId),
      ),
    )
    .innerJoin(boards, eq(boards.id, boardCards.boardId))
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(projectMembers, isMember)
    .where(
      and(
        eq(boardCardPeople.personId, personId),
        boardInSight(actor),
        isNull(projects.archivedAt),
        or(isAsked, isToDo),
      ),
    )
    .orderBy(
      desc(sql`coalesce(${isAsked}, false)`),
      sql`${boardCards.dueOn} collate "C" nulls last`,
      boards.title,
      sql`${boardCards.rank} collate "C"`,
      boardCards.id,
    )
    .limit(mostMyCards + 1)
  const shown = rows.slice(0, mostMyCards)
  const awaited = await titlesOf(
    db,
    shown.map(({ card }) => card),
  )
  const cards = shown.map(
    ({ card, ...row }): MyCard => ({
      ...row,
      changedAt: card.changedAt.toISOString(),
      ...{ id: card.id, boardId: card.boardId, title: card.title, column: card.column },
      ...{ startOn: card.startOn, dueOn: card.dueOn, items: card.items, itemsDone: card.itemsDone },
      labels: JSON.parse(card.labels) as MyCard['labels'],
      waitsFor: idsIn(card).flatMap((id) => awaited.get(`${card.boardId} ${id}`) ?? []),
    }),
  )
  return { cards, more: rows.length > mostMyCards }
}

const idsIn = ({ waitsFor }: CardColumns) => JSON.parse(waitsFor) as string[]

/** Of the cards these wait for, by board and id. */
async function titlesOf(
  db: Queryable,
  cards: readonly CardColumns[],
): Promise<Map<string, string>> {
  const waiting = cards.filter((card) => idsIn(card).length > 0)
  if (waiting.length === 0) return new Map()
  const rows = await db
    .select({ boardId: boardCards.boardId, id: boardCards.id, title: boardCards.title })
    .from(boardCards)
    .where(
      and(
        inArray(boardCards.boardId, [...new Set(waiting.map(({ boardId }) => boardId))]),
        inArray(boardCards.id, [...new Set(waiting.flatMap(idsIn))]),
      ),
    )
  return new Map(rows.map(({ boardId, id, title }) => [`${boardId} ${id}`, title]))
}
