import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { addAssignee, attachFile } from '@atelier/shared/boards/fact-edits'
import { addBlock } from '@atelier/shared/boards/relation-edits'
import { toYjs } from '@atelier/shared/boards/rich-text'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { boardCardMoves } from '../db/card-tables'
import { files } from '../db/doc-tables'
import { boardImports } from '../db/import-tables'
import { undoImport } from '../exchange/undo-import-queries'
import { dyingIn } from '../testing/dying-house'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { makePictureIn } from '../testing/make-file'
import { type TestApp, testApp } from '../testing/test-app'
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

async function twoBoards() {
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
  const cards = [
    { title: 'Weld', column: 'To do' },
    { title: 'Other', column: 'To do' },
  ]
  const from = (await makeBoard(db, here, owner, { cards })).id
  const to = (await makeBoard(db, there, owner)).id
  const idOf = async (title: string) =>
    must(
      [...(await boardOf(from)).cards.values()].find((card) => card.title === title),
      title,
    ).id
  const column = must((await boardOf(to)).columns[0], 'column').id
  const [id, other] = [await idOf('Weld'), await idOf('Other')]
  const move = {
    cards: [id],
    from,
    to: { board: to, project: there.id, column },
    personId: mover.id,
  }
  return { workspace, owner, mover, stays, here, there, from, to, id, other, column, move }
}

const path = (board: string) => `/api/boards/${board}/moves`

test('a card goes to another board with its files and comments; what stays is told', async () => {
  const { mover, stays, from, to, id, other, column } = await twoBoards()
  const file = await makePictureIn(app, { id: from }, mover)
  const foreign = await makePictureIn(app, { id: to }, mover)
  await edit(from, (doc) => {
    addAssignee(doc, id, mover.id)
    addAssignee(doc, id, stays.id)
    addBlock(doc, other, id)
    attachFile(doc, id, { id: file.id, name: 'p.png', mime: 'image/png', size: 1, addedAt: '' })
    cardDescription(doc, id)?.insert(0, toYjs([{ type: 'picture', attrs: { file: file.id } }]))
    cardDescription(doc, other)?.insert(
      0,
      toYjs([{ type: 'picture', attrs: { file: foreign.id } }]),
    )
  })
  const browser = await app.as(mover)
  const words = { id: crypto.randomUUID(), body: [{ text: 'Slowly' }] }
  await browser.post(`/api/boards/${from}/cards/${id}/comments`, words)

  const { status, body } = await browser.post(path(from), { cards: [id], boardId: to, column })
  expect(status).toBe(200)
  expect(body).toEqual({
    boardId: to,
    cards: [{ id, fate: 'there' }],
    left: { relations: 1, people: [stays.id], outcomes: [] },
  })
  const card = must(await cardAt(to, id), 'card')
  expect(card).toMatchObject({ title: 'Weld', column, archivedAt: null, assignees: [mover.id] })
  const copy = must(card.attachments[0], 'file').id
  expect(copy).not.toBe(file.id)
  const [row] = await app.deps.db.select().from(files).where(eq(files.id, copy))
  expect(row).toMatchObject({ roomId: to, createdBy: mover.id })
  const description = await app.deps.rooms.look(room(to), (doc) =>
    cardDescription(doc, id)?.toString(),
  )
  expect(description).toContain(copy)
  expect(await cardAt(from, id)).toMatchObject({ movedTo: to })
  const said = async (board: string) =>
    (await browser.get(`/api/boards/${board}/cards/${id}/comments`)).body.comments.length
  expect([await said(from), await said(to)]).toEqual([0, 1])
})

test('asked twice it is one card, also when the first time ended between the two boards', async () => {
  const { mover, from, to, id, column, move } = await twoBoards()
  const file = await makePictureIn(app, { id: from }, mover)
  const attachment = { id: file.id, name: 'p.png', mime: 'image/png', size: 1, addedAt: '' }
  await edit(from, (doc) => attachFile(doc, id, attachment))
  await expect(moveCardsAcross(dyingIn(app.deps, from), move)).rejects.toThrow('killed')
  expect(await cardAt(to, id)).toMatchObject({ archivedAt: null })
  expect(await cardAt(from, id)).toMatchObject({ archivedAt: null, movedTo: null })

  const browser = await app.as(mover)
  for (let times = 0; times < 2; times++) {
    expect((await browser.post(path(from), { cards: [id], boardId: to, column })).status).toBe(200)
    expect((await boardOf(to)).cards.size).toBe(1)
    expect(await cardAt(from, id)).toMatchObject({ movedTo: to })
  }
  expect(await app.deps.db.select().from(files).where(eq(files.roomId, to))).toHaveLength(1)
})

