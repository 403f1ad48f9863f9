/** A board's cards as rows, for lists and for what names them; the room itself is the truth. */
import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import { boardCardOutcomes, boardCardPeople, boardCards, boardCardTexts } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { folded } from '../db/find-letters'
import { inPieces } from '../db/in-pieces'
import { peopleBefore } from './card-arrival-queries'
import type { CardPerson, CardRow } from './card-rows'

/** `before` is undefined for a card that is new in the lists, and on no board it could have come from. */
export type RowChange = { before: CardRow | undefined; after: CardRow }

/**
 * Makes the rows say what the board says; answers how many did not, and how. In a transaction: who stops
 * half-way has written nothing.
 */
export async function writeCardRows(
  tx: Queryable,
  boardId: string,
  found: readonly CardRow[],
): Promise<{ count: number; changes: RowChange[] }> {
  const known = new Map((await readCardRows(tx, boardId)).map((row) => [row.id, row]))
  const arrived = await peopleBefore(tx, boardId, idsOfNew(found, known))
  const wasThere = ({ id }: CardRow) => arrived.get(id) ?? known.get(id)?.people ?? []
  const cards = found.map((card) =>
    known.get(card.id)?.peopleKnown === false ? stayed(card) : asItLeft(card, wasThere(card)),
  )
  const here = new Set(cards.map(({ id }) => id))
  const gone = [...known.keys()].filter((id) => !here.has(id))
  const changed = cards.filter((card) => {
    const row = known.get(card.id)
    return !row || isDifferent(row, card)
  })
  for (const ids of inPieces(gone)) await removeCards(tx, boardId, ids)
  for (const rows of inPieces(changed)) await putCards(tx, boardId, rows)
  const moved = changed.filter((card) => peopleIn(known.get(card.id)) !== peopleIn(card))
  for (const rows of inPieces(moved)) await putPeople(tx, boardId, rows)
  const turned = changed.filter((card) => outcomesIn(known.get(card.id)) !== outcomesIn(card))
  for (const rows of inPieces(turned)) await putOutcomes(tx, boardId, rows)
  const retold = changed.filter((card) => known.get(card.id)?.text !== card.text)
  for (const rows of inPieces(retold)) await putTexts(tx, boardId, rows)
  return {
    count: gone.length + changed.length,
    changes: changed.map((after) => {
      const people = arrived.get(after.id)
      // That it came here from another board is no change of the card.
      return { before: people ? { ...after, people } : known.get(after.id), after }
    }),
  }
}

/** Only of those whom somebody may be told of it matters where they came from. */
const idsOfNew = (found: readonly CardRow[], known: ReadonlyMap<string, CardRow>): string[] =>
  found.flatMap((card) => {
    const row = known.get(card.id)
    return card.people.length > 0 && (!row || isDifferent(row, card)) ? card.id : []
  })

const stayed = ({ isLeft: _left, ...card }: CardRow): CardRow => card

/**
 * Nobody comes to a card that went to another board: who came to it last is told there, where those who
 * are in the rows here are taken as told.
 */
function asItLeft(card: CardRow, wasThere: readonly CardPerson[]): CardRow {
  if (!card.isLeft) return card
  const before = new Map(wasThere.map((one) => [one.personId, one]))
  const people = card.people.flatMap((now) => {
    const was = before.get(now.personId)
    return was ? bothTimes(was, now) : []
  })
  return { ...stayed(card), people }
}

function bothTimes(was: CardPerson, now: CardPerson): CardPerson[] {
  const one = {
    personId: now.personId,
    assigned: was.assigned && now.assigned,
    asked: was.asked && now.asked,
    learned: was.learned && now.learned,
    helps: was.helps && now.helps,
    mentioned: was.mentioned && now.mentioned,
  }
  return Object.values(one).includes(true) ? [one] : []
}

/** In any order. */
export async function readCardRows(db: Queryable, boardId: string): Promise<CardRow[]> {
  const rows = await db.select().from(boardCards).where(eq(boardCards.boardId, boardId))
  const people = new Map<string, CardPerson[]>()
  const all = await db
    .select()
    .from(boardCardPeople)
    .where(eq(boardCardPeople.boardId, boardId))
    .orderBy(boardCardPeople.cardId, boardCardPeople.personId)
  for (const { boardId: _on, cardId, ...person } of all) {
    const those = people.get(cardId) ?? []
    people.set(cardId, those)
    those.push(person)
  }
  const outcomes = await readOutcomes(db, boardId)
  const texts = await readTexts(db, boardId)
  return rows.map(({ boardId: _board, changedAt: _at, ...row }) => ({
    ...row,
    people: people.get(row.id) ?? [],
    outcomes: outcomes.get(row.id) ?? [],
    text: texts.get(row.id) ?? '',
  }))
}

