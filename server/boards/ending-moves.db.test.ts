import { must } from '@atelier/shared/basics/must'
import { archiveCard, renameCard } from '@atelier/shared/boards/card-edits'
import { addAssignee } from '@atelier/shared/boards/fact-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardCardMoves } from '../db/card-tables'
import { commentThreads } from '../db/comment-tables'
import { dyingIn } from '../testing/dying-house'
import { makeCardComment } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import {
  boardOn as boardIn,
  threeBoards as makeThreeBoards,
  movesOf,
  longAgo as setLongAgo,
  shownOn as shownIn,
} from '../testing/three-boards'
import { writeBoardSummary } from './board-summary'
import { peopleBefore } from './card-arrival-queries'
import { endCutOffMoves } from './ending-moves'
import { moveCardsAcross } from './moving-cards'
import { claimAgain, takeOpenMoves } from './open-move-queries'

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await testApp({ database })
})
afterAll(async () => {
  await app.stop()
  await database.close()
})

const room = (id: string) => roomName('board', id)
const threeBoards = () => makeThreeBoards(app.deps)
const shownOn = ({ deps }: TestApp, id: string) => shownIn(deps, id)
const boardOn = ({ deps }: TestApp, id: string) => boardIn(deps, id)
const longAgo = (ids: string[], ms?: number) => setLongAgo(app.deps, ids, ms)
const stagesOf = async (ids: string[]) =>
  (await movesOf(app.deps, ids)).map(([_from, _to, stage]) => stage)
const cutOff = (from: string, move: Parameters<typeof moveCardsAcross>[1]) =>
  expect(moveCardsAcross(dyingIn(app.deps, from), move)).rejects.toThrow('killed')
test('a move of many that was cut off comes to its end at the next start, with what is said about them', async () => {
  const { mover, a, b, ids, move } = await threeBoards()
  const [weld = ''] = ids
  await makeCardComment(app.deps.db, { board: { id: a }, card: weld, by: mover })
  await cutOff(a, move(a, b))
  expect(await shownOn(app, a)).toEqual(['Weld', 'Cut'])
  await longAgo(ids)
  const next = await testApp({ database })
  await expect.poll(() => stagesOf(ids), { timeout: 30_000 }).toEqual(['left', 'left'])
  expect([await shownOn(next, a), await shownOn(next, b)]).toEqual([[], ['Weld', 'Cut']])
  expect((await boardOn(next, a)).cards.get(weld)).toMatchObject({ movedTo: b })
  const threads = await app.deps.db
    .select()
    .from(commentThreads)
    .where(eq(commentThreads.card, weld))
  expect(threads.map(({ roomId }) => roomId)).toEqual([b])
  expect(await endCutOffMoves(next.deps)).toBe(0)
  await next.stop()
})

test('of two nodes that look at once each ends others, and what was written meanwhile is kept', async () => {
  const { a, b, ids, move } = await threeBoards()
  const [weld = ''] = ids
  await cutOff(a, move(a, b))
  await app.deps.rooms.edit(room(a), (doc) => void renameCard(doc, weld, 'Weld twice'))
  await longAgo(ids)
  const ended = await Promise.all([endCutOffMoves(app.deps), endCutOffMoves(app.deps)])
  expect(ended[0] + ended[1]).toBe(2)
  expect([await shownOn(app, a), await shownOn(app, b)]).toEqual([[], ['Weld', 'Cut']])
  // What the board that it left had not heard of can become a card of its own there.
  expect((await boardOn(app, a)).cards.get(weld)?.title).toBe('Weld twice')
})

test('what never got there stays where it is, and may go elsewhere', async () => {
  const { a, b, c, ids, move } = await threeBoards()
  await cutOff(b, move(a, b))
  await longAgo(ids)
  expect(await endCutOffMoves(app.deps)).toBe(2)
  expect(await stagesOf(ids)).toEqual([])
  expect([await shownOn(app, a), await shownOn(app, b)]).toEqual([['Weld', 'Cut'], []])
  const { cards } = await moveCardsAcross(app.deps, move(a, c))
  expect(cards.map(({ fate }) => fate)).toEqual(['there', 'there'])
})

