import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { addAssignee, removeAssignee } from '@atelier/shared/boards/fact-edits'
import { addHelper, writeLearningGoal } from '@atelier/shared/boards/learning-edits'
import { isWrittenAfterMove } from '@atelier/shared/boards/left-behind-edits'
import { toYjs } from '@atelier/shared/boards/rich-text'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { boardCardMoves } from '../db/card-tables'
import { dyingIn } from '../testing/dying-house'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { longAgo as setLongAgo } from '../testing/three-boards'
import { endCutOffMoves } from './ending-moves'
import { eraseBoards, lockForErasing } from './erase-board-queries'
import { moveCardsAcross } from './moving-cards'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const room = (id: string) => roomName('board', id)
const boardOf = (id: string) => app.deps.rooms.look(room(id), (doc) => readBoard(doc))
const edit = (id: string, change: (doc: Y.Doc) => void) => app.deps.rooms.edit(room(id), change)
const cardAt = async (board: string, id: string) => (await boardOf(board)).cards.get(id)

/** A card on a board of one project, and a board of another that `stays` may not read. */
async function twoProjects() {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const { owner } = workspace
  const [mover, stays] = [await makePerson(db, workspace), await makePerson(db, workspace)]
  const here = await makeProject(db, owner, {
    members: [
      [mover, 'contributor'],
      [stays, 'viewer'],
    ],
  })
  const there = await makeProject(db, owner, { members: [[mover, 'contributor']] })
  const cards = ['Weld', 'Other'].map((title) => ({ title, column: 'To do' }))
  const a = (await makeBoard(db, here, owner, { cards })).id
  const [b, c] = [(await makeBoard(db, there, owner)).id, (await makeBoard(db, there, owner)).id]
  const [id = '', other = ''] = (await boardOf(a)).columns.flatMap((column) =>
    column.cards.map((card) => card.id),
  )
  const project = (board: string) => (board === a ? here.id : there.id)
  const move = (from: string, board: string, ids = [id], column: string | null = null) => ({
    ...{ cards: ids, from, personId: mover.id },
    to: { board, project: project(board), column },
  })
  return { mover, stays, a, b, c, id, other, move }
}

const longAgo = (id: string, ms = 110_000) => setLongAgo(app.deps, [id], ms)

test('those who could not read the other board are on the card again when it comes back', async () => {
  const { mover, stays, a, b, id, move } = await twoProjects()
  for (const one of [mover, stays]) await edit(a, (doc) => addAssignee(doc, id, one.id))
  await moveCardsAcross(app.deps, move(a, b))
  expect((await cardAt(b, id))?.assignees).toEqual([mover.id])
  // What was done there on purpose holds.
  await edit(b, (doc) => removeAssignee(doc, id, mover.id))
  await moveCardsAcross(app.deps, move(b, a))
  expect((await cardAt(a, id))?.assignees).toEqual([stays.id])
})

test('what somebody wants to learn, or would help with, stays behind where they cannot read, and is told', async () => {
  const { mover, stays, a, b, id, move } = await twoProjects()
  await edit(a, (doc) => {
    writeLearningGoal(doc, id, stays.id, 'Weld alone')
    writeLearningGoal(doc, id, mover.id, 'Read plans')
    addHelper(doc, id, mover.id, stays.id)
    addHelper(doc, id, stays.id, mover.id)
  })
  const { learning } = must(await cardAt(a, id), 'card')
  expect(learning.goals).toHaveLength(2)
  expect((await moveCardsAcross(app.deps, move(a, b))).left.people).toEqual([stays.id])
  expect((await cardAt(b, id))?.learning.goals).toEqual([
    { person: mover.id, text: 'Read plans', helpers: [] },
  ])
  const sent = await app.deps.rooms.look(room(b), (doc) => JSON.stringify(doc.getMap('cards')))
  for (const hidden of [stays.id, 'Weld alone']) expect(sent).not.toContain(hidden)
  expect((await moveCardsAcross(app.deps, move(b, a))).left.people).toEqual([])
  expect((await cardAt(a, id))?.learning).toEqual(learning)
})

test('a card that another node still brings does not go back before it has left', async () => {
  const { a, b, id, move } = await twoProjects()
  await expect(moveCardsAcross(dyingIn(app.deps, a), move(a, b))).rejects.toThrow('killed')
  expect((await moveCardsAcross(app.deps, move(b, a))).cards).toEqual([{ id, fate: 'elsewhere' }])
  expect(await cardAt(b, id)).toMatchObject({ archivedAt: null })
  await moveCardsAcross(app.deps, move(a, b))
  expect(await cardAt(a, id)).toMatchObject({ movedTo: b })
  expect((await moveCardsAcross(app.deps, move(b, a))).cards).toEqual([{ id, fate: 'there' }])
  expect(await cardAt(a, id)).toMatchObject({ movedTo: null, archivedAt: null })
  expect(await cardAt(b, id)).toMatchObject({ movedTo: a })
})