async function readTexts(db: Queryable, boardId: string): Promise<Map<string, string>> {
  const { cardId, text } = boardCardTexts
  const rows = await db
    .select({ cardId, text })
    .from(boardCardTexts)
    .where(eq(boardCardTexts.boardId, boardId))
  return new Map(rows.map((row) => [row.cardId, row.text]))
}

async function readOutcomes(db: Queryable, boardId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .select()
    .from(boardCardOutcomes)
    .where(eq(boardCardOutcomes.boardId, boardId))
    .orderBy(boardCardOutcomes.cardId, boardCardOutcomes.outcomeId)
  const found = new Map<string, string[]>()
  for (const { cardId, outcomeId } of rows) {
    const those = found.get(cardId) ?? []
    found.set(cardId, those)
    those.push(outcomeId)
  }
  return found
}

const { boardId: _board, id: _id, changedAt: _at, ...written } = getTableColumns(boardCards)
const fields = Object.keys(written) as (keyof typeof written)[]

const isDifferent = (row: CardRow, card: CardRow): boolean =>
  fields.some((field) => row[field] !== card[field]) ||
  row.text !== card.text ||
  peopleIn(row) !== peopleIn(card) ||
  outcomesIn(row) !== outcomesIn(card)

const peopleIn = (row: CardRow | undefined): string =>
  (row?.people ?? [])
    .map(
      ({ personId, assigned, asked, learned, helps, mentioned }) =>
        `${personId} ${[assigned, asked, learned, helps, mentioned]}`,
    )
    .join()

const outcomesIn = (row: CardRow | undefined): string => (row?.outcomes ?? []).join()

const removeCards = (tx: Queryable, boardId: string, ids: string[]) =>
  tx.delete(boardCards).where(and(eq(boardCards.boardId, boardId), inArray(boardCards.id, ids)))

const excluded: Record<string, SQL> = Object.fromEntries(
  fields.map((field) => [field, sql.raw(`excluded."${written[field].name}"`)]),
)

const putCards = (tx: Queryable, boardId: string, rows: CardRow[]) =>
  tx
    .insert(boardCards)
    .values(
      rows.map(({ people: _people, outcomes: _outcomes, text: _text, ...row }) => ({
        ...row,
        boardId,
      })),
    )
    .onConflictDoUpdate({
      target: [boardCards.boardId, boardCards.id],
      set: { ...excluded, changedAt: sql`now()` },
    })

async function putPeople(tx: Queryable, boardId: string, rows: CardRow[]) {
  const ids = rows.map(({ id }) => id)
  await tx
    .delete(boardCardPeople)
    .where(and(eq(boardCardPeople.boardId, boardId), inArray(boardCardPeople.cardId, ids)))
  const people = rows.flatMap((row) =>
    row.people.map((one) => ({ ...one, boardId, cardId: row.id })),
  )
  for (const piece of inPieces(people)) await tx.insert(boardCardPeople).values(piece)
}

async function putOutcomes(tx: Queryable, boardId: string, rows: CardRow[]) {
  const ids = rows.map(({ id }) => id)
  await tx
    .delete(boardCardOutcomes)
    .where(and(eq(boardCardOutcomes.boardId, boardId), inArray(boardCardOutcomes.cardId, ids)))
  const all = rows.flatMap(({ id: cardId, outcomes }) =>
    outcomes.map((outcomeId) => ({ boardId, cardId, outcomeId })),
  )
  for (const piece of inPieces(all)) await tx.insert(boardCardOutcomes).values(piece)
}

async function putTexts(tx: Queryable, boardId: string, rows: CardRow[]) {
  const ids = rows.map(({ id }) => id)
  await tx
    .delete(boardCardTexts)
    .where(and(eq(boardCardTexts.boardId, boardId), inArray(boardCardTexts.cardId, ids)))
  const written = rows.flatMap(({ id: cardId, text }) =>
    text === '' ? [] : { boardId, cardId, text, letters: folded(text) },
  )
  for (const piece of inPieces(written)) await tx.insert(boardCardTexts).values(piece)
}