test('what was noted as arrived and is nowhere else stays, with what is said about it, and may go elsewhere', async () => {
  const { mover, a, b, c, ids, move } = await threeBoards()
  const [weld = ''] = ids
  await makeCardComment(app.deps.db, { board: { id: b }, card: weld, by: mover })
  await app.deps.db
    .insert(boardCardMoves)
    .values({ boardId: a, card: weld, to: b, stage: 'arrived' })
  await longAgo(ids)
  expect(await endCutOffMoves(app.deps)).toBe(1)
  expect(await stagesOf(ids)).toEqual([])
  const threads = await app.deps.db
    .select()
    .from(commentThreads)
    .where(eq(commentThreads.card, weld))
  expect(threads.map(({ roomId }) => roomId)).toEqual([a])
  const { cards } = await moveCardsAcross(app.deps, move(a, c))
  expect(cards.map(({ fate }) => fate)).toEqual(['there', 'there'])
})

test('a move that may still be under way is left alone', async () => {
  const { a, b, ids, move } = await threeBoards()
  await cutOff(a, move(a, b))
  await longAgo(ids, 30_000)
  expect(await endCutOffMoves(app.deps)).toBe(0)
  expect(await shownOn(app, a)).toEqual(['Weld', 'Cut'])
})

test('a card that has gone on from there, or was put away there, leaves the first board, too', async () => {
  const { mover, a, b, c, ids, move } = await threeBoards()
  const [weld = '', cut = ''] = ids
  await makeCardComment(app.deps.db, { board: { id: a }, card: weld, by: mover })
  await cutOff(a, move(a, b))
  await longAgo(ids)
  await moveCardsAcross(app.deps, move(b, c, [weld]))
  await app.deps.rooms.edit(room(b), (doc) => void archiveCard(doc, cut))
  await endCutOffMoves(app.deps)
  const there = await Promise.all([a, b, c].map((board) => shownOn(app, board)))
  expect(there).toEqual([[], [], ['Weld']])
  // Its trail leads there from every board, and so does what was said about it.
  expect(must((await boardOn(app, a)).cards.get(weld), 'card').movedTo).toBe(c)
  const moves = await app.deps.db.select().from(boardCardMoves).where(eq(boardCardMoves.card, weld))
  expect(moves.map(({ boardId, to, stage }) => [boardId, to, stage])).toEqual(
    expect.arrayContaining([[b, c, 'left']]),
  )
  const threads = await app.deps.db
    .select()
    .from(commentThreads)
    .where(eq(commentThreads.card, weld))
  expect(threads.map(({ roomId }) => roomId)).toEqual([c])
  expect(must((await boardOn(app, a)).cards.get(cut), 'card').movedTo).toBe(b)
  expect(must((await boardOn(app, b)).cards.get(cut), 'card').movedTo).toBeNull()
})

test('one that cannot be ended keeps none of the others, and is tried again', async () => {
  const [broken, sound] = [await threeBoards(), await threeBoards()]
  for (const { a, b, ids, move } of [broken, sound]) {
    await cutOff(a, move(a, b))
    await longAgo(ids)
  }
  const house = { ...app.deps, ...dyingIn(app.deps, broken.a) }
  expect(await endCutOffMoves(house)).toBe(2)
  expect(await shownOn(app, sound.a)).toEqual([])
  expect(await shownOn(app, broken.a)).toEqual(['Weld', 'Cut'])
  await longAgo(broken.ids)
  expect(await endCutOffMoves(app.deps)).toBe(2)
  expect(await shownOn(app, broken.a)).toEqual([])
})

