/** What names a card, and what it is called, follows it to other boards, as far as somebody may read them. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription, renameCard, restoreCard } from '@atelier/shared/boards/card-edits'
import { toYjs } from '@atelier/shared/boards/rich-text'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { FoundReference } from '@atelier/shared/references/reference'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardCardMoves } from '../db/card-tables'
import { writeDocSummary } from '../docs/doc-summary'
import { commentStage } from '../testing/comment-stage'
import { makeBoard, makeDoc, makeProject } from '../testing/make'
import { writeBoardSummary } from './board-summary'
import { moveCardsAcross } from './moving-cards'

const { app, project, people, browsers, workspace } = await commentStage()
const { db, rooms } = app.deps
const { owner } = workspace
const asOwner = await app.as(owner)
afterAll(() => app.stop())

/** Only the owner reads it. */
const secret = await makeProject(db, owner)
const room = (id: string) => roomName('board', id)
const boardOf = (id: string) => rooms.look(room(id), (doc) => readBoard(doc))
const quiet = (id: string) => rooms.look(room(id), (doc) => writeBoardSummary(db, id, doc))
const edit = async (id: string, change: (doc: Y.Doc) => void) => {
  await rooms.edit(room(id), change)
  await quiet(id)
}
const newBoard = async (title: string, on = project, cards: string[] = []) =>
  (
    await makeBoard(db, on, owner, {
      title,
      cards: cards.map((name) => ({ title: name, column: 'To do' })),
    })
  ).id

let [first, second, third, hidden, card] = ['', '', '', '', '']
beforeEach(async () => {
  first = await newBoard('First', project, ['Weld'])
  second = await newBoard('Second')
  third = await newBoard('Third')
  hidden = await newBoard('Salaries', secret)
  card = must([...(await boardOf(first)).cards.keys()][0], 'card')
})

async function move(from: string, to: string, on = project.id) {
  const column = must((await boardOf(to)).columns[0], 'column').id
  const target = { board: to, project: on, column }
  await moveCardsAcross(app.deps, { cards: [card], from, to: target, personId: owner.id })
  await quiet(from)
  await quiet(to)
}

const called = async (boardId: string, by = browsers.viewer): Promise<FoundReference | null> => {
  const references = [{ kind: 'card', id: card, boardId }]
  return (await by.post('/api/references', { references })).body.found[0]
}

const docNaming = async (title: string, board: string, partId: string | null = card) => {
  const { id } = await makeDoc(db, project, owner, title)
  const doc = new Y.Doc()
  const attrs = { kind: partId ? 'card' : 'board', roomId: board, partId, label: 'L' }
  const body = { type: 'doc', content: [{ type: 'embed', attrs }] as never }
  Y.applyUpdate(doc, newDocUpdate({ title, body }))
  await writeDocSummary(db, id, doc)
  return id
}
const docsNaming = async (board: string, by = browsers.viewer): Promise<string[]> => {
  const { body } = await by.get(`/api/boards/${board}/cards/${card}/mentions`)
  return body.map(({ title, names }: { title: string; names: string }) => `${title}: ${names}`)
}
const cardsNaming = async (board: string, by = browsers.viewer): Promise<string[]> => {
  const { body } = await by.get(`/api/boards/${board}/cards/${card}/naming-cards`)
  return body.map(({ title }: { title: string }) => title)
}
/** A board with one card, whose text names ours where it was. */
const boardNaming = async (title: string, board: string, on = project) => {
  const id = await newBoard('Naming', on, [title])
  const naming = must([...(await boardOf(id)).cards.keys()][0], 'card')
  const attrs = { kind: 'card', id: card, boardId: board, label: 'L' }
  const words = [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }]
  await edit(id, (doc) => cardDescription(doc, naming)?.insert(0, toYjs(words as never)))
}

test('a card named on a board it has left is called what it is where it is now, over any number of boards', async () => {
  const way = { kind: 'card', title: 'Weld', column: 'To do', archived: false, isAway: false }
  expect(await called(first)).toEqual({ ...way, boardId: first, board: 'First' })
  await move(first, second)
  await move(second, third)
  await edit(third, (doc) => renameCard(doc, card, 'Weld twice'))
  const now = { ...way, title: 'Weld twice', boardId: third, board: 'Third' }
  for (const board of [first, second, third]) expect(await called(board)).toEqual(now)
  await move(third, first)
  const home = { ...now, boardId: first, board: 'First' }
  for (const board of [first, second, third]) expect(await called(board)).toEqual(home)
})