test('what was written where it had not left, after its way was cut off, is not hidden', async () => {
  const { a, b, id, move } = await twoProjects()
  await expect(moveCardsAcross(dyingIn(app.deps, a), move(a, b))).rejects.toThrow('killed')
  const says = (text: string) => (doc: Y.Doc) =>
    cardDescription(doc, id)?.insert(
      0,
      toYjs([{ type: 'paragraph', content: [{ type: 'text', text }] }]),
    )
  await edit(a, (doc) => void says('Late')(doc))
  await edit(b, (doc) => void says('There')(doc))
  await longAgo(id)
  await moveCardsAcross(app.deps, move(b, a))
  const board = await boardOf(a)
  expect(board.cards.get(id)).toMatchObject({ movedTo: null, archivedAt: null })
  expect(await cardAt(b, id)).toMatchObject({ movedTo: a })
  const said = await app.deps.rooms.look(room(a), (doc) =>
    [...board.cards.keys()].map((card) => String(cardDescription(doc, card))),
  )
  // The one has become a card of its own.
  expect(said.filter((words) => words.includes('Late'))).toHaveLength(1)
  expect(said.filter((words) => words.includes('There'))).toHaveLength(1)
})

describe('a card of somebody who could not read the other board, whose way there was cut off', () => {
  const cutOff = async () => {
    const boards = await twoProjects()
    const { stays, a, b, id, move } = boards
    await edit(a, (doc) => addAssignee(doc, id, stays.id))
    await expect(moveCardsAcross(dyingIn(app.deps, a), move(a, b))).rejects.toThrow('killed')
    const isLeftAsItWent = async () => {
      expect(await cardAt(a, id)).toMatchObject({ movedTo: b })
      expect(await app.deps.rooms.look(room(a), (doc) => isWrittenAfterMove(doc, id))).toBe(false)
      await moveCardsAcross(app.deps, move(b, a))
      expect((await boardOf(a)).archive).toEqual([])
    }
    return { ...boards, isLeftAsItWent }
  }

  test('left as it went, when it is brought to its end', async () => {
    const { id, isLeftAsItWent } = await cutOff()
    await longAgo(id, 150_000)
    expect(await endCutOffMoves(app.deps)).toBe(1)
    await isLeftAsItWent()
  })

  test('also when it is asked for again', async () => {
    const { a, b, move, isLeftAsItWent } = await cutOff()
    await moveCardsAcross(app.deps, move(a, b))
    await isLeftAsItWent()
  })

  test('also when it was to go elsewhere meanwhile', async () => {
    const { a, c, id, move, isLeftAsItWent } = await cutOff()
    await longAgo(id)
    expect((await moveCardsAcross(app.deps, move(a, c))).cards).toEqual([{ id, fate: 'elsewhere' }])
    await isLeftAsItWent()
  })
})

test('a refused move leaves claimed what an earlier try has brought', async () => {
  const { a, b, c, id, other, move } = await twoProjects()
  await expect(moveCardsAcross(dyingIn(app.deps, a), move(a, b))).rejects.toThrow('killed')
  const refused = moveCardsAcross(app.deps, move(a, b, [id, other], 'removed'))
  await expect(refused).rejects.toMatchObject({ code: 'invalid' })
  expect((await moveCardsAcross(app.deps, move(a, c, [id, other]))).cards).toEqual([
    { id, fate: 'elsewhere' },
    { id: other, fate: 'there' },
  ])
  expect(await cardAt(c, id)).toBeUndefined()
})

test('a refused way there forgets nothing of the way back', async () => {
  const { a, b, id, move } = await twoProjects()
  await moveCardsAcross(app.deps, move(a, b))
  await moveCardsAcross(app.deps, move(b, a))
  await expect(moveCardsAcross(app.deps, move(a, b, [id], 'removed'))).rejects.toMatchObject({
    code: 'invalid',
  })
  const [way] = await app.deps.db.select().from(boardCardMoves).where(eq(boardCardMoves.boardId, b))
  expect(way).toMatchObject({ card: id, to: a, stage: 'left' })
})

const erase = (board: string) =>
  app.deps.db.transaction(async (tx) => {
    await lockForErasing(tx, [board])
    await eraseBoards(tx, [board])
  })

test('where a board in the middle of a card’s way is erased, the way leads on', async () => {
  const { a, b, c, id, move } = await twoProjects()
  await moveCardsAcross(app.deps, move(a, b))
  await moveCardsAcross(app.deps, move(b, c))
  await erase(b)
  const ways = await app.deps.db.select().from(boardCardMoves).where(eq(boardCardMoves.card, id))
  expect(ways.map(({ boardId, to, stage }) => ({ boardId, to, stage }))).toEqual([
    { boardId: a, to: c, stage: 'left' },
  ])
  expect(must(await cardAt(c, id), 'card').archivedAt).toBeNull()
})

test('a card that was cut off before a board that is erased leaves the first one all the same', async () => {
  const { a, b, c, id, move } = await twoProjects()
  await expect(moveCardsAcross(dyingIn(app.deps, a), move(a, b))).rejects.toThrow('killed')
  await moveCardsAcross(app.deps, move(b, c))
  await erase(b)
  await longAgo(id, 150_000)
  await endCutOffMoves(app.deps)
  expect(await cardAt(a, id)).toMatchObject({ movedTo: c })
  expect(must(await cardAt(c, id), 'card').archivedAt).toBeNull()
  const ways = await app.deps.db.select().from(boardCardMoves).where(eq(boardCardMoves.card, id))
  expect(ways).toMatchObject([{ boardId: a, to: c, stage: 'left' }])
})