test('one that has come back while a sweep waited is not sent away again', async () => {
  const { a, b, ids, move } = await threeBoards()
  await cutOff(a, move(a, b))
  await longAgo(ids)
  const late = await takeOpenMoves(app.deps.db, 10)
  await longAgo(ids, 90_000)
  await moveCardsAcross(app.deps, move(b, a))
  expect(await claimAgain(app.deps.db, late)).toEqual([])
  expect([await shownOn(app, a), await shownOn(app, b)]).toEqual([['Weld', 'Cut'], []])
})

test('a card that went on while its first move was tried in vain is not left on two boards', async () => {
  const { a, b, c, ids, move } = await threeBoards()
  const [weld = ''] = ids
  await cutOff(a, move(a, b))
  await app.deps.db
    .update(boardCardMoves)
    .set({ stage: 'going' })
    .where(inArray(boardCardMoves.card, ids))
  await longAgo(ids)
  await moveCardsAcross(app.deps, move(b, c, [weld]))
  await longAgo(ids, 400_000)
  // Whoever took them died, too: their claim is younger than the move that came after it.
  await takeOpenMoves(app.deps.db, 10)
  const late = new Date(Date.now() - 150_000)
  await app.deps.db
    .update(boardCardMoves)
    .set({ claimedAt: late })
    .where(eq(boardCardMoves.boardId, a))
  await endCutOffMoves(app.deps)
  expect([await shownOn(app, a), await shownOn(app, c)]).toEqual([[], ['Weld']])
})

test('a card on its way round in a circle that was cut off everywhere is on one board', async () => {
  const { a, b, c, ids, move } = await threeBoards()
  const [weld = ''] = ids
  await cutOff(a, move(a, b, [weld]))
  await app.deps.rooms.edit(room(b), (doc) => void archiveCard(doc, weld))
  await longAgo(ids)
  await cutOff(b, move(b, c, [weld]))
  await app.deps.rooms.edit(room(c), (doc) => void archiveCard(doc, weld))
  await longAgo(ids)
  await cutOff(a, move(c, a, [weld]))
  for (let times = 0; times < 3; times++) {
    await longAgo(ids)
    await endCutOffMoves(app.deps)
  }
  expect((await stagesOf([weld])).filter((stage) => stage !== 'left')).toEqual([])
  const cards = await Promise.all([a, b, c].map((board) => boardOn(app, board)))
  const at = cards.map((board) => board.cards.get(weld)?.movedTo)
  expect(at.filter((movedTo) => movedTo === null)).toEqual([null])
})

test('that a move was ended late is no coming to the board: nobody is put on the card anew', async () => {
  const { a, b, mover, ids, move } = await threeBoards()
  const [weld = ''] = ids
  const write = (id: string) =>
    app.deps.rooms
      .look(room(id), (doc) => doc)
      .then((doc) => writeBoardSummary(app.deps.db, id, doc))
  await write(a)
  await cutOff(a, move(a, b))
  await app.deps.rooms.edit(room(b), (doc) => addAssignee(doc, weld, mover.id))
  await write(b)
  await longAgo(ids)
  expect(await endCutOffMoves(app.deps)).toBe(2)
  expect(await peopleBefore(app.deps.db, b, [weld])).toEqual(new Map())
})

test('those who look at either board are told that what is said about the cards has moved', async () => {
  const { a, b, c, ids, move } = await threeBoards()
  const [weld = '', cut = ''] = ids
  await cutOff(a, move(a, b))
  await longAgo(ids)
  await moveCardsAcross(app.deps, move(b, c, [weld]))
  const told: unknown[] = []
  const tell: typeof app.deps.notices.tell = (notice) => void told.push(notice)
  await endCutOffMoves({ ...app.deps, notices: { ...app.deps.notices, tell } })
  expect((await boardOn(app, b)).cards.get(cut)?.movedTo).toBeNull()
  const comments = [a, b, c].map((id) => ({ what: 'comments', id }))
  expect(told).toHaveLength(3)
  expect(told).toEqual(expect.arrayContaining(comments))
})