test('where the lists of its new board do not know it yet, it is called what it was', async () => {
  await db.insert(boardCardMoves).values({ boardId: first, card, to: second, stage: 'left' })
  expect(await called(first)).toMatchObject({ title: 'Weld', boardId: second, board: 'Second' })
})

test('where it went to a board one may not read, nothing of that is told; past it, it is found again', async () => {
  await move(first, hidden, secret.id)
  await edit(hidden, (doc) => renameCard(doc, card, 'Cut the wages'))
  const left = { title: 'Weld', boardId: first, board: 'First', isAway: true }
  expect(await called(first)).toMatchObject(left)
  expect(await called(hidden)).toBeNull()
  expect(await called(first, asOwner)).toMatchObject({ title: 'Cut the wages', board: 'Salaries' })
  await move(hidden, third)
  await edit(third, (doc) => renameCard(doc, card, 'Read again'))
  for (const board of [first, hidden])
    expect(await called(board)).toMatchObject({ title: 'Read again', board: 'Third' })
  expect(await called(first, await app.as(people.viewer))).toMatchObject({ isAway: false })
})

test('a move that has not arrived, and one whose card was taken up again, lead nowhere', async () => {
  await db.insert(boardCardMoves).values({ boardId: first, card, to: second })
  expect(await called(first)).toMatchObject({ boardId: first, isAway: false })
  await db.delete(boardCardMoves).where(eq(boardCardMoves.card, card))
  await docNaming('Names the old one', first)
  await move(first, second)
  await edit(first, (doc) => void restoreCard(doc, card))
  expect(await called(first)).toMatchObject({ boardId: first, board: 'First', archived: false })
  expect([await docsNaming(first), await docsNaming(second)]).toEqual([
    ['Names the old one: card'],
    [],
  ])
})

test('ways that make a circle come to an end', async () => {
  const circle = [
    { boardId: first, card, to: second, stage: 'left' as const },
    { boardId: second, card, to: first, stage: 'left' as const },
  ]
  const longAfter = { movedAt: new Date(Date.now() + 60_000) }
  await db.insert(boardCardMoves).values(circle.map((one) => ({ ...one, ...longAfter })))
  await docNaming('Round', first)
  expect(await called(first)).toMatchObject({ title: 'Weld', boardId: first })
  expect(await called(second)).toMatchObject({ boardId: second })
  expect(await docsNaming(second)).toEqual(['Round: card'])
})

test('a card is mentioned where it was named on boards it came from, but not where those boards were', async () => {
  await docNaming('Of old', first)
  await docNaming('All of first', first, null)
  await boardNaming('Before it', first)
  await move(first, second)
  await move(second, third)
  await docNaming('Of late', third)
  await docNaming('All of third', third, null)
  const expected = ['All of third: board', 'Of late: card', 'Of old: card']
  expect((await docsNaming(third)).sort()).toEqual(expected)
  expect(await docsNaming(second)).toEqual(['Of old: card'])
  expect(await cardsNaming(third)).toEqual(['Before it'])
})

test('docs and cards that one may not read stay unmentioned, whatever way the card came', async () => {
  await boardNaming('Of the wages', first, secret)
  await docNaming('About it', hidden)
  await move(first, hidden, secret.id)
  expect((await browsers.viewer.get(`/api/boards/${hidden}/cards/${card}/mentions`)).status).toBe(
    404,
  )
  await move(hidden, third)
  expect(await cardsNaming(third)).toEqual([])
  expect(await cardsNaming(third, asOwner)).toEqual(['Of the wages'])
  expect(await docsNaming(third)).toEqual(['About it: card'])
})

test('what was left on a board is found as the card it is now, once; only who may not go there finds the rest', async () => {
  const found = async (by = browsers.viewer) => {
    const { body } = await by.get('/api/cards?q=unmistakable')
    return body.cards.map((one: { title: string; boardId: string; archived: boolean }) => [
      ...[one.title, one.boardId, one.archived],
    ])
  }
  await edit(first, (doc) => renameCard(doc, card, 'Unmistakable'))
  await move(first, second)
  expect(await found()).toEqual([['Unmistakable', second, false]])
  await move(second, hidden, secret.id)
  expect(await found(asOwner)).toEqual([['Unmistakable', hidden, false]])
  expect((await found()).sort()).toEqual(
    [first, second].sort().map((board) => ['Unmistakable', board, true]),
  )
  await move(hidden, third)
  await edit(third, (doc) => renameCard(doc, card, 'Renamed since'))
  expect(await found()).toEqual([['Renamed since', third, false]])
})