test('moved to two boards at once it goes to one, and the other is told', async () => {
  const { owner, mover, there, from, to, id, column } = await twoBoards()
  const third = (await makeBoard(app.deps.db, there, owner)).id
  const thirdColumn = must((await boardOf(third)).columns[0], 'column').id
  const browser = await app.as(mover)
  const answers = await Promise.all([
    browser.post(path(from), { cards: [id], boardId: to, column }),
    browser.post(path(from), { cards: [id], boardId: third, column: thirdColumn }),
  ])
  expect(answers.map(({ body }) => body.cards[0].fate).sort()).toEqual(['elsewhere', 'there'])
  expect((await boardOf(to)).cards.size + (await boardOf(third)).cards.size).toBe(1)
})

test('moved back it is where it was, with what was done meanwhile', async () => {
  const { mover, from, to, id, column } = await twoBoards()
  const browser = await app.as(mover)
  await browser.post(path(from), { cards: [id], boardId: to, column })
  await edit(to, (doc) => addAssignee(doc, id, mover.id))
  const home = must((await boardOf(from)).columns[0], 'column').id
  expect((await browser.post(path(to), { cards: [id], boardId: from, column: home })).status).toBe(
    200,
  )
  expect(await cardAt(from, id)).toMatchObject({
    movedTo: null,
    archivedAt: null,
    assignees: [mover.id],
  })
  expect(await cardAt(to, id)).toMatchObject({ movedTo: from })
})

test('only who may edit both boards moves; nothing of either is told to others', async () => {
  const { workspace, mover, stays, owner, from, to, id, column } = await twoBoards()
  const move = (who: { id: string }, board = from, goal = to) =>
    app.as(who).then((browser) => browser.post(path(board), { cards: [id], boardId: goal, column }))
  expect((await move(stays)).status).toBe(403)
  const elsewhere = await makeWorkspace(app.deps.db)
  expect((await move(elsewhere.owner)).status).toBe(404)
  const secret = await makeProject(app.deps.db, owner)
  const hidden = await makeBoard(app.deps.db, secret, owner)
  expect((await move(mover, from, hidden.id)).status).toBe(404)
  const outsider = await makePerson(app.deps.db, workspace)
  expect((await move(outsider)).status).toBe(404)
  expect((await boardOf(to)).cards.size).toBe(0)
})

test('what cannot be is refused, and nothing has happened: same board, no such card, a column that is gone', async () => {
  const { mover, from, to, id, column } = await twoBoards()
  const browser = await app.as(mover)
  const move = (board: string, card: string, body: object) =>
    browser.post(path(board), { cards: [card], ...body })
  expect((await move(from, id, { boardId: from, column })).status).toBe(400)
  const fates = async (board: string, card: string, body: object) =>
    (await move(board, card, body)).body.cards
  expect(await fates(from, 'never', { boardId: to, column })).toEqual([
    { id: 'never', fate: 'gone' },
  ])
  expect(await fates(to, id, { boardId: from, column })).toEqual([{ id, fate: 'gone' }])
  const gone = await move(from, id, { boardId: to, column: 'gone' })
  expect(gone.status).toBe(400)
  expect(gone.error?.fields).toEqual([{ field: 'column', problem: 'gone' }])
  expect(await cardAt(from, id)).toMatchObject({ archivedAt: null })
  expect((await boardOf(to)).cards.size).toBe(0)
  const { body } = await browser.get(`/api/boards/${to}/columns`)
  expect(body.columns).toEqual([
    { id: column, name: 'To do' },
    { id: expect.any(String), name: 'Done' },
  ])
})

test('of two nodes that move one card to two boards at once, the first does, and the other is told', async () => {
  const { db } = app.deps
  const { id, move, there, owner, from, to, column } = await twoBoards()
  const third = (await makeBoard(db, there, owner)).id
  const other = must((await boardOf(third)).columns[0], 'column').id
  const moves = [move, { ...move, to: { board: third, project: there.id, column: other } }]
  const ends = await Promise.all(moves.map((one) => moveCardsAcross(app.deps, one)))
  const fates = ends.map((end) => end.cards[0]?.fate)
  expect(fates.toSorted()).toEqual(['elsewhere', 'there'])
  const there2 = await Promise.all([to, third].map((board) => cardAt(board, id)))
  expect(there2.filter(Boolean)).toHaveLength(1)
  // Whoever asks again for what was done is not refused; where it is now, it may go on, and come back.
  const [winner] = moves.filter((_, nth) => fates[nth] === 'there')
  const done = must(winner, 'winner')
  await moveCardsAcross(app.deps, done)
  const home = must((await boardOf(from)).columns[0], 'column').id
  const back = {
    ...done,
    from: done.to.board,
    to: { board: from, project: there.id, column: home },
  }
  await moveCardsAcross(app.deps, back)
  const loser = must(
    moves.find((one) => one !== done),
    'loser',
  )
  await moveCardsAcross(app.deps, loser)
  expect((await cardAt(loser.to.board, id))?.archivedAt).toBeNull()
  expect(column).not.toBe(other)
})

test('a card that names nobody we could know goes all the same, moved or copied', async () => {
  const { mover, from, to, id, column } = await twoBoards()
  await edit(from, (doc) => {
    addAssignee(doc, id, 'x')
    addAssignee(doc, id, mover.id)
  })
  const browser = await app.as(mover)
  const copy = { boardId: to, column, cards: [{ card: id, as: 'copy' }] }
  expect((await browser.post(`/api/boards/${from}/copies`, copy)).status).toBe(201)
  const { status, body } = await browser.post(path(from), { cards: [id], boardId: to, column })
  expect([status, body.left]).toEqual([200, { relations: 0, people: ['x'], outcomes: [] }])
  expect(await cardAt(to, id)).toMatchObject({ assignees: [mover.id] })
})

test('a move that fails before it arrives claims nothing: the card may go elsewhere at once', async () => {
  const { mover, from, to, id, column, move } = await twoBoards()
  const nowhere = { ...move, personId: crypto.randomUUID() }
  const file = await makePictureIn(app, { id: from }, mover)
  const attachment = { id: file.id, name: 'p.png', mime: 'image/png', size: 1, addedAt: '' }
  await edit(from, (doc) => attachFile(doc, id, attachment))
  await expect(moveCardsAcross(app.deps, nowhere)).rejects.toThrow()
  expect(
    await app.deps.db.select().from(boardCardMoves).where(eq(boardCardMoves.card, id)),
  ).toEqual([])
  await moveCardsAcross(app.deps, move)
  expect(await cardAt(to, id)).toMatchObject({ column })
})

test('what was cut off between two boards is ended, and goes to no third one as well', async () => {
  const { owner, there, from, to, id, move } = await twoBoards()
  await expect(moveCardsAcross(dyingIn(app.deps, from), move)).rejects.toThrow('killed')
  const long = { claimedAt: new Date(Date.now() - 120_000) }
  await app.deps.db.update(boardCardMoves).set(long).where(eq(boardCardMoves.card, id))
  const third = (await makeBoard(app.deps.db, there, owner)).id
  const column = must((await boardOf(third)).columns[0], 'column').id
  const elsewhere = { ...move, to: { board: third, project: there.id, column } }
  expect((await moveCardsAcross(app.deps, elsewhere)).cards).toEqual([{ id, fate: 'elsewhere' }])
  expect((await boardOf(third)).cards.size).toBe(0)
  expect(await cardAt(from, id)).toMatchObject({ movedTo: to })
  expect(await cardAt(to, id)).toMatchObject({ archivedAt: null })
})

test('where an import is undone while a card comes to it, the card stays where it was', async () => {
  const { owner, from, to, id, move } = await twoBoards()
  const { db, rooms } = app.deps
  await db.insert(boardImports).values({ boardId: to, personId: owner.id })
  const undone = {
    db,
    rooms: {
      ...rooms,
      async edit(name: ReturnType<typeof room>, change: (doc: Y.Doc) => void, by?: string) {
        await rooms.edit(name, change, by)
        if (name === room(to)) await undoImport(db, to, owner.id)
      },
    },
  }
  await expect(moveCardsAcross(undone, { ...move, personId: owner.id })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await cardAt(from, id)).toMatchObject({ archivedAt: null, movedTo: null })
})
